using System.Text;
using Lvx.Core;
using Lvx.Core.Files;

namespace Lvx.Cli.Installing;

/// <summary>The files of a machine: of this one, or of one that lies in a folder and out of which nothing leads.</summary>
/// <param name="root">The folder; null for this machine.</param>
internal sealed class Machine(string? root)
{
    private const int MaxBytes = 1 << 20;

    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OpenToAll = ReadableByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Whether it is the one that runs.</summary>
    public bool IsThis => root is null;

    /// <summary>What is in a file, of which nothing else is known.</summary>
    /// <returns>Null when there is nothing of that name; nothing of what a symbolic link leads to.</returns>
    public string? Read(string path)
    {
        string real = Real(path);
        return IsLink(path) ? "" : Path.Exists(real) ? BoundedFile.ReadText(real, MaxBytes) : null;
    }

    /// <summary>A file's name as this system knows it.</summary>
    public string NameOf(string path) => Real(path);

    /// <summary>Whether a name is a symbolic link, which is nobody's file.</summary>
    public bool IsLink(string path) => new FileInfo(Real(path)).LinkTarget is not null;

    public void Write(string path, string content)
    {
        string real = Real(path);
        MakeFolder(Path.GetDirectoryName(real)!);
        WholeFile.Write(real, Encoding.UTF8.GetBytes(content), replace: true, ReadableByAll);
    }

    /// <summary>Removes a file, and a folder of settings of a unit that has nothing else in it.</summary>
    public void Remove(string path)
    {
        string real = Real(path);
        try
        {
            File.Delete(real);
            string folder = Path.GetDirectoryName(real)!;
            if (folder.EndsWith(".d", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(folder)) == "system" && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LvxErrors.NotWritable(real, error);
        }
    }

    /// <summary>The files of a pattern in the folders below a folder.</summary>
    public IEnumerable<string> Below(string folder, string pattern)
    {
        string real = Real(folder);
        return Directory.Exists(real)
            ? Directory.EnumerateDirectories(real, "*.d").SelectMany(below => Directory.EnumerateFiles(below, pattern)).Select(file => Path.Combine(folder, Path.GetRelativePath(real, file))).Order(StringComparer.Ordinal)
            : [];
    }

    /// <exception cref="LvxException">A part of the path is a symbolic link in a machine that lies in a folder: it may lead out.</exception>
    private string Real(string path)
    {
        if (root is null)
        {
            return path;
        }

        string real = Path.Combine(root, path.TrimStart('/'));
        for (string? part = Path.GetDirectoryName(real); part is not null && part.Length > root.TrimEnd('/').Length; part = Path.GetDirectoryName(part))
        {
            if (new DirectoryInfo(part).LinkTarget is { } target)
            {
                throw LvxErrors.NotWritable(real, new IOException($"{part} is a symbolic link to {target}, which may lead out of {root}"));
            }
        }

        return real;
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        MakeFolder(Path.GetDirectoryName(folder)!);
        try
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, OpenToAll);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LvxErrors.NotWritable(folder, error);
        }
    }
}
