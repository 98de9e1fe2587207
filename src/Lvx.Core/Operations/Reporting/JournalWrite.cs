using Lvx.Core.Journal;

namespace Lvx.Core.Operations.Reporting;

/// <summary>One setting of one write, from its intent to its proof, as the journal has it.</summary>
/// <param name="Time">When it was proven; when it was intended, where no proof is there. In UTC.</param>
/// <param name="SerialNumber">The unit.</param>
/// <param name="Setting">The setting's name.</param>
/// <param name="From">What was there.</param>
/// <param name="To">What was asked for.</param>
/// <param name="Frame">The setter's text.</param>
/// <param name="Outcome">What came of it; null where the journal does not say it.</param>
/// <param name="ReadBack">What was read back, in a sentence.</param>
internal sealed record JournalWrite(DateTime Time, string? SerialNumber, string Setting, string? From, string? To, string? Frame, string? Outcome, string? ReadBack)
{
    /// <summary>Every write of a journal, in the order in which the intents stand.</summary>
    public static IReadOnlyList<JournalWrite> In(IReadOnlyList<JournalRecord> journal)
    {
        JournalEntry[] entries = [.. journal.Select(record => record.Entry).OfType<JournalEntry>()];
        ILookup<(string, int), JournalEntry> proofs = entries.Where(entry => entry.Event is JournalEvent.Verified or JournalEvent.Resolved).ToLookup(entry => (entry.Run, entry.Step));
        return [.. entries.Where(entry => entry.Event == JournalEvent.Intent).SelectMany(intent => Of(intent, proofs[(intent.Run, intent.Step)].LastOrDefault()))];
    }

    private static IEnumerable<JournalWrite> Of(JournalEntry intent, JournalEntry? proof) => intent.Changes.Select(change =>
        new JournalWrite(proof?.Time ?? intent.Time, intent.SerialNumber, change.Setting, change.From, change.To, intent.Frame, proof?.Outcome, proof?.Text));
}
