using System.Net;
using System.Net.Sockets;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>Listens on TCP, on this machine alone unless more is meant.</summary>
internal static class Listening
{
    /// <exception cref="LvxException">The address can be reached from outside and that was not allowed, or it cannot be listened on.</exception>
    public static Socket On(IPEndPoint endPoint, bool allowRemote, int mostQueued)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        if (!allowRemote && !IPAddress.IsLoopback(endPoint.Address))
        {
            throw new LvxException(
                LvxError.ArgumentInvalid,
                endPoint.ToString(),
                "other machines can reach this address, and the simulator has neither password nor encryption.",
                "Listen on 127.0.0.1, or say that other machines are meant.");
        }

        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(endPoint);
            listener.Listen(mostQueued);
            return listener;
        }
        catch (SocketException error)
        {
            listener.Dispose();
            throw new LvxException(LvxError.DeviceInUse, endPoint.ToString(), $"it cannot be listened on ({error.Message}).", "Choose another port; 0 takes any that is free.", error);
        }
    }
}
