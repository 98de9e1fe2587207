using Lvx.Core.Journal;

namespace LvxPS.Hosting;

/// <summary>One record of the journal, flat, as tables and files like it.</summary>
public sealed class LvxJournalRecord
{
    internal LvxJournalRecord(JournalRecord record)
    {
        JournalEntry? entry = record.Entry;
        Line = record.Line;
        Damage = record.Damage;
        Time = entry?.Time;
        Run = entry?.Run;
        Step = entry?.Step;
        Event = entry?.Event.ToString();
        User = entry?.User;
        Device = entry?.Device;
        SerialNumber = entry?.SerialNumber;
        Firmware = entry?.Firmware;
        Changes = entry is null || entry.Changes.Count == 0 ? null : string.Join(", ", entry.Changes.Select(change => $"{change.Setting} {change.From} -> {change.To}"));
        Frame = entry?.Frame;
        Outcome = entry?.Outcome;
        Text = entry?.Text;
        Undoes = entry?.Undoes;
    }

    /// <summary>The line of the file, from 1.</summary>
    public long Line { get; }

    /// <summary>When, in UTC.</summary>
    public DateTime? Time { get; }

    /// <summary>The run that it belongs to.</summary>
    public string? Run { get; }

    /// <summary>The number of the write in its run; 0 for its beginning and end.</summary>
    public int? Step { get; }

    /// <summary>Begun, Intent, Sent, Answered, Verified, Resolved or Ended.</summary>
    public string? Event { get; }

    /// <summary>Who ran it.</summary>
    public string? User { get; }

    /// <summary>The device.</summary>
    public string? Device { get; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; }

    /// <summary>The unit's main firmware.</summary>
    public string? Firmware { get; }

    /// <summary>Each setting, from and to.</summary>
    public string? Changes { get; }

    /// <summary>The setter, such as <c>MCHGV564,540</c>.</summary>
    public string? Frame { get; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; }

    /// <summary>What was asked for, why, or the cause.</summary>
    public string? Text { get; }

    /// <summary>The run that this one took back.</summary>
    public string? Undoes { get; }

    /// <summary>What is wrong with the record; null when nothing is.</summary>
    public string? Damage { get; }
}
