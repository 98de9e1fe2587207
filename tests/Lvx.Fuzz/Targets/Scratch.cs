using System.Globalization;

namespace Lvx.Fuzz.Targets;

/// <summary>A folder for files of this run, with a file for each thread and target.</summary>
internal static class Scratch
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("lvx-fuzz-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string PathOf(string target) =>
        Path.Combine(Folder.Value, string.Create(CultureInfo.InvariantCulture, $"{target}-{Environment.CurrentManagedThreadId}"));
}
