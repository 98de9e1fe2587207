using Lvx.Core.Journal;

namespace Lvx.Core.Operations;

/// <summary>The last run that changed something, as what it takes to bring the old values back.</summary>
/// <param name="Run">Its id.</param>
/// <param name="SerialNumbers">The units that it changed.</param>
/// <param name="Wish">The values that each of them had before.</param>
public sealed record UndoneRun(string Run, IReadOnlyList<string> SerialNumbers, ChangeWish Wish)
{
    /// <summary>The last run of the journal that changed settings of these units and was not undone.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="serialNumbers">The units that matter; all when there are none.</param>
    /// <exception cref="LvxException">There is none, or the journal cannot be read.</exception>
    public static UndoneRun Last(ChangeJournal journal, IReadOnlyList<string> serialNumbers)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(serialNumbers);
        bool Matters(JournalEntry entry) =>
            entry.Changes.Any(change => SettingCatalogue.Find(change.Setting) is not null)
            && (serialNumbers.Count == 0 || serialNumbers.Any(wanted => Pi18.SerialNumber.Same(wanted, entry.SerialNumber)));

        JournalRun run = journal.LastRun(Matters) ?? throw LvxErrors.NothingToUndo(journal.FilePath);
        var wishes = new Dictionary<string, IReadOnlyList<KeyValuePair<SettingDefinition, object>>>(StringComparer.Ordinal);
        foreach (IGrouping<string, JournalEntry> unit in run.Entries.Where(entry => entry.Event == JournalEvent.Intent && entry.SerialNumber is not null && Matters(entry)).GroupBy(entry => entry.SerialNumber!))
        {
            wishes[unit.Key] = Before(unit);
        }

        return new UndoneRun(run.Run, [.. wishes.Keys], ChangeWish.BySerial(wishes));
    }

    /// <summary>The first value of each setting, before any write of the run.</summary>
    private static List<KeyValuePair<SettingDefinition, object>> Before(IEnumerable<JournalEntry> intents)
    {
        var first = new List<KeyValuePair<SettingDefinition, object>>();
        foreach (JournalChange change in intents.SelectMany(intent => intent.Changes))
        {
            if (SettingCatalogue.Find(change.Setting) is { } setting
                && first.All(known => known.Key != setting)
                && change.From is { } text
                && SettingText.Parse(setting, text, out object? value) is null
                && value is not null)
            {
                first.Add(new(setting, value));
            }
        }

        return first;
    }
}
