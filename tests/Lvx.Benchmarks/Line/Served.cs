using System.Net;
using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Benchmarks;

/// <summary>Simulated units served on ptys or TCP ports, and the access to them.</summary>
internal sealed class Served : IDisposable
{
    private const long FirstSerial = 96132206100001;

    private readonly CancellationTokenSource stop = new();
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;
    private readonly List<IDisposable> servers = [];
    private readonly List<Thread> threads = [];

    public Served(string kind, int count, int baud, string misbehaviour = "")
    {
        var devices = new List<string>();
        foreach (SimulatedUnit unit in Units(count))
        {
            var options = new LineOptions { Baud = baud, Misbehaviours = misbehaviour.Length > 0 ? Misbehaviour.Parse(misbehaviour) : [] };
            if (kind == "pty")
            {
                var server = new PtyServer(unit, options, Path.Combine(folder, unit.Name));
                Start(server, server.Run);
                devices.Add(server.Path);
            }
            else
            {
                var server = new TcpServer(unit, options, new IPEndPoint(IPAddress.Loopback, 0));
                Start(server, server.Run);
                devices.Add($"tcp://127.0.0.1:{server.Port}");
            }
        }

        Links = new LinkRegistry();
        Selection = new UnitFinder(Links).Select(devices, null);
    }

    public LinkRegistry Links { get; }

    public UnitSelection Selection { get; }

    public UnitAccess Access(ByteCount? count = null) => new(Links, new LinkOptions(), new SessionOptions(), count);

    public void Dispose()
    {
        stop.Cancel();
        threads.ForEach(thread => thread.Join());
        servers.ForEach(server => server.Dispose());
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<SimulatedUnit> Units(int count)
    {
        if (count is > 1 and <= SimulatedSite.MaxUnits)
        {
            return SimulatedSite.Many(count).Units;
        }

        UnitState state = SimulatedSite.Single().Units[0].State;
        return Enumerable.Range(0, count).Select(index => new SimulatedUnit($"lvx6048-{index + 1}", state with { Identity = new Identity { SerialNumber = $"{FirstSerial + index}" } }));
    }

    private void Start(IDisposable server, Action<CancellationToken> run)
    {
        servers.Add(server);
        var thread = new Thread(() => run(stop.Token)) { IsBackground = true };
        threads.Add(thread);
        thread.Start();
    }
}
