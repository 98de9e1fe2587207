using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx status</c>: what each unit is and measures, once or again and again.</summary>
internal sealed class StatusCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array; with --interval one array a line." };

    private readonly NumberOption interval = new("--interval", "-i", null, 0.01, 86400, "seconds")
    {
        Description = "Read again every so many seconds, until Ctrl+C or --count.",
        HelpName = "SECONDS",
    };

    private readonly NumberOption count = new("--count", "-n", null, 1, int.MaxValue, "times", isWhole: true) { Description = "How many times to read, with --interval.", HelpName = "TIMES" };

    public Command Describe()
    {
        var command = new Command("status", "Read the state of each unit.");
        links.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(interval);
        command.Options.Add(count);
        command.Validators.Add(result =>
        {
            if (result.GetResult(count) is not null && result.GetResult(interval) is null)
            {
                result.AddError("--count goes with --interval.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        using Reach reach = links.Resolve(parsed, surroundings);
        double? seconds = interval.Of(parsed);
        var operation = new StatusOperation(reach.Access);
        int exitCode = ExitCode.Fine;
        bool first = true;
        foreach (IEnumerable<UnitOutcome<LvxStatus>> reading in operation.Repeat(
            reach.Selection, TimeSpan.FromSeconds(seconds ?? 0), seconds is null ? 1 : count.WholeOf(parsed), reach.Host))
        {
            var statuses = new List<LvxStatus>();
            foreach (UnitOutcome<LvxStatus> outcome in reading)
            {
                exitCode = Outcomes.Sort(outcome, statuses, surroundings.Error, exitCode);
            }

            Write(statuses, parsed.GetValue(json), line: seconds is not null, first, surroundings);
            first = false;
        }

        return exitCode;
    }

    private static void Write(List<LvxStatus> statuses, bool asJson, bool line, bool first, Surroundings surroundings)
    {
        if (asJson)
        {
            surroundings.Output.WriteLine(StatusJson.Write(statuses, line));
        }
        else if (statuses.Count > 0)
        {
            if (!first)
            {
                surroundings.Output.WriteLine();
            }

            StatusTable.Write(surroundings.Output, surroundings.Width, statuses);
        }

        surroundings.Output.Flush();
    }
}
