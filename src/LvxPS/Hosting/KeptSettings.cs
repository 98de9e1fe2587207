using Lvx.Core.Journal;
using Lvx.Core.Operations;

namespace LvxPS.Hosting;

/// <summary>Keeps the settings as found beside the journal, and says how to bring them back.</summary>
internal sealed class KeptSettings : IChangeWitness
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ChangeJournal.DefaultPath)!, "before");

    public string Keep(LvxSettings settings, string run) => YamlFiles.Keep(Folder, settings, run, RestoreLine);

    private static string RestoreLine(string path, LvxSettings unit) =>
        $"Restore-LvxSettings -Path {CommandText.ForPowerShell(path)} -Device {CommandText.ForPowerShell(unit.Device)}{(CommandText.IsSerial(unit.SerialNumber) ? $" -SerialNumber {unit.SerialNumber}" : "")}";
}
