using System.Globalization;
using System.Security.Cryptography;

namespace Lvx.Core.Journal;

/// <summary>
/// The record of every write: a file that only grows, one line of JSON for each record, each with a sum of its own. The file is opened anew for each record, so that it may
/// be moved away at any time (writes that are still open go with it). Any number of threads and programs may use it at once.
/// </summary>
public sealed class ChangeJournal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TimeSpan patience;
    private readonly JournalDisk disk;

    /// <summary>A journal. Nothing is opened or made until there is something to append.</summary>
    /// <param name="path">Its file; a relative one is taken from the folder that is current now.</param>
    /// <exception cref="ArgumentException">This is no name of a file.</exception>
    public ChangeJournal(string path)
        : this(path, Patience, new JournalDisk())
    {
    }

    /// <summary>The same; for tests, with another patience for those who hold it, and another disk.</summary>
    internal ChangeJournal(string path, TimeSpan patience, JournalDisk disk)
    {
        FilePath = Path.GetFullPath(path);
        this.patience = patience;
        this.disk = disk;
    }

    /// <summary>The journal of this user: <c>lvxps/journal.jsonl</c> in <c>$XDG_STATE_HOME</c>, or in <c>~/.local/state</c> where that is not set to an absolute path.</summary>
    public static string DefaultPath
    {
        get
        {
            string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            string folder = Path.IsPathFullyQualified(state ?? "")
                ? state!
                : Path.Combine("/", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "state");
            return Path.Combine(folder, "lvxps", "journal.jsonl");
        }
    }

    /// <summary>The file, as an absolute path.</summary>
    public string FilePath { get; }

    /// <summary>The id of a new run: its time, and what tells it from others of the same second: <c>20261122T095500Z-1a2b3c4d</c>.</summary>
    /// <param name="time">When it begins, in UTC.</param>
    public static string NewRun(DateTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time:yyyyMMdd'T'HHmmss'Z'}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>
    /// Appends one record, whole or recognisably not. When this returns it is on the disk, <see cref="JournalEvent.Sent"/> and <see cref="JournalEvent.Answered"/> excepted,
    /// which reach it with the next one.
    /// </summary>
    /// <exception cref="ArgumentException">The entry has no run, or its step does not go with its event.</exception>
    /// <exception cref="LvxException">
    /// It is not, or not surely, on the disk (<see cref="LvxError.JournalNotWritable"/>). After an <see cref="JournalEvent.Intent"/> nothing may be sent then.
    /// </exception>
    public void Append(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Run, nameof(entry));
        if (!Enum.IsDefined(entry.Event) || entry.Step < 0 || (entry.Event is JournalEvent.Begun or JournalEvent.Ended) != (entry.Step == 0))
        {
            throw new ArgumentException("The step of a record is 0 for the beginning and the end of a run, and else the number of the write.", nameof(entry));
        }

        try
        {
            byte[] line = JournalLine.Format(entry);
            if (line.Length > JournalLine.MaxBytes)
            {
                throw new JournalFault("this record is longer than 64 KB", "Ask for less at once.");
            }

            JournalAppender.Append(FilePath, line, sync: entry.Event is not (JournalEvent.Sent or JournalEvent.Answered), Deadline.After(patience), disk);
        }
        catch (JournalFault fault)
        {
            throw LvxErrors.JournalNotWritable(FilePath, fault.Message, Consequence(entry.Event), fault.NextStep);
        }
    }

    /// <summary>Every line, in order. What is damaged is told and hides no other; fields of later versions are passed over. Empty when there is no journal.</summary>
    /// <exception cref="LvxException">It cannot be read, or is larger than 64 MB (<see cref="LvxError.JournalNotReadable"/>).</exception>
    public IReadOnlyList<JournalRecord> Read() => Use<IReadOnlyList<JournalRecord>>(records => [.. records], []);

    /// <summary>
    /// The writes of which the journal does not say how they ended, in order: no <see cref="JournalEvent.Verified"/> or <see cref="JournalEvent.Resolved"/> of the same run and
    /// step comes after them. Where that record is damaged, the write is open: the unit is asked once too often rather than not at all.
    /// </summary>
    /// <exception cref="LvxException">The journal cannot be read (<see cref="LvxError.JournalNotReadable"/>).</exception>
    public IReadOnlyList<OpenIntent> OpenIntents() => Use(records => JournalHistory.OpenIntents(Entries(records)), []);

    /// <summary>
    /// The last run whose changes are still there to be undone: the one whose last <c>Applied</c> (verified, or resolved later) stands last in the journal, whatever the clock
    /// said. Runs that undo others are left out, so that undoing again goes further back. A change is gone when the same run rolled it back, or when a run that undoes it
    /// has <c>Applied</c> or <c>AlreadySet</c> for the same unit and setting; a run counts while one of its changes is left.
    /// </summary>
    /// <param name="filter">Which entries count, such as those of one unit; null for all. The run's entries come whole nevertheless.</param>
    /// <exception cref="LvxException">The journal cannot be read (<see cref="LvxError.JournalNotReadable"/>).</exception>
    public JournalRun? LastRun(Func<JournalEntry, bool>? filter) => Use(
        records => JournalHistory.LastRun(Entries(records), filter) is { } run ? new JournalRun(run, [.. Entries(records).Where(entry => entry.Run == run)]) : null,
        null);

    private static IEnumerable<JournalEntry> Entries(IEnumerable<JournalRecord> records) => records.Select(record => record.Entry).OfType<JournalEntry>();

    private static string Consequence(JournalEvent happened) => happened switch
    {
        JournalEvent.Begun or JournalEvent.Intent => "Because of it, nothing was sent.",
        JournalEvent.Ended => "Nothing was sent because of it; all writes of this run are in it, and only its end is missing.",
        JournalEvent.Resolved => "Nothing was sent because of it; the write that was looked into stays open in it.",
        _ => "Nothing more is sent because of it; the write that was under way stays open in it, and the next run that writes to this unit reads back what became of it.",
    };

    private T Use<T>(Func<IEnumerable<JournalRecord>, T> use, T nothing)
    {
        try
        {
            using JournalFile? file = JournalFile.Open(FilePath, toAppend: false, Deadline.After(patience));
            if (file is null)
            {
                return nothing;
            }

            file.Unlock();
            return file.Length <= JournalReader.MaxBytes
                ? use(JournalReader.Records(file))
                : throw new JournalFault("it is larger than 64 MB", "Move it away once no write is open in it; a new one is begun.");
        }
        catch (JournalFault fault)
        {
            throw LvxErrors.JournalNotReadable(FilePath, fault.Message, fault.NextStep);
        }
    }
}
