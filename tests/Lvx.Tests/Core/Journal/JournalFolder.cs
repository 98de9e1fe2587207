using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

/// <summary>A folder with a journal in it, and entries as a run writes them.</summary>
public abstract class JournalFolder : IDisposable
{
    protected const string Applied = "Applied";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("lvx").FullName;

    protected string FilePath => Path.Combine(Folder, "journal.jsonl");

    protected ChangeJournal Journal => new(FilePath);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static JournalEntry Entry(
        string run, int step, JournalEvent happened, string? outcome = null, string setting = "BulkVoltage", string serial = "96132206100001", string? undoes = null) => new()
    {
        Time = new DateTime(2026, 11, 22, 9, 55, 0, DateTimeKind.Utc),
        Run = run,
        Step = step,
        Event = happened,
        User = "ana",
        Device = step > 0 ? "/dev/hidraw0" : null,
        SerialNumber = step > 0 ? serial : null,
        Firmware = "00123",
        Changes = step > 0 ? [new JournalChange(setting, "54.0 V", "56.4 V")] : [],
        Frame = step > 0 ? "MCHGV564,540" : null,
        Outcome = outcome,
        Undoes = undoes,
    };

    /// <summary>The records of one write: intended, sent, answered, verified.</summary>
    protected static IEnumerable<JournalEntry> Write(
        string run, int step, string outcome = Applied, string setting = "BulkVoltage", string serial = "96132206100001", string? undoes = null) =>
    [
        Entry(run, step, JournalEvent.Intent, null, setting, serial, undoes),
        Entry(run, step, JournalEvent.Sent, null, setting, serial, undoes),
        Entry(run, step, JournalEvent.Answered, "^1", setting, serial, undoes),
        Entry(run, step, JournalEvent.Verified, outcome, setting, serial, undoes),
    ];

    protected void Append(params IEnumerable<JournalEntry> entries)
    {
        foreach (JournalEntry entry in entries)
        {
            Journal.Append(entry);
        }
    }

    /// <summary>What the whole records say, each in one text, in order.</summary>
    protected static IEnumerable<string> Said(IEnumerable<JournalRecord> records) => records.Where(record => record.Entry is not null).Select(record => AnyEntry.Said(record.Entry!));
}
