using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary><c>tcp://host:port</c>: plain bytes, as a serial-to-network bridge in raw mode carries them. Not encrypted: for a network of one's own.</summary>
internal sealed class TcpLinkKind : ILinkKind
{
    public string Form => "tcp://host:port";

    public bool Claims(string device) => device.StartsWith(TcpAddress.Scheme, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> Expand(string device)
    {
        Parse(device);
        return [device];
    }

    public string NameOf(string device) => device[TcpAddress.Scheme.Length..].TrimEnd('/');

    public Link Open(string device, LinkOptions options, CancellationToken cancellation)
    {
        Deadline deadline = Deadline.After(options.OpenTimeout);
        (string host, int port) = Parse(device);
        IPEndPoint address = Resolve(device, host, port, deadline, options.OpenTimeout, cancellation);
        PortLock portLock = PortLock.Acquire($"tcp:{address}", device, deadline, cancellation);
        try
        {
            return new TcpLink(device, options.Access, Connect(device, address, deadline, options.OpenTimeout, cancellation), portLock);
        }
        catch
        {
            portLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Connects without the socket's own asynchronous calls: those have the runtime watch it for good, and each byte that comes would wake two threads of the runtime's beside the one that
    /// waits for it.
    /// </summary>
    private static unsafe Socket Connect(string device, IPEndPoint address, Deadline deadline, TimeSpan limit, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
        try
        {
            Span<byte> native = address.Serialize().Buffer.Span;
            int begun;
            fixed (byte* start = native)
            {
                begun = Libc.Connect(socket.SafeHandle, start, (uint)native.Length);
            }

            if (begun != 0 && Marshal.GetLastPInvokeError() is var errno and not (Errno.Einprogress or Errno.Eintr))
            {
                throw LvxErrors.NoConnection(device, Errno.Text(errno));
            }

            using var waker = new Waker();
            if (!waker.Wait(socket.SafeHandle, Libc.PollOut, deadline, cancellation))
            {
                throw LvxErrors.NoConnection(device, Unanswered(limit));
            }

            return (SocketError)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)! is var end and not SocketError.Success
                ? throw LvxErrors.NoConnection(device, new SocketException((int)end).Message)
                : socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IPEndPoint Resolve(string device, string host, int port, Deadline deadline, TimeSpan limit, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            return new IPEndPoint(literal, port);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        both.CancelAfter(Math.Max(1, deadline.Milliseconds));
        try
        {
            IPAddress[] found = Dns.GetHostAddressesAsync(host, both.Token).GetAwaiter().GetResult();
            return new IPEndPoint(found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0], port);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw LvxErrors.NoConnection(device, Unanswered(limit));
        }
        catch (SocketException error)
        {
            throw LvxErrors.NoConnection(device, error.Message);
        }
    }

    private static string Unanswered(TimeSpan limit) => FormattableString.Invariant($"nobody answered within {limit.TotalSeconds:0.###} s");

    private static (string Host, int Port) Parse(string device) =>
        TcpAddress.TryParse(device, out string? host, out int port)
            ? (host, port)
            : throw LvxErrors.NoForm(device, ["tcp://host:port, such as tcp://192.168.1.20:8899"]);
}
