using Lvx.Core.Journal;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>
/// Changes settings of units, with a proof of every change. All units are opened, read and checked before the first byte of the first setter; then one unit after the other,
/// one setter after the other, is written and read back; the first failure ends it, and what was applied is put back in all of them.
/// </summary>
public sealed class ChangeOperation
{
    private const string Activity = "Reading units";

    private readonly UnitAccess access;
    private readonly ChangeJournal journal;
    private readonly IChangeWitness witness;

    /// <summary>An operation on units.</summary>
    /// <param name="access">How they are reached.</param>
    /// <param name="journal">Where every write is put down before it is sent.</param>
    /// <param name="witness">Keeps the settings as found.</param>
    public ChangeOperation(UnitAccess access, ChangeJournal journal, IChangeWitness witness)
    {
        this.access = access;
        this.journal = journal;
        this.witness = witness;
    }

    /// <summary>Changes units.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="wanted">What each of them is to have.</param>
    /// <param name="options">How.</param>
    /// <param name="host">Whoever runs this; is asked before each change.</param>
    /// <exception cref="OperationCanceledException">Cancelled. A setter that was on its way is told by the next run.</exception>
    public ChangeReport Run(UnitSelection selection, ChangeWish wanted, ChangeOptions options, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        var receipt = new Receipt();
        var units = new List<UnitUnderChange>();
        try
        {
            Open(selection, options, host, units, receipt);
            LookAtWhatWasCutOff(units, options, host, receipt);
            PlanAll(units, wanted, options, host, receipt);
            if (receipt.Errors.Count > 0)
            {
                receipt.NoteRest(units, "Nothing was written to any unit, since one of them could not be.");
            }
            else
            {
                Execute(units, wanted, options, host, receipt);
            }

            return receipt.Close(units);
        }
        finally
        {
            units.ForEach(unit => unit.Dispose());
        }
    }

    private void Open(UnitSelection selection, ChangeOptions options, IHost host, List<UnitUnderChange> units, Receipt receipt)
    {
        var seen = new string?[selection.Ports.Count];
        (UnitPort Port, int Index)[] members = [.. selection.Ports.Select((port, index) => (port, index))];
        IEnumerable<UnitOutcome<UnitUnderChange>> opened = Crew.Once(
            members,
            (member, crewHost) => Crew.Try(member.Port, () => UnitUnderChange.Open(access, member.Port, selection, options, crewHost, serial => seen[member.Index] = serial)),
            Activity,
            host);
        foreach (UnitOutcome<UnitUnderChange> outcome in selection.WithoutStrangers(opened, seen, host))
        {
            if (outcome.Error is { } error)
            {
                receipt.Fail(outcome.Unit, error);
            }
            else
            {
                // From here on everything happens on the thread of whoever asked.
                outcome.Value!.Log.Shown = HostFrameLog.For(host);
                units.Add(outcome.Value);
            }
        }

        foreach (UnitUnderChange twice in units.Where((unit, index) => units.Take(index).Any(other => other.SerialNumber == unit.SerialNumber)))
        {
            receipt.Fail(twice.Port, LvxErrors.SameUnitTwice(twice.Port.Device, twice.SerialNumber));
        }
    }

    private void LookAtWhatWasCutOff(List<UnitUnderChange> units, ChangeOptions options, IHost host, Receipt receipt)
    {
        IReadOnlyList<OpenIntent> open = journal.OpenIntents();
        foreach (UnitUnderChange unit in units.Where(unit => open.Any(left => left.Intent.SerialNumber == unit.SerialNumber)))
        {
            try
            {
                unit.LookUntilSteady(options, host);
            }
            catch (LvxException error)
            {
                receipt.Fail(unit.Port, error);
            }
        }
    }

    private static void PlanAll(List<UnitUnderChange> units, ChangeWish wanted, ChangeOptions options, IHost host, Receipt receipt)
    {
        foreach (UnitUnderChange unit in units)
        {
            try
            {
                var present = SettingsState.Of(unit.Settings);
                IReadOnlyList<KeyValuePair<SettingDefinition, object>> own = wanted.For(unit.Settings);
                unit.Plan = ChangePlanner.Plan(present, own, options.ParallelId, options.LeaveOutWhatCannotBeWritten, ChangePlanner.Anyway(present, own));
            }
            catch (LvxException error)
            {
                receipt.Fail(unit.Port, error);
                continue;
            }

            foreach (string warning in unit.Plan.Warnings)
            {
                host.Warning($"{unit.Target}: {warning}");
            }

            foreach (PlannedChange same in unit.Plan.AlreadySet)
            {
                receipt.Note(unit, same, ChangeOutcome.AlreadySet, "");
            }

            foreach ((PlannedChange change, string reason) in unit.Plan.OnLcdOnly)
            {
                receipt.Note(unit, change, ChangeOutcome.NotAttempted, reason);
            }

            if (unit.Plan.Problems.Count > 0)
            {
                receipt.Fail(unit.Port, LvxErrors.ChangeInvalid(unit.Port.Device, unit.Plan.Problems));
            }
        }
    }

    private void Execute(List<UnitUnderChange> units, ChangeWish wanted, ChangeOptions options, IHost host, Receipt receipt)
    {
        var run = new RunJournal(journal, options);
        foreach ((JournalEntry intent, string outcome, string found) in IntentResolver.Find(journal, units))
        {
            host.Warning(found);
            run.LeftOpen.Add((intent, outcome, found));
        }

        try
        {
            new ChangeRun(run, witness, options, host, receipt).Go(units, wanted);
            if (!options.IsRehearsal)
            {
                run.CloseLeftOpen();
            }

            receipt.HasLeftOpen = run.LeftOpen.Count > 0;
            run.Ended(receipt.Errors.Count == 0 ? "Done" : "Failed");
        }
        catch
        {
            run.Ended("Interrupted");
            throw;
        }

        if (run.Trouble is { } trouble)
        {
            host.Warning(trouble.Message);
        }
    }
}
