using System.CommandLine;
using System.Net;
using Lvx.Cli.Hosting;
using Lvx.Core;
using Lvx.Simulator;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx simulate</c>: simulated units on ptys and TCP ports or as USB devices, for any program, until Ctrl+C.</summary>
internal sealed class SimulateCommand : IVerb
{
    private readonly Option<string[]> pty = new("--pty")
    {
        Description = "Serve one unit on a pty, found under the symlink PATH. May be given several times.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> tcp = new("--tcp")
    {
        Description = "Serve one unit on HOST:PORT (port 0: any that is free). May be given several times.",
        HelpName = "HOST:PORT",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> baud = new("--baud")
    {
        Description = "The speed of each unit's line, in bit/s; 0 is no delay at all.",
        DefaultValueFactory = _ => 2400,
        HelpName = "RATE",
    };

    private readonly Option<string[]> misbehave = new("--misbehave")
    {
        Description = $"What goes wrong: KIND[=SECONDS][@COMMAND][*TIMES], such as late=4.5@GS or bad-crc*2. Kinds: {string.Join(", ", Misbehaviour.Kinds)}.",
        HelpName = "WHAT",
    };

    private readonly Option<string> state = new Option<string>("--state")
    {
        Description = "What the units are doing: charging (from the sun), idle (at night), grid (idle, with the grid there).",
        DefaultValueFactory = _ => "charging",
        HelpName = "STATE",
    }.AcceptOnlyFromAmong("charging", "idle", "grid");

    private readonly Option<bool> allowRemote = new("--allow-remote") { Description = "Let --tcp or --usbip-listen listen on an address that other machines can reach. There is no password and no encryption." };

    private readonly UsbServing usb = new();

    public Command Describe()
    {
        var command = new Command("simulate", "Serve simulated inverters to any program: one unit alone, two or more as a parallel system.");
        foreach (Option option in (Option[])[pty, tcp, baud, misbehave, state, allowRemote])
        {
            command.Options.Add(option);
        }

        usb.AddTo(command);
        Ranges.Require(baud, 0, 10_000_000, "bit/s");
        command.Validators.Add(result =>
        {
            bool others = result.GetResult(pty) is not null || result.GetResult(tcp) is not null;
            if (usb.IsWanted(result) == others)
            {
                result.AddError(others ? "--usbip goes with neither --pty nor --tcp." : "Say where to serve: --pty PATH, --tcp HOST:PORT or --usbip COUNT.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        var options = new LineOptions
        {
            Baud = parsed.GetValue(baud),
            Misbehaviours = [.. (parsed.GetValue(misbehave) ?? []).SelectMany(Misbehaviour.Parse)],
        };
        if (usb.IsWanted(parsed.CommandResult))
        {
            return usb.Run(parsed, count => Site(parsed, count), options, parsed.GetValue(allowRemote), surroundings);
        }

        string[] ptys = parsed.GetValue(pty) ?? [];
        IPEndPoint[] endPoints = [.. (parsed.GetValue(tcp) ?? []).Select(EndPoints.Parse)];
        int count = ptys.Length + endPoints.Length;
        if (count > SimulatedSite.MaxUnits)
        {
            throw new LvxException(LvxError.ArgumentInvalid, null, $"{count} units are more than a parallel system has.", $"Name at most {SimulatedSite.MaxUnits} ptys and ports.");
        }

        SimulatedSite site = Site(parsed, count);
        var servers = new List<(IDisposable Server, Action<CancellationToken> Run)>();
        try
        {
            foreach (string path in ptys)
            {
                var server = new PtyServer(site.Units[servers.Count], options, path);
                servers.Add((server, server.Run));
                surroundings.Output.WriteLine($"unit {servers.Count}: --device {server.Path}");
            }

            foreach (IPEndPoint endPoint in endPoints)
            {
                var server = new TcpServer(site.Units[servers.Count], options, endPoint, parsed.GetValue(allowRemote));
                servers.Add((server, server.Run));
                surroundings.Output.WriteLine($"unit {servers.Count}: --device tcp://{new IPEndPoint(endPoint.Address, server.Port)}");
            }

            surroundings.Output.WriteLine("Serving until Ctrl+C.");
            surroundings.Output.Flush();
            Serve(servers.Select(server => server.Run), surroundings.Cancellation);
            return ExitCode.Fine;
        }
        finally
        {
            servers.ForEach(server => server.Server.Dispose());
        }
    }

    private SimulatedSite Site(ParseResult parsed, int count)
    {
        SimulatedSite site = count == 1 ? SimulatedSite.Single() : SimulatedSite.Many(count);
        foreach (SimulatedUnit unit in site.Units)
        {
            unit.Begin(parsed.GetValue(state)!);
        }

        return site;
    }

    /// <summary>All of them, each on a thread of its own; when one fails, all end.</summary>
    private static void Serve(IEnumerable<Action<CancellationToken>> servers, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        LvxException? failure = null;
        Thread[] threads =
        [
            .. servers.Select(server => new Thread(() =>
            {
                try
                {
                    server(stop.Token);
                }
                catch (LvxException error)
                {
                    failure = error;
                    stop.Cancel();
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (failure is not null)
        {
            throw failure;
        }
    }
}
