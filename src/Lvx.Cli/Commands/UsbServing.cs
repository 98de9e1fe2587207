using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Simulator;

namespace Lvx.Cli.Commands;

/// <summary>The part of <c>lvx simulate</c> in which the units are USB devices.</summary>
internal sealed class UsbServing
{
    private readonly Option<int> usbip = new("--usbip")
    {
        Description = "Be COUNT units as USB devices, plugged into this machine's kernel, each with a hidraw node. Takes root and the module vhci-hcd.",
        HelpName = "COUNT",
    };

    private readonly Option<string?> listen = new("--usbip-listen")
    {
        Description = "With --usbip: plug nothing in, but let `usbip attach -r HOST -b 1-1` fetch the units. Without HOST:PORT, 127.0.0.1:3240.",
        HelpName = "HOST:PORT",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> vhci = new("--vhci")
    {
        Description = "With --usbip: the first of the kernel's virtual sockets to use, instead of whichever are free.",
        HelpName = "SOCKET",
    };

    private readonly Option<int?> plugged = new("--plugged")
    {
        Description = $"With --usbip: how many are plugged in at the start, instead of all. While it serves, orders come on standard input, a line each: {UsbBus.Orders}.",
        HelpName = "COUNT",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[usbip, listen, vhci, plugged])
        {
            command.Options.Add(option);
        }

        Ranges.Require(usbip, 1, SimulatedSite.MaxUnits, "units");
        Ranges.Require(plugged, 0, SimulatedSite.MaxUnits, "units");
        Ranges.Require(vhci, 0, 1000, "");
        command.Validators.Add(result =>
        {
            if (result.GetResult(usbip) is not { Implicit: false } && ((Option[])[listen, vhci, plugged]).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } alone)
            {
                result.AddError($"{alone.Name} goes with --usbip.");
            }
        });
    }

    /// <summary>Whether units are to be USB devices.</summary>
    public bool IsWanted(System.CommandLine.Parsing.CommandResult result) => result.GetResult(usbip) is { Implicit: false };

    public int Run(ParseResult parsed, Func<int, SimulatedSite> make, LineOptions options, bool allowRemote, Surroundings surroundings)
    {
        int count = parsed.GetValue(usbip);
        SimulatedSite site = make(count);
        int first = Math.Min(count, parsed.GetValue(plugged) ?? count);
        using UsbBus bus = parsed.GetResult(listen) is { Implicit: false }
            ? UsbBus.OfNetwork(site, options, first, EndPoints.Parse(parsed.GetValue(listen) ?? "127.0.0.1:3240"), allowRemote, Tell)
            : UsbBus.OfKernel(site, options, first, parsed.GetValue(vhci), Tell);
        if (surroundings.Orders is { } orders)
        {
            // Nothing wakes a read of standard input: the thread ends with the process, or with the input.
            new Thread(() => Hear(orders(), bus, surroundings.Cancellation)) { IsBackground = true }.Start();
        }

        bus.Run(() => Tell("Serving until Ctrl+C."), surroundings.Cancellation);
        return ExitCode.Fine;

        void Tell(string line)
        {
            surroundings.Output.WriteLine(line);
            surroundings.Output.Flush();
        }
    }

    private static void Hear(TextReader orders, UsbBus bus, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && orders.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !cancellation.IsCancellationRequested)
            {
                bus.Order(line);
            }
        }
    }
}
