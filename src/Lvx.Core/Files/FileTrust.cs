namespace Lvx.Core.Files;

/// <summary>Whether others than root could change what root uses.</summary>
public static class FileTrust
{
    private const uint Root = 0;
    private const ushort WritableByOthers = 0b000_010_010;
    private const ushort Sticky = 0b001_000_000_000;

    /// <summary>Whether a file or folder belongs to root and nobody else may write it; symbolic links are followed.</summary>
    /// <param name="path">It.</param>
    public static bool IsRootsAlone(string path) => NamedFile.Status(path, follow: true) is { } status && status.Owner == Root && (status.Mode & WritableByOthers) == 0;

    /// <summary>The first part of a path, from its end, that others than root could change or put something else in place of; null when there is none.</summary>
    /// <param name="path">An absolute path, of a file that need not be there yet.</param>
    public static string? FirstNotRoots(string path)
    {
        if (NamedFile.Status(path, follow: true) is not null && !IsRootsAlone(path))
        {
            return path;
        }

        for (string? folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // In a sticky folder, such as /tmp, others make names of their own and leave root's alone.
            if (!IsRootsAlone(folder) && !(NamedFile.Status(folder, follow: true) is { Owner: Root } status && (status.Mode & Sticky) != 0))
            {
                return folder;
            }
        }

        return null;
    }
}
