using System.Runtime.CompilerServices;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace LvxPS.Hosting;

/// <summary>
/// The one place that calls Lvx.Yaml. Its methods are compiled when they are first called, so a missing file of the module is an error of that one call and not of the import.
/// </summary>
internal static class YamlFiles
{
    /// <summary>The user's own profiles, then those that came with the module; the first of a name wins.</summary>
    private static readonly string[] ProfileFolders =
    [
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "lvxps", "profiles"),
        Path.Combine(Path.GetDirectoryName(typeof(YamlFiles).Assembly.Location) ?? "", "profiles"),
    ];

    /// <summary>The site, from the file that counts; null when there is none.</summary>
    public static LvxSite? Site() => SiteLocation.Find() is null ? null : Whole(LoadSite);

    /// <summary>The same, for what acts on it as root.</summary>
    public static LvxSite? TrustedSite() => Whole(LoadTrustedSite);

    public static SettingsFile ReadBaseline(string path) => Whole(() => new SettingsFile(path, Baseline(path)));

    public static bool IsFolder(string path) => Whole(() => IsBaselineFolder(path));

    public static IReadOnlyList<string> SaveBaselines(IReadOnlyList<LvxSettings> units, string path, bool replace, DateOnly date) => Whole(() => Save(units, path, replace, date));

    public static string Keep(string folder, LvxSettings settings, string run, Func<string, LvxSettings, string> restoreLine) => Whole(() => KeepWhole(folder, settings, run, restoreLine));

    /// <summary>Every profile of the folders, or the error that stands in its place.</summary>
    public static IReadOnlyList<(string Path, LvxProfile? Profile, LvxException? Error)> Profiles() => Whole(List);

    public static bool IsProfilePath(string name) => Whole(() => IsPath(name));

    public static LvxProfile FindProfile(string name) => Whole(() => Find(name));

    public static LvxProfile ReadProfile(string path) => Whole(() => ReadFile(path));

    public static IReadOnlyList<string> ProfileNames() => Whole(Names);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LvxSite? LoadSite() => SiteFile.Load();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LvxSite? LoadTrustedSite() => SiteLocation.Find() is { } path ? SiteFile.ReadTrusted(path) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<LvxSettings> Baseline(string path) => BaselineFile.Read(path);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsBaselineFolder(string path) => BaselineFile.IsFolder(path);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<string> Save(IReadOnlyList<LvxSettings> units, string path, bool replace, DateOnly date) => BaselineFile.Save(units, path, replace, date);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string KeepWhole(string folder, LvxSettings settings, string run, Func<string, LvxSettings, string> restoreLine) =>
        new BaselineWitness(folder, restoreLine).Keep(settings, run);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<(string Path, LvxProfile? Profile, LvxException? Error)> List() =>
        [.. new ProfileShelf(ProfileFolders).List().Select(found => (found.Path, found.Profile, found.Error))];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LvxProfile ReadFile(string path) => ProfileFile.Read(path);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsPath(string name) => ProfileShelf.IsPath(name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LvxProfile Find(string name) => new ProfileShelf(ProfileFolders).Find(name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<string> Names() => new ProfileShelf(ProfileFolders).Names();

    private static T Whole<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw LvxErrors.ModuleIncomplete("Dependencies/Lvx.Yaml.dll and Dependencies/YamlDotNet.dll", missing);
        }
    }
}
