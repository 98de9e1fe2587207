namespace Lvx.Core.Journal;

/// <summary>What follows from the entries of a journal; no files here.</summary>
internal static class JournalHistory
{
    /// <summary>The writes of which no record says how they ended, in order.</summary>
    public static IReadOnlyList<OpenIntent> OpenIntents(IEnumerable<JournalEntry> entries)
    {
        var open = new OrderedDictionary<(string Run, int Step), OpenIntent>();
        foreach (JournalEntry entry in entries)
        {
            (string Run, int Step) write = (entry.Run, entry.Step);
            switch (entry.Event)
            {
                // A write whose intent is damaged was sent all the same.
                case JournalEvent.Intent or JournalEvent.Sent or JournalEvent.Answered:
                    OpenIntent known = open.TryGetValue(write, out OpenIntent? found) ? found : new OpenIntent(entry, WasSent: false, Answer: null);
                    open[write] = entry.Event switch
                    {
                        JournalEvent.Sent => known with { WasSent = true },
                        JournalEvent.Answered => known with { WasSent = true, Answer = entry.Outcome },
                        _ => known,
                    };
                    break;
                case JournalEvent.Verified or JournalEvent.Resolved:
                    open.Remove(write);
                    break;
            }
        }

        return [.. open.Values];
    }

    /// <summary>The id of the run that an undo is about; the rule stands at <see cref="ChangeJournal.LastRun"/>.</summary>
    public static string? LastRun(IEnumerable<JournalEntry> entries, Func<JournalEntry, bool>? filter)
    {
        var left = new Dictionary<string, Remains>(StringComparer.Ordinal);
        var undoes = new Dictionary<string, string>(StringComparer.Ordinal);
        var intended = new Dictionary<(string Run, int Step), IReadOnlyList<JournalChange>>();
        long position = 0;
        foreach (JournalEntry entry in entries)
        {
            position++;
            if (entry.Undoes is { } undone)
            {
                undoes.TryAdd(entry.Run, undone);
            }

            if (entry.Event == JournalEvent.Intent)
            {
                intended[(entry.Run, entry.Step)] = entry.Changes;
            }
            else if (entry.Event is JournalEvent.Verified or JournalEvent.Resolved)
            {
                _ = intended.Remove((entry.Run, entry.Step), out IReadOnlyList<JournalChange>? changes);
                if (filter?.Invoke(entry) != false)
                {
                    if (!left.TryGetValue(entry.Run, out Remains? ofRun))
                    {
                        left.Add(entry.Run, ofRun = new Remains());
                    }

                    ofRun.Note(entry, entry.Changes.Count > 0 ? entry.Changes : changes ?? [], position);
                }
            }
        }

        ILookup<string, Remains> undos = undoes.Where(undo => left.ContainsKey(undo.Key)).ToLookup(undo => undo.Value, undo => left[undo.Key], StringComparer.Ordinal);
        return left
            .Where(run => !undoes.ContainsKey(run.Key) && run.Value.Changed.Any(change => !undos[run.Key].Any(undo => undo.Reached.Contains(change))))
            .OrderByDescending(run => run.Value.LastApplied)
            .Select(run => run.Key)
            .FirstOrDefault();
    }

    /// <summary>What a run left in units.</summary>
    private sealed class Remains
    {
        private const string Applied = "Applied";
        private const string AlreadySet = "AlreadySet";

        // Of other outcomes after Applied (a rollback that was refused, say) it is not known that the old value is back.
        private static readonly string[] OldValueIsBack = ["RolledBack", "Reverted"];

        /// <summary>The settings that it changed and left changed, each with its unit.</summary>
        public HashSet<(string Unit, string Setting)> Changed { get; } = [];

        /// <summary>The same, and those that had the value already.</summary>
        public HashSet<(string Unit, string Setting)> Reached { get; } = [];

        /// <summary>Where in the journal its last applied write stands.</summary>
        public long LastApplied { get; private set; }

        public void Note(JournalEntry entry, IEnumerable<JournalChange> changes, long position)
        {
            string unit = entry.SerialNumber ?? entry.Device ?? "";
            foreach ((string, string) change in changes.Select(change => (unit, change.Setting)))
            {
                if (OldValueIsBack.Contains(entry.Outcome))
                {
                    _ = Changed.Remove(change);
                    _ = Reached.Remove(change);
                }
                else if (entry.Outcome is Applied or AlreadySet)
                {
                    _ = Reached.Add(change);
                    _ = entry.Outcome == Applied && Changed.Add(change);
                }
            }

            LastApplied = entry.Outcome == Applied ? position : LastApplied;
        }
    }
}
