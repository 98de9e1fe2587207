using System.Net;
using Lvx.Core;

namespace Lvx.Cli.Hosting;

/// <summary>Addresses to listen on, as people write them.</summary>
internal static class EndPoints
{
    /// <exception cref="LvxException">It is no HOST:PORT.</exception>
    public static IPEndPoint Parse(string text)
    {
        string address = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? $"127.0.0.1{text["localhost".Length..]}" : text;
        return address.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(address, out IPEndPoint? endPoint)
            ? endPoint
            : throw new LvxException(LvxError.ArgumentInvalid, text, "this is no HOST:PORT.", "Use an address and a port, such as 127.0.0.1:8899.");
    }
}
