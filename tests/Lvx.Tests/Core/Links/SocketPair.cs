using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Tests.Core.Links;

/// <summary>
/// Two joined sockets that keep the boundaries of what is written, as a hidraw node keeps those of reports: the one end is given to a link, the other is the device's.
/// </summary>
internal sealed unsafe partial class SocketPair : IDisposable
{
    private const int AfUnix = 1;
    private const int SockSeqPacket = 5;
    private const int SolSocket = 1;
    private const int SoSndBuf = 7;
    private const int MsgDontWait = 0x40;

    private SocketPair(FileDescriptor node, FileDescriptor device) => (Node, Device) = (node, device);

    public FileDescriptor Node { get; }

    private FileDescriptor Device { get; }

    /// <param name="blocking">Whether a write to a full socket waits, as one to a hidraw node does, rather than failing with EAGAIN.</param>
    public static SocketPair Create(bool blocking = true)
    {
        int* ends = stackalloc int[2];
        int type = SockSeqPacket | Libc.OCloExec | (blocking ? 0 : Libc.ONonBlock);
        return Open(AfUnix, type, 0, ends) == 0
            ? new SocketPair(new FileDescriptor(ends[0]), new FileDescriptor(ends[1]))
            : throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
    }

    /// <summary>What the link wrote next, or no value when nothing came in <paramref name="wait"/>.</summary>
    public byte[]? Take(TimeSpan wait)
    {
        var poll = new Libc.PollFd { Fd = (int)Device.DangerousGetHandle(), Events = Libc.PollIn };
        if (Libc.Poll(&poll, 1, (int)wait.TotalMilliseconds) != 1)
        {
            return null;
        }

        byte* buffer = stackalloc byte[64];
        nint count = Libc.Read(Device, buffer, 64);
        return count > 0 ? new Span<byte>(buffer, (int)count).ToArray() : null;
    }

    /// <summary>Everything that the link wrote, until nothing comes for a moment.</summary>
    public List<byte[]> TakeAll()
    {
        var taken = new List<byte[]>();
        while (Take(TimeSpan.FromMilliseconds(taken.Count == 0 ? 5000 : 300)) is { } report)
        {
            taken.Add(report);
        }

        return taken;
    }

    public void Give(ReadOnlySpan<byte> report)
    {
        fixed (byte* start = report)
        {
            Assert.Equal(report.Length, Libc.Write(Device, start, (nuint)report.Length));
        }
    }

    /// <summary>Fills the way to the device, so that it takes no report more until it has taken these.</summary>
    /// <returns>How many packets lie there.</returns>
    public int Fill()
    {
        int small = 1;
        Assert.Equal(0, SetSockOpt(Node, SolSocket, SoSndBuf, &small, sizeof(int)));
        byte filler = 0xFF;
        int count = 0;
        while (Send(Node, &filler, 1, MsgDontWait) == 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>The device goes.</summary>
    public void Unplug() => Device.Dispose();

    public void Dispose()
    {
        Node.Dispose();
        Device.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    private static partial int Open(int domain, int type, int protocol, int* ends);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSockOpt(SafeHandle socket, int level, int name, void* value, uint length);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(SafeHandle socket, void* bytes, nuint count, int flags);
}
