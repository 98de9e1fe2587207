using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Lvx.Core.Links;

/// <summary>The address of a serial-to-network bridge: <c>tcp://host:port</c>.</summary>
public static class TcpAddress
{
    /// <summary>How devices of this form begin.</summary>
    public const string Scheme = "tcp://";

    // The longest name that there can be (RFC 1035).
    private const int LongestName = 255;

    /// <summary>The host, without brackets around an IPv6 address, and the port.</summary>
    /// <param name="device">The device.</param>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <returns>False when it has not this form.</returns>
    public static bool TryParse(string device, [NotNullWhen(true)] out string? host, out int port)
    {
        ArgumentNullException.ThrowIfNull(device);
        (host, port) = (null, 0);
        if (!device.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // An address as it is usually written needs no Uri, which is slow to be used for the first time.
        string address = device[Scheme.Length..];
        address = address.EndsWith('/') ? address[..^1] : address;
        if (IPEndPoint.TryParse(address, out IPEndPoint? literal) && literal.Port > 0 && literal.ToString() == address)
        {
            (host, port) = (literal.Address.ToString(), literal.Port);
        }
        else if (Uri.TryCreate(device, UriKind.Absolute, out Uri? uri)
            && uri is { Port: > 0, AbsolutePath: "/" or "", Query: "", Fragment: "", UserInfo: "" }
            && uri.DnsSafeHost.Length is > 0 and <= LongestName)
        {
            (host, port) = (uri.DnsSafeHost, uri.Port);
        }

        return host is not null;
    }
}
