using System.Runtime.InteropServices;
using Lvx.Core.Files;
using Lvx.Core.Links.Native;
using Microsoft.Win32.SafeHandles;

namespace Lvx.Core.Journal;

/// <summary>
/// The journal's file, open and locked: a regular file of this user or of root, which still bears its name. All who append or read take turns by flock(2), which the
/// kernel takes back when its holder dies.
/// </summary>
internal sealed unsafe class JournalFile : IDisposable
{
    private const uint OwnerOnly = 0b110_000_000;
    private const uint Root = 0;

    private static readonly int Reading = Libc.ONoFollow | Libc.ONonBlock | Libc.ONoCtty | Libc.OCloExec;
    private static readonly int Appending = Reading | Libc.ORdWr | Libc.OAppend | Libc.OCreat;

    private JournalFile(SafeFileHandle handle, long length)
    {
        Handle = handle;
        Length = length;
    }

    public SafeFileHandle Handle { get; }

    /// <summary>How many bytes were in it when it was locked. They stay as they are, since the file only grows.</summary>
    public long Length { get; }

    /// <summary>Opens it; makes it, if it is to be appended to.</summary>
    /// <returns>Null when it is not there, or its folder.</returns>
    /// <exception cref="JournalFault">It cannot be used, or others hold it until the deadline.</exception>
    public static JournalFile? Open(string path, bool toAppend, Deadline deadline)
    {
        while (true)
        {
            int flags = toAppend ? Appending : Reading;
            int fd = Libc.Open(path, flags, OwnerOnly);
            if (fd >= 0)
            {
                var handle = new SafeFileHandle(fd, ownsHandle: true);
                JournalFile? file = null;
                try
                {
                    file = Locked(handle, path, toAppend, deadline);
                }
                finally
                {
                    if (file is null)
                    {
                        handle.Dispose();
                    }
                }

                if (file is not null)
                {
                    return file;
                }
            }
            else if (Marshal.GetLastPInvokeError() is var error && error == Errno.Enoent)
            {
                return null;
            }
            else if (error != Errno.Eintr)
            {
                throw NotOpened(error);
            }
        }
    }

    public void Unlock() => _ = Libc.Flock(Handle, Libc.LockRelease);

    public void Dispose() => Handle.Dispose();

    /// <returns>Null when the name was given to another file in the meantime.</returns>
    private static JournalFile? Locked(SafeFileHandle handle, string path, bool toAppend, Deadline deadline)
    {
        RefuseForeign(Status(handle, "", Libc.AtEmptyPath) ?? throw JournalFault.OfSystem(Errno.Enoent));
        Lock(handle, toAppend ? Libc.LockExclusive : Libc.LockShared, deadline);
        Libc.FileStatus here = Status(handle, "", Libc.AtEmptyPath) ?? throw JournalFault.OfSystem(Errno.Enoent);
        Libc.FileStatus? named = Status(handle, path, Libc.AtSymlinkNoFollow);
        if (named is { } there && there.Inode == here.Inode && there.DeviceMajor == here.DeviceMajor && there.DeviceMinor == here.DeviceMinor)
        {
            return new JournalFile(handle, (long)here.Size);
        }

        return deadline.Passed ? throw JournalFault.Busy() : null;
    }

    private static void RefuseForeign(Libc.FileStatus status)
    {
        if ((status.Mode & Libc.FileStatus.TypeMask) is var type && type != Libc.FileStatus.RegularFile)
        {
            throw JournalFault.NoFile(type == Libc.FileStatus.Folder ? "it is a folder" : "it is a pipe or a device");
        }

        if (status.Owner != Root && status.Owner != Libc.EffectiveUser())
        {
            throw new JournalFault("it belongs to another user", "Run as the user whose journal it is, or let $XDG_STATE_HOME name a folder of your own.");
        }
    }

    private static Libc.FileStatus? Status(SafeFileHandle handle, string path, int flags)
    {
        Libc.FileStatus status;
        if (Libc.StatX(handle, path, flags, Libc.StatxBasics, &status) == 0)
        {
            return status;
        }

        int error = Marshal.GetLastPInvokeError();
        return error == Errno.Enoent ? null : throw JournalFault.OfSystem(error);
    }

    private static void Lock(SafeFileHandle handle, int kind, Deadline deadline)
    {
        // Held for the moment of one write, so that a short pause is enough; a random one, so that waiters do not keep step.
        while (Libc.Flock(handle, kind | Libc.LockNonBlocking) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error is not (Errno.Eagain or Errno.Eintr))
            {
                throw JournalFault.OfSystem(error);
            }

            if (deadline.Passed)
            {
                throw JournalFault.Busy();
            }

            Thread.Sleep(Random.Shared.Next(1, 6));
        }
    }

    private static JournalFault NotOpened(int error) => error switch
    {
        Errno.Eloop => JournalFault.NoFile("it is a symbolic link, or its path leads in a circle"),
        Errno.Eisdir => JournalFault.NoFile(FileFault.Text(error)),
        Errno.Enxio or Errno.Enodev => JournalFault.NoFile("it is a pipe or a device"),
        _ => JournalFault.OfSystem(error),
    };
}
