using System.Net.Sockets;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>A serial-to-network bridge.</summary>
internal sealed class TcpLink : DescriptorLink
{
    // Ten bits a byte at 2400 bit/s, the slowest that a unit speaks, and half as much again.
    private static readonly TimeSpan SlowByte = TimeSpan.FromMilliseconds(1.5 * 10_000 / 2400);

    private readonly Socket socket;

    /// <param name="device">As it was named.</param>
    /// <param name="access">What it carries.</param>
    /// <param name="socket">Connected, and not blocking.</param>
    /// <param name="portLock">Let go of with the link.</param>
    public TcpLink(string device, LinkAccess access, Socket socket, IPortLock portLock)
        : base(device, access, socket.SafeHandle, portLock) => this.socket = socket;

    /// <inheritdoc/>
    /// <remarks>A slow line gives each byte by itself. Whoever is woken for each has 240 wakes a second and unit.</remarks>
    public override void Await(int count, Deadline deadline, CancellationToken cancellation)
    {
        Enough(count);
        try
        {
            Waker.Wait(Handle, Libc.PollIn, Deadline.Earlier(deadline, Deadline.After(count * SlowByte)), cancellation);
        }
        finally
        {
            Enough(1);
        }
    }

    // From how many bytes on the socket counts as readable; its end and its errors always do.
    private void Enough(int count) => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater, count);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            socket.Dispose();
        }

        base.Dispose(disposing);
    }
}
