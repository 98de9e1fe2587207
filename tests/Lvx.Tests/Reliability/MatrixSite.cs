using System.Net;
using Lvx.Core.Operations;
using Lvx.Simulator;
using Lvx.Tests.Cli;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Reliability;

/// <summary>Simulated units, idle, behind a link of a given kind, and the command line beside them; what goes wrong concerns the first unit.</summary>
internal sealed class MatrixSite : IDisposable
{
    private const string Tcp = "tcp://";

    private readonly SimulatorLinkKind simulator = new();
    private readonly string scope = Guid.NewGuid().ToString();
    private readonly CancellationTokenSource stop = new();
    private readonly TempFolder folder = new();
    private readonly DirectoryInfo? nodes;
    private readonly List<(IDisposable Server, Thread Thread)> servers = [];

    public MatrixSite(string link, string misbehaviour, int units)
    {
        if (link == "sim")
        {
            string options = "?state=idle" + (misbehaviour.Length > 0 ? $"&misbehave1={misbehaviour}" : "");
            string layout = units == 1 ? "sim:single" : "sim:pair";
            Units = simulator.Site(layout + options).Units;
            Devices = [.. Enumerable.Range(1, units).Select(unit => FormattableString.Invariant($"{layout}/{unit}{options}"))];
            return;
        }

        if (link == "pty")
        {
            // A site file takes a node in /dev.
            nodes = Directory.CreateDirectory($"/dev/shm/lvx-test-{Guid.NewGuid():n}");
        }

        Units = (units == 1 ? SimulatedSite.Single() : SimulatedSite.Pair()).Units;
        var devices = new List<string>();
        foreach (SimulatedUnit unit in Units)
        {
            Assert.True(unit.Begin("idle"));
            var options = new LineOptions { Misbehaviours = unit == Units[0] && misbehaviour.Length > 0 ? Misbehaviour.Parse(misbehaviour) : [] };
            if (link == "pty")
            {
                var pty = new PtyServer(unit, options, Path.Combine(nodes!.FullName, unit.Name));
                Serve(pty, pty.Run);
                devices.Add(pty.Path);
            }
            else
            {
                var tcp = new TcpServer(unit, options, new IPEndPoint(IPAddress.Loopback, 0));
                Serve(tcp, tcp.Run);
                devices.Add($"{Tcp}127.0.0.1:{tcp.Port}");
            }
        }

        Devices = devices;
    }

    public IReadOnlyList<SimulatedUnit> Units { get; }

    public IReadOnlyList<string> Devices { get; }

    public string this[string file] => folder[file];

    /// <summary>A command on the units.</summary>
    public Ran Run(params IEnumerable<string> args) => Ran.In(
        around => around with
        {
            Simulator = simulator,
            LockScope = scope,
            Site = static () => null,
            JournalPath = folder["journal.jsonl"],
            Pace = new ChangeOptions
            {
                Command = "",
                ReadBackTime = TimeSpan.FromSeconds(1),
                SettleTime = TimeSpan.FromSeconds(0.5),
                Pause = TimeSpan.FromSeconds(0.1),
            },
        },
        [.. args]);

    /// <summary>The same text with what belongs to this one site put under names that all have.</summary>
    public string Normalise(string text)
    {
        // As JSON escapes what stands in a device's name.
        text = text.Replace(@"\u0026", "&", StringComparison.Ordinal).Replace(@"\u0027", "'", StringComparison.Ordinal);
        foreach ((int index, string device) in Devices.Index())
        {
            text = text.Replace(device, Devices.Count == 1 ? "DEVICE" : index == 0 ? "DEVICE 1" : "DEVICE 2", StringComparison.Ordinal);
        }

        foreach ((SimulatedUnit unit, string device) in Units.Zip(Devices).Where(pair => pair.Second.StartsWith(Tcp, StringComparison.Ordinal)))
        {
            // Over TCP a unit's short name is where it is reached.
            text = text.Replace(device[Tcp.Length..], unit.Name, StringComparison.Ordinal);
        }

        // Where an option is in it, it stands in quotation marks.
        return text.Replace("'DEVICE'", "DEVICE", StringComparison.Ordinal).Replace(folder.Path, "FOLDER", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        stop.Cancel();
        foreach ((IDisposable server, Thread thread) in servers)
        {
            thread.Join();
            server.Dispose();
        }

        stop.Dispose();
        nodes?.Delete(recursive: true);
        folder.Dispose();
    }

    private void Serve(IDisposable server, Action<CancellationToken> run)
    {
        var thread = new Thread(() => run(stop.Token)) { IsBackground = true };
        thread.Start();
        servers.Add((server, thread));
    }
}
