using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lvx.Benchmarks;

/// <summary>A TCP port that leads to another one, and notes when bytes pass.</summary>
internal sealed class Tap : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly Thread thread;
    private long first;
    private long last;

    public Tap(int target)
    {
        this.target = target;
        listener.Start();
        thread = new Thread(Run) { IsBackground = true };
        thread.Start();
    }

    public string Device => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>When the first byte came from the client, and when the last one went to it, since the last call.</summary>
    public (long First, long Last) Take() => (Interlocked.Exchange(ref first, 0), Interlocked.Exchange(ref last, 0));

    public void Dispose()
    {
        listener.Dispose();
        thread.Join();
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                using Socket client = listener.AcceptSocket();
                using var unit = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                unit.Connect(IPAddress.Loopback, target);
                var answers = new Thread(() => Copy(unit, client, () => Interlocked.Exchange(ref last, Stopwatch.GetTimestamp())));
                answers.Start();
                Copy(client, unit, () => Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0));
                answers.Join();
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    private static void Copy(Socket from, Socket to, Action note)
    {
        var buffer = new byte[1024];
        try
        {
            while (from.Receive(buffer) is > 0 and var count)
            {
                note();
                to.Send(buffer, count, SocketFlags.None);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // One side is gone.
        }
    }
}
