namespace Lvx.Tests.Core.Files;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lvx-test").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The names in it, hidden ones too.</summary>
    public string[] Names => [.. new DirectoryInfo(Path).EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
