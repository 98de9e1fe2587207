using System.CommandLine;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Cli.Hosting;

/// <summary>How every verb that changes settings goes: the plan is made and shown, agreed to, carried out, and what came of it is a receipt and an exit code.</summary>
internal sealed class Changing(ChangeOptionSet set, ParseResult parsed, Surroundings surroundings)
{
    /// <summary>Changes units.</summary>
    /// <param name="wish">What they are to have.</param>
    /// <param name="options">How.</param>
    /// <param name="planOnly">Whether the plan is all that is wanted.</param>
    /// <param name="serialNumbers">The units that are meant, where the options name none.</param>
    public int Run(ChangeWish wish, ChangeOptions options, bool planOnly = false, IReadOnlyList<string>? serialNumbers = null)
    {
        using Reach reach = set.Links.Resolve(parsed, surroundings);
        reach.Host.WarnsOnce = true;
        UnitSelection selection = serialNumbers is null || reach.Selection.SerialNumbers.Count > 0 ? reach.Selection : reach.Selection with { SerialNumbers = serialNumbers };
        var journal = new ChangeJournal(surroundings.JournalPath);
        var operation = new ChangeOperation(reach.Access, journal, new BaselineWitness(BeforeFolder(), RestoreLine));
        ChangeReport plan = operation.Run(selection, wish, options with { IsRehearsal = true }, reach.Host);
        if (plan.Errors.Count > 0 || plan.Planned.Count == 0)
        {
            if (!planOnly && plan.Errors.Count == 0 && plan.HasLeftOpen)
            {
                // Nothing is to be written, and what was found of an earlier run is still put down.
                reach.Host.Agreed = new HashSet<(string, string)>();
                plan = operation.Run(selection, wish, options, reach.Host);
            }

            return Close(plan, planOnly);
        }

        PlanTable.Write(surroundings.Output, surroundings.Width, plan.Planned);
        surroundings.Output.Flush();
        if (planOnly)
        {
            return ExitCode.No;
        }

        if (!set.IsAgreed(parsed) && !MayWrite(plan))
        {
            return ExitCode.Usage;
        }

        reach.Host.Agreed = plan.Planned.Select(write => ($"{write.Name} ({write.SerialNumber})", write.Action)).ToHashSet();
        try
        {
            surroundings.Output.WriteLine();
            int exitCode = Close(operation.Run(selection, wish, options, reach.Host), planOnly: false);
            TellOfOtherThanPlanned(reach.Host);
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.WriteLine("lvx: interrupted. `lvx journal` says what had been sent; the next command that writes says what the unit made of it.");
            throw;
        }
    }

    /// <summary>What was not in the plan was not written: a unit shows for a moment what it had before a write, and somebody may be at its buttons.</summary>
    private void TellOfOtherThanPlanned(CliHost host)
    {
        foreach ((string target, string action) in host.NotAgreed)
        {
            surroundings.Error.WriteLine($"lvx: {FrameText.EscapeSentence(target)}: {FrameText.EscapeSentence(action)} was not written: the unit had other values than when the plan was made.");
        }

        if (host.NotAgreed.Count > 0)
        {
            surroundings.Error.WriteLine("     Run the command again: it shows the plan from what the unit has now.");
        }
    }

    private bool MayWrite(ChangeReport plan)
    {
        if (surroundings.Person is not { } person)
        {
            surroundings.Error.WriteLine("lvx: nothing was written: nobody can be asked here.");
            surroundings.Error.WriteLine("     Look at the plan, and say --yes.");
            return false;
        }

        int units = plan.Planned.Select(write => write.SerialNumber).Distinct().Count();
        if (Agreement.Ask(person, surroundings.Error, $"Write {(plan.Planned.Count == 1 ? "this" : $"these {plan.Planned.Count}")} to {(units == 1 ? "one unit" : $"{units} units")}?", surroundings.Cancellation))
        {
            return true;
        }

        surroundings.Error.WriteLine("lvx: nothing was written: it was declined.");
        surroundings.Error.WriteLine("     Say y to write the plan.");
        return false;
    }

    private int Close(ChangeReport report, bool planOnly)
    {
        if (report.Changes.Count > 0)
        {
            ReceiptTable.Write(surroundings.Output, surroundings.Width, report.Changes);
        }

        foreach ((_, LvxException error) in report.Errors)
        {
            ErrorText.Write(surroundings.Error, error);
        }

        return CodeOf(report, planOnly);
    }

    /// <summary>The worst that happened: what is not known, what went back, what was refused, what could not be reached.</summary>
    private static int CodeOf(ChangeReport report, bool planOnly)
    {
        bool Has(ChangeOutcome outcome) => report.Changes.Any(change => change.Outcome == outcome);
        if (Has(ChangeOutcome.Unknown))
        {
            return ExitCode.Unknown;
        }

        if (Has(ChangeOutcome.RolledBack) || Has(ChangeOutcome.Reverted) || report.Errors.Any(found => found.Error.Error is LvxError.RollbackFailed or LvxError.SettingStray))
        {
            return ExitCode.PutBack;
        }

        if (report.Errors.Count > 0)
        {
            return report.Errors.Any(found => found.Error.Error is LvxError.ChangeInvalid or LvxError.SetterRefused or LvxError.UnitInFault or LvxError.UnitNameless)
                ? ExitCode.Refused
                : report.Errors.Select(found => ErrorText.ExitCodeOf(found.Error)).First();
        }

        // What only the LCD can set is left to do: for a plan as for a change, that is not done.
        return Has(ChangeOutcome.NotAttempted) ? (planOnly ? ExitCode.No : ExitCode.Refused) : ExitCode.Fine;
    }

    private string BeforeFolder() => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(surroundings.JournalPath))!, "before");

    private static string RestoreLine(string path, LvxSettings unit) =>
        $"lvx restore {CommandText.ForShell(path)} --device {CommandText.ForShell(unit.Device)}{(CommandText.IsSerial(unit.SerialNumber) ? $" --serial {unit.SerialNumber}" : "")}";
}
