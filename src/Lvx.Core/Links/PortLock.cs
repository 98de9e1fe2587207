using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>
/// One owner per port. The owner listens on a name in the kernel's abstract socket space; the kernel takes the name back when the owner dies, so there is no
/// stale lock, no file and no path. Who comes second connects to it and waits for the hang-up, which needs no polling and tells who holds the port.
/// </summary>
internal sealed class PortLock : IDisposable
{
    private const string Prefix = "\0lvxps/port/";

    // A waiter sits in the owner's backlog; that many may queue.
    private const int MaxWaiters = 128;

    private readonly Socket name;

    private PortLock(Socket name) => this.name = name;

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
        while (true)
        {
            if (TryTake(address) is { } taken)
            {
                return taken;
            }

            // Also when there is no time left: who has it can be told.
            bool isLate = deadline.Passed;
            WaitForRelease(address, deadline, cancellation, ref holder);
            if (isLate)
            {
                throw LvxErrors.InUse(device, holder, what);
            }
        }
    }

    public void Dispose() => name.Dispose();

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

    private static void WaitForRelease(UnixDomainSocketEndPoint address, Deadline deadline, CancellationToken cancellation, ref string holder)
    {
        using var waiter = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            waiter.Connect(address);
        }
        catch (SocketException)
        {
            // Released between the two calls, or taken and not yet listening: try again at once.
            cancellation.ThrowIfCancellationRequested();
            Thread.Yield();
            return;
        }

        holder = Holder(waiter);
        using var waker = new Waker();
        waker.Wait(waiter.SafeHandle, Libc.PollIn, deadline, cancellation);
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
