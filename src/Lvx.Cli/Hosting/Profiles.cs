using Lvx.Yaml;

namespace Lvx.Cli.Hosting;

/// <summary>Where profiles are looked for: the user's own first, then those that came with the command.</summary>
internal static class Profiles
{
    public static ProfileShelf Shelf() => new([
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "lvxps", "profiles"),
        Path.Combine(AppContext.BaseDirectory, "profiles"),
    ]);
}
