using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Files;

/// <summary>Writes a file whole or not at all: nobody ever sees half of it, whatever ends the program or the power.</summary>
public static unsafe class WholeFile
{
    private const uint OwnerOnly = 0b110_000_000;

    /// <summary>
    /// Writes a file that its owner alone may read (mode 0600). The bytes are on the disk before the file has its name. A symbolic link is not followed: its name is
    /// taken, or replaced.
    /// </summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="content">All of it.</param>
    /// <param name="replace">Whether a file that is there is replaced.</param>
    /// <exception cref="LvxException">The name is taken and stays (<see cref="LvxError.FileExists"/>), or the file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool replace) => Write(path, content, replace, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>The same, for a file that others are meant to read.</summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="content">All of it.</param>
    /// <param name="replace">Whether a file that is there is replaced.</param>
    /// <param name="mode">Its mode, which it has before its name, whatever the umask.</param>
    /// <exception cref="LvxException">The name is taken and stays (<see cref="LvxError.FileExists"/>), or the file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool replace, UnixFileMode mode) => Write(path, content, replace, mayBeNameless: true, mode);

    /// <summary>The same; for tests, without what not every file system has.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content, bool replace, bool mayBeNameless, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || Path.GetFileName(path) is "" or "." or "..")
        {
            throw LvxErrors.NotWritable(path, new IOException("this is no name of a file"));
        }

        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!mayBeNameless || !TryWriteNameless(path, folder, content, replace, mode))
        {
            WriteNamed(path, folder, content, replace, mode);
        }

        // The file is there and whole by now; where a folder can't be synced, its name may be lost with the power, and nothing else.
        using FileDescriptor opened = Open(folder, Libc.ODirectory | Libc.OCloExec, mode: 0);
        if (!opened.IsInvalid)
        {
            _ = Libc.FSync(opened);
        }
    }

    /// <summary>Writes a file that has no name until it is whole, so that even a killed program leaves nothing behind.</summary>
    /// <returns>False when this file system, or this system, has no such files.</returns>
    private static bool TryWriteNameless(string path, string folder, ReadOnlySpan<byte> content, bool replace, UnixFileMode mode)
    {
        using FileDescriptor file = Open(folder, Libc.OTmpFile | Libc.OWrOnly | Libc.OCloExec, OwnerOnly);
        if (file.IsInvalid)
        {
            return false;
        }

        Fill(file, path, content, mode);
        string nameless = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/proc/self/fd/{file.DangerousGetHandle()}");
        int error = Link(nameless, path);
        switch (error)
        {
            case 0:
                return true;
            case Errno.Eexist when replace:
                string hidden = HiddenName(folder);
                if (Link(nameless, hidden) != 0)
                {
                    return false;
                }

                Replace(hidden, path);
                return true;
            case Errno.Eexist:
                throw Taken(path);
            default:
                return false;
        }
    }

    private static void WriteNamed(string path, string folder, ReadOnlySpan<byte> content, bool replace, UnixFileMode mode)
    {
        string hidden = HiddenName(folder);
        using FileDescriptor file = Open(hidden, Libc.OCreat | Libc.OExcl | Libc.OWrOnly | Libc.OCloExec, OwnerOnly);
        if (file.IsInvalid)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }

        try
        {
            Fill(file, path, content, mode);
            if (replace)
            {
                Replace(hidden, path);
            }
            else
            {
                NameNew(hidden, path);
            }
        }
        finally
        {
            // Gone already after a rename.
            _ = Libc.Unlink(hidden);
        }
    }

    private static void NameNew(string hidden, string path)
    {
        int error = Link(hidden, path);
        if (error is Errno.Eperm or Errno.Eopnotsupp or Errno.Enosys or Errno.Emlink)
        {
            // Memory sticks (FAT) know no second name for a file; there the kernel renames without replacing.
            error = Libc.RenameAt2(Libc.AtFdCwd, hidden, Libc.AtFdCwd, path, Libc.RenameNoReplace) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }

        if (error != 0)
        {
            throw error == Errno.Eexist ? Taken(path) : Failed(path, error);
        }
    }

    private static void Replace(string hidden, string path)
    {
        if (Libc.Rename(hidden, path) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            _ = Libc.Unlink(hidden);
            throw Failed(path, error);
        }
    }

    private static void Fill(FileDescriptor file, string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        if (mode != (UnixFileMode)OwnerOnly && Libc.FChMod(file, (uint)mode) != 0)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }

        fixed (byte* first = content)
        {
            for (nint written = 0; written < content.Length;)
            {
                nint count = Libc.Write(file, first + written, (nuint)(content.Length - written));
                if (count > 0)
                {
                    written += count;
                }
                else if (count == 0 || Marshal.GetLastPInvokeError() != Errno.Eintr)
                {
                    throw Failed(path, count == 0 ? Errno.Enospc : Marshal.GetLastPInvokeError());
                }
            }
        }

        if (Libc.FSync(file) != 0)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }
    }

    private static FileDescriptor Open(string path, int flags, uint mode)
    {
        int fd;
        do
        {
            fd = Libc.Open(path, flags, mode);
        }
        while (fd < 0 && Marshal.GetLastPInvokeError() == Errno.Eintr);
        return new FileDescriptor(fd);
    }

    /// <summary>Gives a file one more name, which must be free.</summary>
    /// <returns>0, or the error number.</returns>
    private static int Link(string from, string to) =>
        Libc.LinkAt(Libc.AtFdCwd, from, Libc.AtFdCwd, to, Libc.AtSymlinkFollow) == 0 ? 0 : Marshal.GetLastPInvokeError();

    private static string HiddenName(string folder) => Path.Combine(folder, $".lvx-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.tmp");

    private static LvxException Taken(string path) =>
        Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null ? Failed(path, Errno.Eisdir) : LvxErrors.AlreadyThere(path);

    private static LvxException Failed(string path, int error) => LvxErrors.NotWritable(path, new IOException(FileFault.Text(error)));
}
