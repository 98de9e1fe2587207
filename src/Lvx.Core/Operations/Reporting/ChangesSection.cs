namespace Lvx.Core.Operations.Reporting;

/// <summary>As found, requested, as left; and every write with its proof.</summary>
internal static class ChangesSection
{
    public static ReportSection Of(ReportModel model)
    {
        var history = ReportHistory.Of(model);
        return ReportSection.Of("Changes", [.. Sources(model, history), .. Settings(history), .. Writes(model, history)]);
    }

    private static IEnumerable<ReportBlock> Sources(ReportModel model, ReportHistory history)
    {
        var said = new List<string>();
        if (model.Options.Baseline is { } baseline)
        {
            LvxSettings[] found = [.. ReportHistory.Baselines(model)];
            said.Add($"As found: the baseline {baseline.Path}{(found.Length > 0 ? $", read at {string.Join(", ", found.Select(unit => ReportText.Time(unit.Timestamp)).Distinct(StringComparer.Ordinal))}" : "")}.");
            said.AddRange(model.Surveys.Where(unit => ReportHistory.FoundOf(model, unit) is null).Select(unit => $"{unit.Port.Name} is not in that baseline: how it was found is not known."));
        }
        else
        {
            said.Add("No baseline was given: how the units were found is known only where the journal has it.");
        }

        said.Add(model.Options.Journal is null ? "No journal was looked at: what was requested is not known."
            : model.JournalProblem is { } problem ? $"The journal was not read: {problem}"
            : history.Writes.Count == 0 ? "The journal has no write to these units in that time: nothing was requested through this tool."
            : $"The journal has {ReportText.Counted(history.Writes.Count, "change")} to these units{(model.Options.Baseline is null ? "" : " since the baseline")}{(history.LeftOut > 0 ? $", and {history.LeftOut} earlier ones that are left out here" : "")}.");
        yield return new ListBlock(said);
    }

    private static IEnumerable<ReportBlock> Settings(ReportHistory history)
    {
        if (history.Settings.Count > 0)
        {
            yield return new TableBlock("As found, requested, as left", ["Setting", "Unit", "As found", "Requested", "As left", "Result"], [.. history.Settings.Select(Row)]);
        }

        if (history.Unchanged > 0)
        {
            yield return new TextBlock($"{ReportText.Counted(history.Unchanged, "setting")} of all units {(history.Unchanged == 1 ? "is" : "are")} as found.");
        }
    }

    private static IEnumerable<ReportBlock> Writes(ReportModel model, ReportHistory history)
    {
        if (history.Writes.Count > 0)
        {
            yield return new TableBlock(
                "Every write, from the journal",
                ["Time", "Unit", "Setting", "From", "To", "Setter", "Outcome", "Read back"],
                [.. history.Writes.Select(write => Row(model, write))]);
        }
    }

    private static Cell[] Row(SettingHistory changed) =>
    [
        EquipmentSection.Capital(changed.Setting.Label), changed.Unit.Port.Name, changed.Found, changed.Requested, changed.Left,
        new(changed.Result, changed.IsAsRequested ? changed.Last is null ? Tone.Warn : Tone.Good : Tone.Bad),
    ];

    private static Cell[] Row(ReportModel model, JournalWrite write) =>
    [
        ReportText.Time(write.Time), ReportHistory.NameOf(model, write), ReportText.Value(write.Setting), ReportText.Value(write.From), ReportText.Value(write.To), ReportText.Value(write.Frame),
        write.Outcome is null ? new Cell("open: not known how it ended", Tone.Bad) : new Cell(ReportText.Value(write.Outcome), write.Outcome is "Applied" or "AlreadySet" ? Tone.Good : Tone.Warn),
        ReportText.Value(string.IsNullOrEmpty(write.ReadBack) && write.Outcome is "Applied" ? write.To : write.ReadBack),
    ];
}
