using System.CommandLine;
using System.Globalization;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx set-clock</c>: the units' clocks, to this computer's local time or a given one.</summary>
internal sealed class SetClockCommand : IVerb
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    private readonly ChangeOptionSet set = new();
    private readonly Argument<string?> time = new("time")
    {
        Description = "Such as 2026-04-26T12:00:00, by the unit's clock, which knows no time zone. Without it: this computer's local time.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Describe()
    {
        var command = new Command("set-clock", "Set the clock of each unit, and read it back.");
        command.Arguments.Add(time);
        set.AddTo(command);
        time.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Parse(result.Tokens[0].Value) is null)
            {
                result.AddError("a time is written as 2026-04-26T12:00:00, from 2000 to 2099.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        DateTime? wanted = parsed.GetValue(time) is { } text ? Parse(text) : null;
        ChangeOptions options = set.Resolve(parsed, surroundings, $"lvx set-clock {parsed.GetValue(time)}".TrimEnd());
        if (!set.IsAgreed(parsed)
            && (surroundings.Person is not { } person || !Agreement.Ask(person, surroundings.Error, "Set the clocks?", surroundings.Cancellation)))
        {
            surroundings.Error.WriteLine("lvx: nothing was written: it was not agreed to.");
            surroundings.Error.WriteLine("     Say --yes, or y when asked.");
            return ExitCode.Usage;
        }

        using Reach reach = set.Links.Resolve(parsed, surroundings);
        reach.Host.AgreedToAll = true;
        var changes = new List<LvxSettingChange>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<LvxSettingChange> outcome in new ClockOperation(reach.Access, new ChangeJournal(surroundings.JournalPath)).Set(reach.Selection, wanted, options, reach.Host))
        {
            exitCode = Outcomes.Sort(outcome, changes, surroundings.Error, exitCode);
        }

        if (changes.Count > 0)
        {
            ReceiptTable.Write(surroundings.Output, surroundings.Width, changes);
        }

        foreach (LvxSettingChange change in changes)
        {
            if (ClockOperation.ErrorOf(change) is { } failed)
            {
                ErrorText.Write(surroundings.Error, failed);
            }
        }

        return changes.Any(change => change.Outcome == ChangeOutcome.Unknown) ? ExitCode.Unknown
            : changes.Any(change => ClockOperation.ErrorOf(change)?.Error is LvxError.SettingReverted or LvxError.SettingStray) ? ExitCode.PutBack
            : changes.Any(change => change.Outcome == ChangeOutcome.Refused) ? ExitCode.Refused
            : exitCode;
    }

    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) && time.Year is >= 2000 and <= 2099 ? time : null;
}
