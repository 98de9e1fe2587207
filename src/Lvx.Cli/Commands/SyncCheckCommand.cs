using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx sync-check</c>: whether the parallel system is healthy, and if not, what next.</summary>
internal sealed class SyncCheckCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly ToleranceOptionSet tolerances = new();
    private readonly Option<bool> viaBus = new("--via-parallel-bus") { Description = "Ask one unit, the first named, for what it knows of all: for a site with one cable." };
    private readonly Option<double?> wait = new("--wait", "-w") { Description = "Check again and again until in sync, for so many seconds at most.", HelpName = "SECONDS" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Show nothing: the exit code says it." };
    private readonly Option<bool> json = new("--json") { Description = "Write the report as JSON: one object." };

    public Command Describe()
    {
        var command = new Command("sync-check", "Tell whether the parallel system is healthy. Exit code 0 in sync, 1 not, 3 a unit did not answer.");
        links.AddTo(command);
        tolerances.AddTo(command);
        foreach (Option option in (Option[])[viaBus, wait, quiet, json])
        {
            command.Options.Add(option);
        }

        Ranges.Require(wait, 0, 86400, "seconds");
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        using Reach reach = links.Resolve(parsed, surroundings);
        reach.Host.ShowsProgress = surroundings.Person is not null;
        var options = new SyncOptions
        {
            Tolerances = tolerances.Resolve(parsed, surroundings),
            ViaParallelBus = parsed.GetValue(viaBus),
            Wait = TimeSpan.FromSeconds(parsed.GetValue(wait) ?? 0),
        };
        LvxSyncReport report = new ParallelSyncOperation(reach.Access).Check(reach.Selection, options, reach.Host);
        if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(SyncJson.Write(report));
        }
        else if (!parsed.GetValue(quiet))
        {
            SyncTable.Write(surroundings.Output, surroundings.Width, report);
        }

        return ExitCodeOf(report);
    }

    /// <summary>A unit that did not answer says more than what the others disagree in: the check is not whole.</summary>
    public static int ExitCodeOf(LvxSyncReport report) => report.Unreachable.Count > 0 ? ExitCode.Device : report.InSync ? ExitCode.Fine : ExitCode.No;
}
