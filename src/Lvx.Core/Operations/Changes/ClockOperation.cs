using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Journal;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Sets the clocks of units, one after the other, each read back. A clock decides when the daily windows are, and nothing else.</summary>
public sealed class ClockOperation
{
    // The unit says whole seconds, and its answer travels for a tenth of one.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    private readonly UnitAccess access;
    private readonly ChangeJournal journal;

    /// <summary>An operation on units.</summary>
    /// <param name="access">How they are reached.</param>
    /// <param name="journal">Where every write is put down before it is sent.</param>
    public ClockOperation(UnitAccess access, ChangeJournal journal)
    {
        this.access = access;
        this.journal = journal;
    }

    /// <summary>Sets clocks.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="time">What they are to show, counted from now; no value for this computer's local time. 2000 to 2099.</param>
    /// <param name="options">How.</param>
    /// <param name="host">Whoever runs this; is asked before each change.</param>
    /// <returns>A line for each unit; a unit's error stands in its place.</returns>
    public IEnumerable<UnitOutcome<LvxSettingChange>> Set(UnitSelection selection, DateTime? time, ChangeOptions options, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        return Run(selection, time, options, host);
    }

    /// <summary>The error that a line of a clock which was not set stands for; null where all is well.</summary>
    public static LvxException? ErrorOf(LvxSettingChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        LvxError? error = change.Outcome switch
        {
            ChangeOutcome.Unknown => LvxError.SettingUnknown,

            // The unit is not as found, whatever became of its clock.
            _ when change.BroughtOthers => LvxError.SettingStray,
            ChangeOutcome.Refused => LvxError.SetterRefused,
            ChangeOutcome.Reverted => LvxError.SettingReverted,
            _ => null,
        };
        return error is { } id ? LvxErrors.ChangeFailed(id, change.Device, "Setting the clock", change.Reason) : null;
    }

    private IEnumerable<UnitOutcome<LvxSettingChange>> Run(UnitSelection selection, DateTime? time, ChangeOptions options, IHost host)
    {
        var begun = Stopwatch.StartNew();
        var run = new RunJournal(journal, options);
        var seen = new List<string?>();
        IEnumerable<UnitOutcome<LvxSettingChange>> outcomes = selection.Ports.Select(port => Crew.Try(port, () =>
        {
            var log = new UnitLog { Shown = HostFrameLog.For(host) };
            using Session session = access.Open(port, Links.LinkAccess.ReadWrite, log, host.Cancellation);
            seen.Add(session.SerialNumber);
            return selection.Takes(session.SerialNumber) ? SetOne(session, access.Called(port, session.SerialNumber), log, () => time is null ? DateTime.Now : time.Value + begun.Elapsed, run, options.SettleTime, host) : null;
        }));
        string end = "Interrupted";
        bool failed = false;
        try
        {
            foreach (UnitOutcome<LvxSettingChange> outcome in selection.WithoutStrangers(outcomes, seen, host).Where(outcome => outcome.Value is not null || outcome.Error is not null))
            {
                failed |= outcome.Error is not null || ErrorOf(outcome.Value!) is not null;
                yield return outcome;
            }

            end = failed ? "Failed" : "Done";
        }
        finally
        {
            run.Ended(end);
        }

        if (run.Trouble is { } trouble)
        {
            host.Warning(trouble.Message);
        }
    }

    private static LvxSettingChange SetOne(Session session, UnitPort port, UnitLog log, Func<DateTime> wanted, RunJournal run, TimeSpan settle, IHost host)
    {
        string serial = session.SerialNumber ?? throw LvxErrors.Nameless(port.Device);
        DateTime? before = session.Ask(Clock.Query, host.Cancellation).Answer.Time;
        LvxSettingChange Line(DateTime? now, ChangeOutcome outcome, string reason, TimeSpan elapsed, bool broughtOthers) =>
            new(port, serial, "Clock", null, before, wanted(), now, outcome, reason, elapsed) { BroughtOthers = broughtOthers };

        if (before is { } right && (right - wanted()).Duration() <= Tolerance)
        {
            return Line(before, ChangeOutcome.AlreadySet, "", TimeSpan.Zero, broughtOthers: false);
        }

        string action = string.Create(CultureInfo.InvariantCulture, $"Set the clock {wanted():yyyy-MM-dd HH:mm} (now {(before is { } at ? at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "unknown")})");
        switch (host.Confirm($"{port.Name} ({Recording.FrameText.Escape(serial)})", action, "it concerns no other setting"))
        {
            case Confirmation.OnlyShow:
                return Line(before, ChangeOutcome.NotAttempted, "Only shown.", TimeSpan.Zero, broughtOthers: false);
            case Confirmation.Decline:
                return Line(before, ChangeOutcome.NotAttempted, "It was declined.", TimeSpan.Zero, broughtOthers: false);
            default:
                return Send(session, port, log, wanted, before, serial, run, settle, host, Line);
        }
    }

