namespace Lvx.Core.Journal;

/// <summary>A write of which the journal does not say how it ended: its run was killed, or a record of it is damaged.</summary>
/// <param name="Intent">The intent; where its line is damaged, the first record that is left of this write.</param>
/// <param name="WasSent">
/// Whether the journal says that it was sent. False proves nothing: a run can be killed between the sending and the record of it. Only the unit can tell.
/// </param>
/// <param name="Answer">The outcome that was noted with the unit's answer; null when no answer was noted.</param>
public sealed record OpenIntent(JournalEntry Intent, bool WasSent, string? Answer);
