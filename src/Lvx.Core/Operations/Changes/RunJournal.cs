using Lvx.Core.Journal;
using Lvx.Core.Sessions;

namespace Lvx.Core.Operations;

/// <summary>The journal of one run: numbers its writes, and says of each who, what, and what came of it.</summary>
internal sealed class RunJournal(ChangeJournal journal, ChangeOptions options)
{
    private int steps;
    private bool begun;

    /// <summary>The id of this run.</summary>
    public string Run { get; } = ChangeJournal.NewRun(DateTime.UtcNow);

    /// <summary>Puts down what is about to be sent, on the disk before a byte leaves.</summary>
    /// <returns>The number of the write.</returns>
    /// <exception cref="LvxException">The journal cannot be written; then nothing may be sent.</exception>
    public int Intent(UnitUnderChange unit, PlannedWrite write, string why)
    {
        if (!begun)
        {
            journal.Append(new JournalEntry { Time = DateTime.UtcNow, Run = Run, Event = JournalEvent.Begun, User = Environment.UserName, Text = options.Command, Undoes = options.Undoes });
            begun = true;
        }

        journal.Append(Entry(unit, write, ++steps, JournalEvent.Intent) with { Text = why });
        return steps;
    }

    public void Sent(UnitUnderChange unit, PlannedWrite write, int step) => Try(() => journal.Append(Entry(unit, write, step, JournalEvent.Sent)));

    public void Answered(UnitUnderChange unit, PlannedWrite write, int step, SetterReply reply) =>
        Try(() => journal.Append(Entry(unit, write, step, JournalEvent.Answered) with { Outcome = reply.Outcome.ToString(), Text = reply.Cause }));

    public void Verified(UnitUnderChange unit, PlannedWrite write, int step, ChangeOutcome outcome, string reason) =>
        Try(() => journal.Append(Entry(unit, write, step, JournalEvent.Verified) with { Outcome = outcome.ToString(), Text = reason }));

    /// <summary>Closes an intent that an earlier run left open.</summary>
    /// <exception cref="LvxException">The journal cannot be written.</exception>
    public void Resolved(JournalEntry intent, string outcome, string found) => journal.Append(intent with
    {
        Time = DateTime.UtcNow,
        Event = JournalEvent.Resolved,
        User = Environment.UserName,
        Outcome = outcome,
        Text = found,
    });

    public void Ended(string outcome)
    {
        if (begun)
        {
            Try(() => journal.Append(new JournalEntry { Time = DateTime.UtcNow, Run = Run, Event = JournalEvent.Ended, User = Environment.UserName, Outcome = outcome }));
        }
    }

    /// <summary>After something was sent, a full disk must not keep the unit from being read back; the intent stays open, which is the careful side.</summary>
    private void Try(Action append)
    {
        try
        {
            append();
        }
        catch (LvxException error)
        {
            Trouble ??= error;
        }
    }

    /// <summary>The first record that could not be written; no value when all could.</summary>
    public LvxException? Trouble { get; private set; }

    private JournalEntry Entry(UnitUnderChange unit, PlannedWrite write, int step, JournalEvent happened) => new()
    {
        Time = DateTime.UtcNow,
        Run = Run,
        Step = step,
        Event = happened,
        User = Environment.UserName,
        Device = unit.Port.Device,
        SerialNumber = unit.SerialNumber,
        Firmware = unit.Found.MainFirmware,
        Frame = write.Setter.Command,
        Changes = [.. write.Changes.Where(change => change.IsReal).Select(change => new JournalChange(
            change.Setting.Name, SettingText.Format(change.Setting, change.From), SettingText.Format(change.Setting, change.To)))],
    };
}
