using System.Globalization;
using System.Runtime.InteropServices;
using Lvx.Core.Links.Hidraw;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>A device node, or a symlink to one: a hidraw node of an inverter's USB bridge, or a tty.</summary>
internal sealed class NodeLinkKind : ILinkKind
{
    // What is left of the time after a wait for the port's lock may be nothing; a healthy system opens a node in a fraction of this.
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(250);

    private const string Pts = "/dev/pts/";

    public string Form => "/dev/hidrawN or /dev/ttyN (or a symlink to one)";

    public bool Claims(string device) => device.StartsWith('/') || device.StartsWith("./", StringComparison.Ordinal) || device.StartsWith("../", StringComparison.Ordinal);

    public IReadOnlyList<string> Expand(string device) => [device];

    public string NameOf(string device) => Path.GetFileName(device.TrimEnd('/'));

    public Link Open(string device, LinkOptions options, CancellationToken cancellation)
    {
        Deadline deadline = Deadline.After(options.OpenTimeout);
        string node = Resolve(device);
        PortLock portLock = PortLock.Acquire($"node:{node}", device, deadline, cancellation);
        FileDescriptor? handle = null;
        try
        {
            handle = OpenInTime(device, node, options.DespiteHolders, deadline, cancellation);
            if (HidrawNode.IsHidraw(node))
            {
                return new HidrawLink(device, options, handle, portLock);
            }

            SerialPortSettings.MakeRaw(handle, device, options.BaudRate);
            return new SerialLink(device, options.Access, handle, portLock);
        }
        catch
        {
            handle?.Dispose();
            portLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// While a write to any hidraw node blocks in the kernel, no other is opened, for up to 5.2 s, and nothing wakes who waits for that, nor for a file lock: so they are waited for aside.
    /// </summary>
    private static FileDescriptor OpenInTime(string device, string node, bool despiteHolders, Deadline deadline, CancellationToken cancellation)
    {
        Deadline until = Deadline.Later(deadline, Deadline.After(AtLeast));
        var attempt = new Attempt();
        Task<FileDescriptor> opening = Task.Factory.StartNew(
            () => OpenNode(device, node, despiteHolders, attempt), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (Task.WaitAny([opening], until.Milliseconds, cancellation) < 0)
            {
                throw attempt.WaitsForLock ? LvxErrors.InUse(device, LockedBy(node)) : LvxErrors.NotOpened(device);
            }
        }
        catch
        {
            opening.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }

        return opening.GetAwaiter().GetResult();
    }

    private static string LockedBy(string node) => PortHolders.Find(node).Holders is { Count: > 0 } holders ? string.Join(", ", holders) : "another program, which has it locked";

    /// <summary>The node itself, so that two names of one port share one lock, and what is checked is what is opened.</summary>
    private static string Resolve(string device)
    {
        try
        {
            FileSystemInfo file = new FileInfo(device);
            string node = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(device);
            return File.Exists(node)
                ? node
                : throw (Directory.Exists(node) ? LvxErrors.NotANode(device, "it is a folder.") : LvxErrors.NoSuchDevice(device));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw LvxErrors.NoSuchDevice(device);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LvxErrors.NotANode(device, string.Create(CultureInfo.InvariantCulture, $"it cannot be looked at ({error.Message})."));
        }
    }

    private static bool IsTty(string node) =>
        node.StartsWith(Pts, StringComparison.Ordinal)
        || (node.StartsWith("/dev/", StringComparison.Ordinal) && Directory.Exists(Path.Combine("/sys/class/tty", Path.GetFileName(node))));

    private static FileDescriptor OpenNode(string device, string node, bool despiteHolders, Attempt attempt)
    {
        // Anything else is not even opened: to open some devices (a watchdog) is to use them.
        if (!HidrawNode.IsHidraw(node) && !IsTty(node))
        {
            // It may have been unplugged while the port's lock was waited for.
            throw File.Exists(node) ? LvxErrors.NotANode(device, "it is neither a hidraw node nor a serial port.") : LvxErrors.NoSuchDevice(device);
        }

        int fd = Libc.Open(node, Libc.ORdWr | Libc.ONoCtty | Libc.ONonBlock | Libc.OCloExec);
        int errno = Marshal.GetLastPInvokeError();
        if (fd >= 0)
        {
            return Claimed(new FileDescriptor(fd), device, node, despiteHolders, attempt);
        }

        throw errno switch
        {
            Errno.Eacces or Errno.Eperm => LvxErrors.AccessDenied(device),
            Errno.Enoent => LvxErrors.NoSuchDevice(device),
            Errno.Ebusy => LvxErrors.InUse(device, "another program, which holds it exclusively"),
            Errno.Enodev or Errno.Enxio or Errno.Eio => LvxErrors.Lost(device, Errno.Text(errno)),
            _ => LvxErrors.NotANode(device, $"it cannot be opened ({Errno.Text(errno)})."),
        };
    }

    private static FileDescriptor Claimed(FileDescriptor handle, string device, string node, bool despiteHolders, Attempt attempt)
    {
        try
        {
            // The name in the socket space is not seen from a service with a network of its own (PrivateNetwork); this lock is.
            if (Libc.Flock(handle, Libc.LockExclusive | Libc.LockNonBlocking) != 0)
            {
                attempt.WaitsForLock = true;
                if (Libc.Flock(handle, Libc.LockExclusive) != 0)
                {
                    throw LvxErrors.InUse(device, "another program, which has it locked");
                }
            }

            // The far end of a pty keeps this end open as well.
            if (!despiteHolders && !node.StartsWith(Pts, StringComparison.Ordinal) && PortHolders.Find(node).Holders is { Count: > 0 } holders)
            {
                throw LvxErrors.HeldByOthers(device, holders);
            }

            if (HidrawNode.IsHidraw(node))
            {
                HidrawNode.RequireInverter(handle, device);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>How far an opening has come, for whoever no longer waits for it.</summary>
    private sealed class Attempt
    {
        private volatile bool waitsForLock;

        public bool WaitsForLock
        {
            get => waitsForLock;
            set => waitsForLock = value;
        }
    }
}
