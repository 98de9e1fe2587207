namespace Lvx.Benchmarks;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>The folder that the solution lies in.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "LvxPS.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("There is no LvxPS.sln above this program."));
}
