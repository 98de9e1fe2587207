using System.Net.Sockets;

namespace Lvx.Core.Links;

/// <summary>A serial-to-network bridge.</summary>
internal sealed class TcpLink : DescriptorLink
{
    private readonly Socket socket;

    public TcpLink(string device, LinkAccess access, Socket socket, IPortLock portLock)
        : base(device, access, socket.SafeHandle, portLock)
    {
        this.socket = socket;
        socket.Blocking = false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            socket.Dispose();
        }

        base.Dispose(disposing);
    }
}
