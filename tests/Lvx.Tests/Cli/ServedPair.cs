using System.Net;
using Lvx.Simulator;

namespace Lvx.Tests.Cli;

/// <summary>Two simulated units on TCP ports, for commands that run one after the other.</summary>
internal sealed class ServedPair : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<(TcpServer Server, Thread Thread)> servers = [];

    public ServedPair(string misbehaviour2 = "")
    {
        SimulatedSite site = SimulatedSite.Pair();
        Units = site.Units;
        foreach (SimulatedUnit unit in site.Units)
        {
            var server = new TcpServer(unit, unit == site.Units[1] && misbehaviour2.Length > 0 ? new LineOptions { Misbehaviours = Misbehaviour.Parse(misbehaviour2) } : new LineOptions(), new IPEndPoint(IPAddress.Loopback, 0));
            var thread = new Thread(() => server.Run(stop.Token)) { IsBackground = true };
            thread.Start();
            servers.Add((server, thread));
        }
    }

    public IReadOnlyList<SimulatedUnit> Units { get; }

    public string[] Devices => [.. servers.SelectMany(served => (string[])["--device", $"tcp://127.0.0.1:{served.Server.Port}"])];

    public void Dispose()
    {
        stop.Cancel();
        foreach ((TcpServer server, Thread thread) in servers)
        {
            thread.Join();
            server.Dispose();
        }

        stop.Dispose();
    }
}
