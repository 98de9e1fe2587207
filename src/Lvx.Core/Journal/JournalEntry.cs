namespace Lvx.Core.Journal;

/// <summary>What one record of the journal says.</summary>
public sealed record JournalEntry
{
    /// <summary>When, in UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The id of the run, as <see cref="ChangeJournal.NewRun"/> makes it.</summary>
    public required string Run { get; init; }

    /// <summary>The number of the write in its run, from 1; 0 for <see cref="JournalEvent.Begun"/> and <see cref="JournalEvent.Ended"/>.</summary>
    public int Step { get; init; }

    /// <summary>What happened.</summary>
    public required JournalEvent Event { get; init; }

    /// <summary>Who ran it.</summary>
    public required string User { get; init; }

    /// <summary>The device that was written to; null where it is about none.</summary>
    public string? Device { get; init; }

    /// <summary>The unit's serial number; null where it is about no unit, or the unit has none.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The unit's firmware; null where it is not known.</summary>
    public string? Firmware { get; init; }

    /// <summary>The settings that the write changes.</summary>
    public IReadOnlyList<JournalChange> Changes { get; init; } = [];

    /// <summary>The setter's text: <c>MCHGV564,540</c>.</summary>
    public string? Frame { get; init; }

    /// <summary>
    /// What came of it: of <see cref="JournalEvent.Answered"/> the answer, of <see cref="JournalEvent.Verified"/> and <see cref="JournalEvent.Resolved"/> the name of
    /// the outcome, of which the journal itself knows <c>Applied</c> and <c>AlreadySet</c>.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>What was asked for, why, or the cause.</summary>
    public string? Text { get; init; }

    /// <summary>The run that this one undoes. It stands in every entry of such a run, so that one damaged record doesn't hide it.</summary>
    public string? Undoes { get; init; }
}
