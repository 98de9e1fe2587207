using System.Net;
using System.Net.Sockets;

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
        IPEndPoint address = Resolve(device, host, port, deadline, cancellation);
        PortLock portLock = PortLock.Acquire($"tcp:{address}", device, deadline, cancellation);
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Within(deadline, token => socket.ConnectAsync(address, token).AsTask(), cancellation);
            return new TcpLink(device, options.Access, socket, portLock);
        }
        catch (Exception error)
        {
            socket.Dispose();
            portLock.Dispose();
            throw Explain(device, error, options.OpenTimeout, cancellation);
        }
    }

    private static IPEndPoint Resolve(string device, string host, int port, Deadline deadline, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            return new IPEndPoint(literal, port);
        }

        try
        {
            IPAddress[] found = [];
            Within(deadline, async token => found = await Dns.GetHostAddressesAsync(host, token).ConfigureAwait(false), cancellation);
            return new IPEndPoint(found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0], port);
        }
        catch (Exception error)
        {
            throw Explain(device, error, deadline.Remaining, cancellation);
        }
    }

    private static void Within(Deadline deadline, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        both.CancelAfter(Math.Max(1, deadline.Milliseconds));
        work(both.Token).GetAwaiter().GetResult();
    }

    private static Exception Explain(string device, Exception error, TimeSpan limit, CancellationToken cancellation) => error switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => error,
        OperationCanceledException => LvxErrors.NoConnection(device, FormattableString.Invariant($"nobody answered within {Math.Max(0, limit.TotalSeconds):0.###} s")),
        SocketException socket => LvxErrors.NoConnection(device, socket.Message),
        _ => error,
    };

    private static (string Host, int Port) Parse(string device) =>
        TcpAddress.TryParse(device, out string? host, out int port)
            ? (host, port)
            : throw LvxErrors.NoForm(device, ["tcp://host:port, such as tcp://192.168.1.20:8899"]);
}
