using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>
/// Serves one unit on TCP, as a serial-to-network bridge does: plain bytes, one client at a time. Whoever comes second waits in the queue until the first leaves.
/// </summary>
public sealed class TcpServer : IDisposable
{
    private const int MostQueued = 8;

    private readonly SimulatedLine line;
    private readonly LinePump pump;
    private readonly Socket listener;

    /// <summary>Begins to listen.</summary>
    /// <param name="unit">The unit that answers.</param>
    /// <param name="options">Speed and misbehaviour of its line.</param>
    /// <param name="endPoint">Where to listen; port 0 for any that is free.</param>
    /// <param name="allowRemote">Whether an address that other machines can reach is meant. There is neither password nor encryption.</param>
    /// <exception cref="LvxException">The address can be reached from outside and that was not allowed, or it cannot be listened on.</exception>
    public TcpServer(SimulatedUnit unit, LineOptions options, IPEndPoint endPoint, bool allowRemote = false)
    {
        line = new SimulatedLine(unit, options);
        listener = Listening.On(endPoint, allowRemote, MostQueued);
        listener.Blocking = false;
        pump = new LinePump(line);
    }

    /// <summary>Where it listens, with the true port.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndPoint!;

    /// <summary>The port it listens on.</summary>
    public int Port => EndPoint.Port;

    /// <summary>Serves until cancelled; returns at once then. Unplugging closes the connection, and the next is taken after a while.</summary>
    public void Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                pump.AwaitInput(listener.SafeHandle, cancellation);
                if (Accept() is not { } client)
                {
                    continue;
                }

                using (client)
                {
                    line.Discard(Stopwatch.GetTimestamp());
                    pump.AwaitPlug(cancellation);
                    pump.Serve(client.SafeHandle, cancellation);
                    line.Leave();
                }

                pump.AwaitPlug(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Ends listening. Not while it runs: cancel that first.</summary>
    public void Dispose()
    {
        listener.Dispose();
        pump.Dispose();
    }

    /// <returns>Null when the client left again before it was its turn.</returns>
    private Socket? Accept()
    {
        try
        {
            Socket client = listener.Accept();
            client.Blocking = false;
            client.NoDelay = true;
            client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            return client;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
