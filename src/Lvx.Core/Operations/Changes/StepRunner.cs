using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Sessions;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// One write, with its proof: who it is, the intent on disk, the setter once, its answer, and then what the unit itself says, more than once. What counts is what is read back:
/// answers have been lost, damaged, and untrue.
/// </summary>
internal sealed class StepRunner(ChangeOptions options, RunJournal journal, IHost host)
{
    // A refused value is looked at too (an answer may lie), but not for as long as an accepted one. Fewer sound looks than these prove no old value: the first may lag.
    private const int SoundLooks = 2;

    private const int MostLate = 4;

    private const string CheckAndRead = "Check the unit's cable and power, then read its settings.";

    /// <exception cref="OperationCanceledException">Cancelled; when a setter was on its way, its intent stays open in the journal for the next run to resolve.</exception>
    public StepResult Run(UnitUnderChange unit, PlannedWrite write, string why, bool isRollback = false)
    {
        var watch = Stopwatch.StartNew();
        LvxSettings before = unit.Settings;
        WriteRecord record = WriteRecord.Of(unit, write);
        int step = 0;
        try
        {
            RequireSameUnit(unit);
            step = journal.Intent(record, why);
        }
        catch (LvxException error)
        {
            return new StepResult(ChangeOutcome.NotAttempted, $"{error.Message} Nothing was sent.", watch.Elapsed, []);
        }

        SetterReply reply;
        unit.Log.SetterSent = () => journal.Sent(record, step);
        try
        {
            reply = unit.Session.Tell(write.Setter, host.Cancellation);
        }
        catch (Exception unsent) when (unsent is LvxException or OperationCanceledException)
        {
            journal.Verified(record, step, ChangeOutcome.NotAttempted, unsent is LvxException ? unsent.Message : "Cancelled before it was sent.");
            if (unsent is OperationCanceledException)
            {
                throw;
            }

            return new StepResult(ChangeOutcome.NotAttempted, $"{unsent.Message} Nothing was sent.", watch.Elapsed, []);
        }
        finally
        {
            unit.Log.SetterSent = null;
        }

        unit.IsUncertain = true;
        journal.Answered(record, step, reply);
        host.Cancellation.ThrowIfCancellationRequested();
        (ChangeOutcome outcome, string reason) = Prove(unit, write, reply);
        IReadOnlyList<PlannedChange> strays = unit.IsUncertain ? [] : StraySettings.Between(before, unit.Settings, write.Group);
        reason = StraySettings.Told(reason, strays);
        journal.Verified(record, step, isRollback && outcome == ChangeOutcome.Applied ? ChangeOutcome.RolledBack : outcome, reason);
        return new StepResult(outcome, reason, watch.Elapsed, strays);
    }

    /// <summary>Cables can be swapped between two writes, and node numbers swap by themselves: only what the unit says counts.</summary>
    private void RequireSameUnit(UnitUnderChange unit)
    {
        string serial = unit.Session.Ask(Identity.Query, host.Cancellation).Answer.SerialNumber;
        if (!string.Equals(serial, unit.SerialNumber, StringComparison.Ordinal))
        {
            throw LvxErrors.UnitChanged(unit.Port.Device, Recording.FrameText.Escape(unit.SerialNumber), Recording.FrameText.Escape(serial));
        }
    }

    private (ChangeOutcome Outcome, string Reason) Prove(UnitUnderChange unit, PlannedWrite write, SetterReply reply)
    {
        bool seen = Look(unit, write, reply.Outcome == SetterOutcome.Refused, out int sound, out LvxException? blind);
        bool whole = TrySettle(unit, ref blind);
        if (whole && !seen && Has(unit, write, change => change.To))
        {
            // It showed only now: it counts when it stays.
            seen = true;
            whole = TrySettle(unit, ref blind);
        }

        if (whole && !seen && sound < SoundLooks && !Has(unit, write, change => change.To))
        {
            // What it showed may be what it had before, and is not told as what it has now.
            unit.IsUncertain = true;
            return (ChangeOutcome.Unknown, $"{Said(reply)}, and it could not be read back often enough to tell: {blind?.Message} {CheckAndRead}");
        }

        if (!whole)
        {
            return (ChangeOutcome.Unknown, $"{Said(reply)}, and then it could not be read back: {blind!.Message} {CheckAndRead}");
        }

        if (Has(unit, write, change => change.To))
        {
            return (ChangeOutcome.Applied, reply.Outcome == SetterOutcome.Accepted ? "" : $"{Said(reply)}, and yet the unit has it.");
        }

        string now = string.Join(" and ", write.Changes.Where(change => change.IsReal).Select(change => $"{change.Setting.Label} {change.Text(unit.Now(change.Setting))}"));
        if (!Has(unit, write, change => change.From))
        {
            return (ChangeOutcome.Unknown, $"{Said(reply)}, and now it has {now}, which is neither what it had nor what was wanted.");
        }

        return seen
            ? (ChangeOutcome.Reverted, $"It had the new value, and then had {now} again. Look at what else sets this unit: another program, its own battery protocol, or somebody at its LCD.")
            : (ChangeOutcome.Refused, $"{Said(reply)}, and it still has {now}. {RefusalCause.Find(unit, write, reply, options, host)}");
    }

    /// <summary>Looks for the new value until it shows or the time is over; a unit's answers lag its writes.</summary>
    private bool Look(UnitUnderChange unit, PlannedWrite write, bool refused, out int sound, out LvxException? blind)
    {
        Deadline until = Deadline.After(options.ReadBackTime);
        blind = null;
        sound = 0;
        for (int late = 0; ; )
        {
            try
            {
                if (ReadBack.Shows(unit, write, host))
                {
                    return true;
                }

                sound++;
            }
            catch (LvxException error)
            {
                blind = error;
                if (error.Error is LvxError.UnitChanged)
                {
                    return false;
                }
            }

            // Where the line ate the time, a few more looks are taken.
            if (sound >= SoundLooks ? refused || until.Passed : until.Passed && ++late > MostLate)
            {
                return false;
            }

            Wait(until.Passed ? Deadline.After(options.Pause) : Deadline.Earlier(until, Deadline.After(options.Pause)));
        }
    }

    /// <summary>After a settling time everything is read once more: units have been seen to go back, and only what was meant may have changed.</summary>
    private bool TrySettle(UnitUnderChange unit, ref LvxException? blind)
    {
        const int tries = 2;
        Wait(Deadline.After(options.SettleTime));
        for (int i = 0; i < tries; i++)
        {
            try
            {
                unit.ReadAgain(host);
                return true;
            }
            catch (LvxException error)
            {
                blind = error;
            }
        }

        return false;
    }

    private void Wait(Deadline until)
    {
        host.Cancellation.WaitHandle.WaitOne(until.Milliseconds);
        host.Cancellation.ThrowIfCancellationRequested();
    }

    private static bool Has(UnitUnderChange unit, PlannedWrite write, Func<PlannedChange, object?> value) =>
        write.Changes.All(change => Equals(value(change), unit.Now(change.Setting)));

    /// <summary>What the unit answered, the beginning of a sentence.</summary>
    public static string Said(SetterReply reply) => reply.Outcome switch
    {
        SetterOutcome.Accepted => "The unit accepted it",
        SetterOutcome.Refused => "The unit refused it",
        _ => string.Create(CultureInfo.InvariantCulture, $"What the unit answered is not known ({reply.Cause.TrimEnd('.')})"),
    };
}
