using Lvx.Core.Operations;
using Lvx.Yaml.Baselines;

namespace Lvx.Yaml;

/// <summary>Keeps the settings as found as baselines, in a folder beside the journal, before the first of them is changed.</summary>
/// <param name="folder">The folder; made, for its owner alone, where it is not there.</param>
/// <param name="restoreLine">The line that brings a unit back to the settings in a file: the face's own words.</param>
public sealed class BaselineWitness(string folder, Func<string, LvxSettings, string> restoreLine) : IChangeWitness
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <inheritdoc/>
    public string Keep(LvxSettings settings, string run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Lvx.Core.LvxErrors.NotWritable(folder, error);
        }

        string path = Path.Combine(folder, $"{run}-{BaselineNames.Of([settings])[0]}.yaml");
        BaselineFile.Save([settings], path, replace: false, default);
        return $"The settings of {settings.Name} as found are in {path}. To bring them back: {restoreLine(path, settings)}";
    }
}
