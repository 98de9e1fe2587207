using System.Net;
using Lvx.Core.Links;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

/// <summary>A simulated unit behind a link of a given kind: in this process, on a pty, or on TCP.</summary>
internal sealed class ServedUnit : IDisposable
{
    private readonly LinkRegistry links;
    private readonly CancellationTokenSource stop = new();
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;
    private readonly IDisposable? server;
    private readonly Thread? thread;

    public ServedUnit(string link, string misbehaviour = "", int baud = 0)
    {
        var simulator = new SimulatorLinkKind();
        links = new LinkRegistry(simulator);
        var options = new LineOptions { Baud = baud, Misbehaviours = misbehaviour.Length > 0 ? Misbehaviour.Parse(misbehaviour) : [] };
        if (link == "sim")
        {
            Device = $"sim:single?baud={baud}" + (misbehaviour.Length > 0 ? $"&misbehave={misbehaviour}" : "");
            Unit = simulator.Site(Device).Units[0];
            return;
        }

        Unit = SimulatedSite.Single().Units[0];
        if (link == "pty")
        {
            var pty = new PtyServer(Unit, options, Path.Combine(folder, "unit"));
            (server, Device) = (pty, pty.Path);
            thread = new Thread(() => pty.Run(stop.Token));
        }
        else
        {
            var tcp = new TcpServer(Unit, options, new IPEndPoint(IPAddress.Loopback, 0));
            (server, Device) = (tcp, $"tcp://127.0.0.1:{tcp.Port}");
            thread = new Thread(() => tcp.Run(stop.Token));
        }

        thread.Start();
    }

    public string Device { get; }

    public SimulatedUnit Unit { get; }

    public Link Open(CancellationToken cancellation) => Open(new LinkOptions().OpenTimeout, cancellation);

    public Link Open(TimeSpan wait, CancellationToken cancellation) => links.Open(Device, new LinkOptions { OpenTimeout = wait }, cancellation);

    public void Dispose()
    {
        stop.Cancel();
        thread?.Join();
        server?.Dispose();
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
