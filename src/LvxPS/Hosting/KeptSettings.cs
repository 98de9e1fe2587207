using Lvx.Core.Journal;
using Lvx.Core.Operations;

namespace LvxPS.Hosting;

/// <summary>Keeps the settings as found beside the journal, and says where, and how to bring them back.</summary>
internal sealed class KeptSettings(LvxCmdlet cmdlet) : IChangeWitness
{
    private readonly string folder = Path.Combine(Path.GetDirectoryName(ChangeJournal.DefaultPath)!, "before");

    public string Keep(LvxSettings settings, string run)
    {
        string kept = "";
        string line = "";
        YamlFiles.Keep(folder, settings, run, (path, unit) => line = RestoreLine(kept = path, unit));
        cmdlet.Tell($"The settings of {settings.Name} as found are in {kept}", isCopied: true);
        return $"To bring them back: {line}";
    }

    private static string RestoreLine(string path, LvxSettings unit) =>
        $"Restore-LvxSettings -Path {CommandText.ForPowerShell(path)} -Device {CommandText.ForPowerShell(unit.Device)}{(CommandText.IsSerial(unit.SerialNumber) ? $" -SerialNumber {unit.SerialNumber}" : "")}";
}
