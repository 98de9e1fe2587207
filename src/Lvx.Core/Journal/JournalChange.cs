namespace Lvx.Core.Journal;

/// <summary>One setting's change, as text.</summary>
/// <param name="Setting">The setting's name: <c>BulkVoltage</c>.</param>
/// <param name="From">The value that was there, with its unit: <c>54.0 V</c>; null when it is not known.</param>
/// <param name="To">The value that was asked for, with its unit; null when there is none.</param>
public sealed record JournalChange(string Setting, string? From, string? To);
