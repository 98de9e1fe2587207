namespace Lvx.Core.Journal;

/// <summary>One line of the journal as it was found.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Entry">What it says; null when it is damaged.</param>
/// <param name="Damage">What is wrong with it, in a sentence; null when nothing is.</param>
public sealed record JournalRecord(long Line, JournalEntry? Entry, string? Damage);
