using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>
/// One owner per port. The owner listens on a name in the kernel's abstract socket space; the kernel takes the name back when the owner dies, so there is no
/// stale lock, no file and no path. Who comes second connects to it and waits for the hang-up, which needs no polling, tells who holds the port, and tells the owner that
/// somebody waits.
/// </summary>
internal sealed class PortLock : IPortLock
{
    private const string Prefix = "\0lvxps/port/";

    // A waiter sits in the owner's backlog; that many may queue.
    private const int MaxWaiters = 128;

    // Who waits has the port in far less, once it may; one that was stopped is not waited for.
    private static readonly TimeSpan HandingOver = TimeSpan.FromMilliseconds(250);

    private readonly Socket name;

    private PortLock(Socket name) => this.name = name;

    /// <inheritdoc/>
    public SafeHandle Wanted => name.SafeHandle;

    public static PortLock Acquire(string key, string device, Deadline deadline, CancellationToken cancellation) => Acquire(key, device, "it", deadline, cancellation);

    /// <param name="key">The name in the socket space.</param>
    /// <param name="device">The device, for the error.</param>
    /// <param name="what">What is in use, for the error.</param>
    /// <param name="deadline">How long another LvxPS is waited for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static PortLock Acquire(string key, string device, string what, Deadline deadline, CancellationToken cancellation)
    {
        var address = new UnixDomainSocketEndPoint(Prefix + key);
        string holder = "another LvxPS";
        Socket? waiter = null;
        try
        {
            while (true)
            {
                if (TryTake(address) is { } taken)
                {
                    return taken;
                }

                // Also when there is no time left: who has it can be told.
                bool isLate = deadline.Passed;
                waiter?.Dispose();
                waiter = WaitForRelease(address, deadline, cancellation, ref holder);
                if (isLate)
                {
                    throw LvxErrors.InUse(device, holder, what);
                }
            }
        }
        finally
        {
            // Who let go watches this end: it may want the port again, and is not to have it before.
            waiter?.Dispose();
        }
    }

    /// <summary>Lets go. Who waits gets it first, and until then this does not return: an owner that takes it again and again would never let anybody in.</summary>
    public void Dispose()
    {
        if (name.SafeHandle.IsClosed || !name.Poll(TimeSpan.Zero, SelectMode.SelectRead))
        {
            name.Dispose();
            return;
        }

        using Socket next = name.Accept();
        name.Dispose();
        next.Shutdown(SocketShutdown.Send);
        _ = next.Poll(HandingOver, SelectMode.SelectRead);
    }

    private static PortLock? TryTake(UnixDomainSocketEndPoint address)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(address);
            socket.Listen(MaxWaiters);
            return new PortLock(socket);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <returns>The end of the connection to who had it.</returns>
    private static Socket WaitForRelease(UnixDomainSocketEndPoint address, Deadline deadline, CancellationToken cancellation, ref string holder)
    {
        var waiter = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            waiter.Connect(address);
            holder = Holder(waiter);
            using var waker = new Waker();
            waker.Wait(waiter.SafeHandle, Libc.PollIn, deadline, cancellation);
            return waiter;
        }
        catch (SocketException)
        {
            // Released between the two calls, or taken and not yet listening: try again at once.
            cancellation.ThrowIfCancellationRequested();
            Thread.Yield();
            return waiter;
        }
        catch
        {
            waiter.Dispose();
            throw;
        }
    }

    // SO_PEERCRED of a connected socket is whoever listens: pid, uid, gid.
    private static string Holder(Socket connected)
    {
        const int solSocket = 1;
        const int soPeerCred = 17;
        Span<byte> credentials = stackalloc byte[12];
        int length = connected.GetRawSocketOption(solSocket, soPeerCred, credentials);
        int pid = length >= 4 ? MemoryMarshal.Read<int>(credentials) : 0;
        if (pid == Environment.ProcessId)
        {
            return "this same process";
        }

        try
        {
            return $"{Printable(File.ReadAllText($"/proc/{pid}/comm").Trim())} (pid {pid})";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"process {pid}";
        }
    }

    private static string Printable(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            shown.Append(char.IsControl(c) ? '?' : c);
        }

        return shown.ToString();
    }
}
