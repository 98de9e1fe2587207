using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
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
        var simulator = new SimulatorLinkKind();
        simulator.Site(Pair).Units[0].Change(state => state with { Rated = state.Rated with { MaxChargeCurrent = 100 } });
        var links = new LinkRegistry(simulator);
        var access = new UnitAccess(links, new LinkOptions(), new SessionOptions());
        UnitSelection pair = new UnitFinder(links).Select([Pair], null);
        var host = new CliHost(surroundings.Error, verbose: false, frames: false, surroundings.Cancellation);
        int exitCode = ShowStatus(access, pair, host, surroundings);
        exitCode = ShowComparison(access, pair, host, surroundings, exitCode);

        output.WriteLine("What to try next:");
        output.WriteLine("  lvx compare --device sim:pair                   a pair that is alike");
        output.WriteLine("  lvx settings --device sim:pair --all            every setting, and what it can be set to");
        output.WriteLine("  lvx query PIRI --device sim:pair                any question, decoded, with the raw answer");
        output.WriteLine("  lvx status --device sim:pair --json             the same for scripts");
        output.WriteLine("  lvx simulate --pty /tmp/unit1 --pty /tmp/unit2  units for any other program");
        output.WriteLine("  lvx report --device sim:pair --output r.html    all of it as one file, to print or to send");
        output.WriteLine("  lvx status                                      your own inverters, on USB");
        output.WriteLine();
        ShowReport(access, pair, host, surroundings);
        return exitCode;
    }

    private static int ShowStatus(UnitAccess access, UnitSelection pair, CliHost host, Surroundings surroundings)
    {
        TextWriter output = surroundings.Output;
        output.WriteLine("Reading both at the same time: lvx status --device sim:pair");
        output.WriteLine();
        output.Flush();
        Deadline begun = Deadline.Now;
        var statuses = new List<LvxStatus>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<LvxStatus> outcome in new StatusOperation(access).Read(pair, host))
        {
            exitCode = Outcomes.Sort(outcome, statuses, surroundings.Error, exitCode);
        }

        StatusTable.Write(output, surroundings.Width, statuses);
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant(
            $"Read in {-begun.Remaining.TotalSeconds:0.0} s, which is what the bytes of one unit take on its line."));
        output.WriteLine();
        return exitCode;
    }

    private static int ShowComparison(UnitAccess access, UnitSelection pair, CliHost host, Surroundings surroundings, int exitCode)
    {
        TextWriter output = surroundings.Output;
        output.WriteLine("Somebody left the charge current of the first at 100 A. Comparing their settings: lvx compare");
        output.WriteLine();
        output.Flush();
        var comparisons = new List<SettingsComparison>();
        foreach (UnitOutcome<SettingsComparison> outcome in new CompareOperation(access).Compare(new CompareRequest { Selection = pair }, host))
        {
            exitCode = Outcomes.Sort(outcome, comparisons, surroundings.Error, exitCode);
        }

        foreach (SettingsComparison comparison in comparisons)
        {
            CompareTable.Write(output, surroundings.Width, comparison, differencesOnly: false);
        }

        output.WriteLine();
        return exitCode;
    }

    /// <summary>The check, and the report that has it, from the same readings. No journal is looked at: it is the user's own, and of other units.</summary>
    private static void ShowReport(UnitAccess access, UnitSelection pair, CliHost host, Surroundings surroundings)
    {
        TextWriter output = surroundings.Output;
        output.WriteLine("With that difference, is the parallel system healthy? lvx sync-check, and lvx report");
        output.WriteLine();
        output.Flush();
        var options = new ReportOptions { Site = "Two simulated units", Operator = "lvx demo", Purpose = "To show what a report looks like", BankAmpereHours = 300, Samples = 2, Interval = TimeSpan.Zero };
        ReportModel model = new ReportOperation(access).Read(pair, options, host);
        SyncTable.Write(output, surroundings.Width, model.Sync);

        // A folder of its own that its owner alone may enter (mode 0700).
        string path = Path.Combine(Directory.CreateTempSubdirectory("lvxps-demo-").FullName, "report.html");
        ReportFile.At(path, replace: false).Write(model);
        output.WriteLine();
        output.WriteLine("The report, in a folder of its own that can be deleted:");
        output.WriteLine(new Uri(path).AbsoluteUri);
    }
}
