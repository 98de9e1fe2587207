using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Simulator;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx demo</c>: the main job on a simulated pair, at the speed of the real line, with nothing plugged in.</summary>
internal sealed class DemoCommand : IVerb
{
    private const string Pair = "sim:pair?baud=2400";

    public Command Describe() => new("demo", "Show the main job on two simulated inverters; needs no hardware.");

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        TextWriter output = surroundings.Output;
        output.WriteLine("Two simulated LVX6048 inverters in parallel on one 48 V bank, each on its own 2400 bit/s line.");
        output.WriteLine("Reading both at the same time: lvx status --device sim:pair");
        output.WriteLine();
        output.Flush();

        var links = new LinkRegistry(new SimulatorLinkKind());
        var access = new UnitAccess(links, new LinkOptions(), new SessionOptions());
        var host = new CliHost(surroundings.Error, verbose: false, frames: false, surroundings.Cancellation);
        Deadline begun = Deadline.Now;
        var statuses = new List<LvxStatus>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<LvxStatus> outcome in new StatusOperation(access).Read(new UnitFinder(links).Select([Pair], null), host))
        {
            exitCode = Outcomes.Sort(outcome, statuses, surroundings.Error, exitCode);
        }

        StatusTable.Write(output, surroundings.Width, statuses);
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant(
            $"Read in {-begun.Remaining.TotalSeconds:0.0} s, which is what the bytes of one unit take on its line."));
        output.WriteLine();
        output.WriteLine("What to try next:");
        output.WriteLine("  lvx query PIRI --device sim:pair              any question, decoded, with the raw answer");
        output.WriteLine("  lvx status --device sim:pair --json           the same for scripts");
        output.WriteLine("  lvx simulate --pty /tmp/unit1 --pty /tmp/unit2  units for any other program");
        output.WriteLine("  lvx status                                    your own inverters, on USB");
        return exitCode;
    }
}
