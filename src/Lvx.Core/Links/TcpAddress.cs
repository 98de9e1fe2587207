using System.Diagnostics.CodeAnalysis;

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
        bool isAddress = device.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(device, UriKind.Absolute, out Uri? uri)
            && uri is { Port: > 0, AbsolutePath: "/" or "", Query: "", Fragment: "", UserInfo: "" }
            && uri.DnsSafeHost.Length is > 0 and <= LongestName;
        host = isAddress ? new Uri(device).DnsSafeHost : null;
        port = isAddress ? new Uri(device).Port : 0;
        return host is not null;
    }
}