    private static LvxSettingChange Send(
        Session session, UnitPort port, UnitLog log, Func<DateTime> wanted, DateTime? before, string serial, RunJournal run, TimeSpan settle, IHost host,
        Func<DateTime?, ChangeOutcome, string, TimeSpan, bool, LvxSettingChange> line)
    {
        var watch = Stopwatch.StartNew();
        string now = session.Ask(Identity.Query, host.Cancellation).Answer.SerialNumber;
        if (now != serial)
        {
            throw LvxErrors.UnitChanged(port.Device, Recording.FrameText.Escape(serial), Recording.FrameText.Escape(now));
        }

        LvxSettings settings = SettingsReader.Read(session, port, SettingsScope.All, host);
        DateTime target = wanted();
        Setter setter = Setters.Clock(target);
        var record = new WriteRecord(port.Device, serial, null, setter.Command, [new JournalChange("Clock", before?.ToString("s", CultureInfo.InvariantCulture), target.ToString("s", CultureInfo.InvariantCulture))]);
        int step = run.Intent(record, "asked for");
        log.SetterSent = () => run.Sent(record, step);
        SetterReply reply;
        try
        {
            reply = session.Tell(setter, host.Cancellation);
        }
        catch (Exception unsent) when (unsent is LvxException or OperationCanceledException)
        {
            run.Verified(record, step, ChangeOutcome.NotAttempted, unsent is LvxException ? unsent.Message : "Cancelled before it was sent.");
            throw;
        }
        finally
        {
            log.SetterSent = null;
        }

        run.Answered(record, step, reply);
        host.Cancellation.ThrowIfCancellationRequested();
        (DateTime? shown, string trouble) = Read(session, host);
        bool wasRight = IsRight(shown);
        if (wasRight)
        {
            // Units have been seen to go back.
            host.Cancellation.WaitHandle.WaitOne(settle);
            host.Cancellation.ThrowIfCancellationRequested();
            (shown, trouble) = Read(session, host);
        }

        (ChangeOutcome outcome, string reason) = shown is null ? (ChangeOutcome.Unknown, $"It could not be read back: {trouble}")
            : IsRight(shown) ? (ChangeOutcome.Applied, reply.Outcome == SetterOutcome.Accepted ? "" : $"{StepRunner.Said(reply)}, and yet it has the new time.")
            : wasRight ? (ChangeOutcome.Reverted, "It had the new time, and then another again.")
            : (ChangeOutcome.Refused, $"{StepRunner.Said(reply)}, and its clock does not show the new time.");
        IReadOnlyList<PlannedChange> strays = [];
        try
        {
            // Where its clock cannot be read, nothing is known already.
            strays = shown is null ? [] : StraySettings.Between(settings, SettingsReader.ReadAgain(session, port, settings, host), written: null);
            reason = StraySettings.Told(reason, strays) + (strays.Count > 0 ? " Nothing was put back." : "");
        }
        catch (LvxException error)
        {
            (outcome, reason) = (ChangeOutcome.Unknown, $"{reason} Whether another setting changed with it could not be read: {error.Message}".TrimStart());
        }

        run.Verified(record, step, outcome, reason);
        return line(shown, outcome, reason, watch.Elapsed, strays.Count > 0);

        bool IsRight(DateTime? time) => time is { } after && (after - wanted()).Duration() <= Tolerance;
    }

    private static (DateTime? Time, string Trouble) Read(Session session, IHost host)
    {
        try
        {
            return (session.Ask(Clock.Query, host.Cancellation).Answer.Time, "it says no time");
        }
        catch (LvxException error)
        {
            return (null, error.Message);
        }
    }
}
