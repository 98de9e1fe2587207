using Lvx.Core.Journal;
using Lvx.Core.Sessions;

namespace Lvx.Core.Operations;

/// <summary>The journal of one run: numbers its writes, and says of each who, what, and what came of it.</summary>
internal sealed class RunJournal(ChangeJournal journal, ChangeOptions options)
{
    private int steps;
    private bool begun;

    /// <summary>Intents that earlier runs left open, each with what was found; closed as soon as this run writes anything.</summary>
    public List<(JournalEntry Intent, string Outcome, string Found)> LeftOpen { get; } = [];

    /// <summary>The id of this run.</summary>
    public string Run { get; } = ChangeJournal.NewRun(DateTime.UtcNow);

    /// <summary>Puts down what is about to be sent, on the disk before a byte leaves.</summary>
    /// <returns>The number of the write.</returns>
    /// <exception cref="LvxException">The journal cannot be written; then nothing may be sent.</exception>
    public int Intent(WriteRecord write, string why)
    {
        if (!begun)
        {
            journal.Append(new JournalEntry { Time = DateTime.UtcNow, Run = Run, Event = JournalEvent.Begun, User = Environment.UserName, Text = options.Command, Undoes = options.Undoes });
            begun = true;
        }

        journal.Append(Entry(write, ++steps, JournalEvent.Intent) with { Text = why });
        return steps;
    }

    public void Sent(WriteRecord write, int step) => Try(() => journal.Append(Entry(write, step, JournalEvent.Sent)));

    public void Answered(WriteRecord write, int step, SetterReply reply) =>
        Try(() => journal.Append(Entry(write, step, JournalEvent.Answered) with { Outcome = reply.Outcome.ToString(), Text = reply.Cause }));

    public void Verified(WriteRecord write, int step, ChangeOutcome outcome, string reason) =>
        Try(() => journal.Append(Entry(write, step, JournalEvent.Verified) with { Outcome = outcome.ToString(), Text = reason }));

    /// <summary>In a run that takes another back, what was back already: without it the other would stay the last one to be taken back.</summary>
    public void AlreadyBack(UnitUnderChange unit, IEnumerable<PlannedChange> changes)
    {
        if (options.Undoes is null)
        {
            return;
        }

        JournalChange[] same = [.. changes.Select(change => new JournalChange(change.Setting.Name, SettingText.Format(change.Setting, change.From), SettingText.Format(change.Setting, change.To)))];
        if (same.Length > 0)
        {
            Try(() => journal.Append(Entry(new WriteRecord(unit.Port.Device, unit.SerialNumber, unit.Found.MainFirmware, "", same), ++steps, JournalEvent.Verified) with { Frame = null, Outcome = nameof(ChangeOutcome.AlreadySet) }));
        }
    }

    /// <summary>Closes what earlier runs left open, with what was found. Before the first write, and never when things are only shown.</summary>
    /// <exception cref="LvxException">The journal cannot be written; then nothing may be sent.</exception>
    public void CloseLeftOpen()
    {
        foreach ((JournalEntry intent, string outcome, string found) in LeftOpen)
        {
            journal.Append(intent with { Time = DateTime.UtcNow, Event = JournalEvent.Resolved, User = Environment.UserName, Outcome = outcome, Text = found });
        }

        LeftOpen.Clear();
    }

    /// <summary>Whether anything was put down yet.</summary>
    public bool IsBegun => begun;

    public void Ended(string outcome)
    {
        if (begun)
        {
            Try(() => journal.Append(new JournalEntry { Time = DateTime.UtcNow, Run = Run, Event = JournalEvent.Ended, User = Environment.UserName, Outcome = outcome, Undoes = options.Undoes }));
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

    private JournalEntry Entry(WriteRecord write, int step, JournalEvent happened) => new()
    {
        Time = DateTime.UtcNow,
        Run = Run,
        Step = step,
        Event = happened,
        User = Environment.UserName,
        Device = write.Device,
        SerialNumber = write.SerialNumber,
        Firmware = write.Firmware,
        Frame = write.Frame,
        Changes = write.Changes,
        Undoes = options.Undoes,
    };
}
