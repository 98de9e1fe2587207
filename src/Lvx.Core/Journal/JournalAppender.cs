using Lvx.Core.Links.Native;

namespace Lvx.Core.Journal;

/// <summary>Puts one line at the end of the journal.</summary>
internal static class JournalAppender
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="path">The journal.</param>
    /// <param name="line">The line, with its end.</param>
    /// <param name="sync">Whether it must be on the disk before this returns.</param>
    /// <param name="deadline">How long others that hold the journal are waited for.</param>
    /// <param name="disk">Where it goes.</param>
    /// <exception cref="JournalFault">It is not there, or not known to be.</exception>
    public static void Append(string path, byte[] line, bool sync, Deadline deadline, JournalDisk disk)
    {
        using JournalFile file = OpenOrMake(path, deadline, disk);
        if (file.Length == 0)
        {
            // Whoever made it may have been killed before its name was on the disk.
            SyncFolder(Path.GetDirectoryName(path)!, disk);
        }

        Write(file, EndsWhole(file) ? line : [(byte)'\n', .. line], disk);
        file.Unlock();
        if (sync && disk.Sync(file.Handle) is var error && error != 0)
        {
            throw JournalFault.OfSystem(error);
        }
    }

    private static JournalFile OpenOrMake(string path, Deadline deadline, JournalDisk disk)
    {
        if (JournalFile.Open(path, toAppend: true, deadline) is { } there)
        {
            return there;
        }

        try
        {
            MakeFolder(Path.GetDirectoryName(path)!, disk);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalFault(
                $"its folder cannot be made: {error.Message.TrimEnd('.')}", "Make the folder, or let $XDG_STATE_HOME name one in which this user may make it.");
        }

        return JournalFile.Open(path, toAppend: true, deadline) ?? throw JournalFault.OfSystem(Errno.Enoent);
    }

    private static void MakeFolder(string folder, JournalDisk disk)
    {
        if (Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } parent)
        {
            return;
        }

        MakeFolder(parent, disk);
        Directory.CreateDirectory(folder, OwnerOnly);
        SyncFolder(parent, disk);
    }

    /// <summary>Brings the names in a folder to the disk. A folder that can't be opened for that, or a file system that has no such thing, is left as it is.</summary>
    private static void SyncFolder(string folder, JournalDisk disk)
    {
        using var opened = new FileDescriptor(Libc.Open(folder, Libc.ODirectory | Libc.OCloExec));
        if (!opened.IsInvalid && disk.Sync(opened) is var error && error is not (0 or Errno.Einval or Errno.Eopnotsupp or Errno.Erofs))
        {
            throw JournalFault.OfSystem(error);
        }
    }

    /// <summary>Whether the last record is whole, or there is none. One that a killed run left half stays as it is, on a line of its own.</summary>
    private static bool EndsWhole(JournalFile file)
    {
        Span<byte> last = stackalloc byte[1];
        try
        {
            return file.Length == 0 || (RandomAccess.Read(file.Handle, last, file.Length - 1) == 1 && last[0] == '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalFault(error.Message.TrimEnd('.'), "Look after the disk that the journal is on.");
        }
    }

    private static void Write(JournalFile file, ReadOnlySpan<byte> bytes, JournalDisk disk)
    {
        while (!bytes.IsEmpty)
        {
            int count = disk.Write(file.Handle, bytes);
            if (count > 0)
            {
                bytes = bytes[count..];
            }
            else if (count != -Errno.Eintr)
            {
                throw JournalFault.OfSystem(count == 0 ? Errno.Enospc : -count);
            }
        }
    }
}
