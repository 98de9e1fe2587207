using Lvx.Core.Links.Native;

namespace Lvx.Core.Files;

/// <summary>What stands under a name.</summary>
internal static unsafe class NamedFile
{
    /// <summary>Its status, or that of what a symbolic link leads to; null when there is nothing, or it cannot be looked at.</summary>
    public static Libc.FileStatus? Status(string path, bool follow)
    {
        using var file = new FileDescriptor(Libc.Open(path, Libc.OPath | Libc.OCloExec | (follow ? 0 : Libc.ONoFollow)));
        Libc.FileStatus status;
        return !file.IsInvalid && Libc.StatX(file, "", Libc.AtEmptyPath, Libc.StatxBasics, &status) == 0 ? status : null;
    }

    /// <summary>Whether it is a file, and no link, folder, pipe or device.</summary>
    public static bool IsFile(Libc.FileStatus status) => (status.Mode & Libc.FileStatus.TypeMask) == Libc.FileStatus.RegularFile;
}
