namespace Lvx.Core.Journal;

/// <summary>One run.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Entries">All that the journal has of it, in order, whichever units it is about.</param>
public sealed record JournalRun(string Run, IReadOnlyList<JournalEntry> Entries);
