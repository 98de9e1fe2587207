using System.CommandLine;
using Lvx.Core.Operations;

namespace Lvx.Cli.Hosting;

/// <summary>The options of every verb that changes settings.</summary>
internal sealed class ChangeOptionSet
{
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do not ask: write what the plan shows." };
    private readonly Option<bool> noRollback = new("--no-rollback") { Description = "When a write fails, leave what was applied before it." };
    private readonly Option<int> parallelId = new("--parallel-id")
    {
        Description = "The parallel id in setters that carry one; 0 on each unit's own cable, master and slave alike.",
        HelpName = "0-9",
    };

    private readonly Option<double?> settle = new("--settle")
    {
        Description = "How long after a new value shows everything is read once more, in seconds; 1.5 unless told. Units have been seen to go back.",
        HelpName = "SECONDS",
    };

    public ChangeOptionSet()
    {
        Ranges.Require(parallelId, 0, 9, "(a digit)");
        Ranges.Require(settle, 0, 60, "seconds");
    }

    public LinkOptionSet Links { get; } = new("Also writes to units in fault; never to one that cannot be read.");

    public void AddTo(Command command)
    {
        Links.AddTo(command);
        foreach (Option option in (Option[])[yes, noRollback, parallelId, settle])
        {
            command.Options.Add(option);
        }
    }

    public bool IsAgreed(ParseResult parsed) => parsed.GetValue(yes);

    public ChangeOptions Resolve(ParseResult parsed, Surroundings surroundings, string command) => surroundings.Pace with
    {
        Command = command,
        Force = Links.Forces(parsed),
        NoRollback = parsed.GetValue(noRollback),
        ParallelId = parsed.GetValue(parallelId),
        SettleTime = parsed.GetValue(settle) is { } seconds ? TimeSpan.FromSeconds(seconds) : surroundings.Pace.SettleTime,
    };
}
