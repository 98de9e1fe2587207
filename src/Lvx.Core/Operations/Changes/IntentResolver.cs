using Lvx.Core.Journal;

namespace Lvx.Core.Operations;

/// <summary>
/// A run that was killed leaves an intent without its end in the journal. The next writing command on that unit looks what the unit has, says so, and closes the intent.
/// </summary>
internal static class IntentResolver
{
    /// <summary>Says what became of what was left open, for units that were just read.</summary>
    /// <exception cref="LvxException">The journal cannot be read.</exception>
    public static IReadOnlyList<(JournalEntry Intent, string Outcome, string Found)> Find(ChangeJournal journal, IEnumerable<UnitUnderChange> units)
    {
        var found = new List<(JournalEntry, string, string)>();
        IReadOnlyList<OpenIntent> open = journal.OpenIntents();
        foreach (UnitUnderChange unit in units)
        {
            foreach (OpenIntent left in open.Where(left => left.Intent.SerialNumber == unit.SerialNumber))
            {
                (string outcome, string text) = Judge(left, unit);
                found.Add((left.Intent, outcome, text));
            }
        }

        return found;
    }

    private static (string Outcome, string Text) Judge(OpenIntent left, UnitUnderChange unit)
    {
        if (left.Intent.Changes.Any(change => SettingCatalogue.Find(change.Setting) is null))
        {
            return (nameof(ChangeOutcome.Unknown), $"{CutOff(left, unit)}: its settings do not show what became of it.");
        }

        var now = new List<string>();
        bool isNew = true;
        bool isOld = true;
        foreach (JournalChange change in left.Intent.Changes)
        {
            SettingDefinition setting = SettingCatalogue.Find(change.Setting)!;
            string value = SettingText.Format(setting, unit.Settings.ValueOf(setting));
            isNew &= value == change.To;
            isOld &= value == change.From;
            now.Add($"{setting.Label} {value} (was {Recording.FrameText.Escape(change.From ?? SettingText.Unknown)}, wanted {Recording.FrameText.Escape(change.To ?? SettingText.Unknown)})");
        }

        string verdict = isNew ? "it took effect" : isOld ? "it did not take effect" : "the unit has neither the old nor the new value";
        string text = $"{CutOff(left, unit)}: {verdict}. Now: {string.Join(", ", now)}.";
        return (isNew ? nameof(ChangeOutcome.Applied) : isOld ? nameof(ChangeOutcome.NotAttempted) : nameof(ChangeOutcome.Unknown), text);
    }

    private static string CutOff(OpenIntent left, UnitUnderChange unit) =>
        $"An earlier run ({Recording.FrameText.Escape(left.Intent.Run)}) was cut off {(left.WasSent ? "after" : "before or while")} {Recording.FrameText.Escape(left.Intent.Frame ?? "a setter")} was sent to {unit.Target}";
}
