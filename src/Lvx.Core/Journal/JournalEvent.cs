namespace Lvx.Core.Journal;

/// <summary>What a record of the journal tells.</summary>
public enum JournalEvent
{
    /// <summary>A run that may write began.</summary>
    Begun = 0,

    /// <summary>A write is about to be sent. Its record is on the disk before the first byte leaves.</summary>
    Intent,

    /// <summary>The setter was sent.</summary>
    Sent,

    /// <summary>The unit answered, or did not in time.</summary>
    Answered,

    /// <summary>The unit was read back, and what became of the write is known. Closes the intent.</summary>
    Verified,

    /// <summary>A later run read the unit back and found what became of a write that was left open. Closes the intent.</summary>
    Resolved,

    /// <summary>The run ended by itself.</summary>
    Ended,
}
