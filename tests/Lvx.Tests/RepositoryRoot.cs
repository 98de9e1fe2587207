namespace Lvx.Tests;

/// <summary>The folder that the solution lies in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "LvxPS.sln"))
            ? folder
            : Find(System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("There is no LvxPS.sln above the tests."));
}
