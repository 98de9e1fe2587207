namespace Lvx.Core.Operations.Reporting;

/// <summary>The checks of the parallel system, and what units complained of while they were measured.</summary>
internal static class ObservationSections
{
    public static ReportSection Checks(ReportModel model) => ReportSection.Of(
        "Sync checks",
        [
            new TextBlock($"Read at {ReportText.Time(model.Sync.Timestamp)}{(model.Sync.ReadingSpreadSeconds is { } spread ? $", the units within ~{ReportText.Number((decimal)spread, 2)} s of one another" : "")}. {(model.IsAlone ? "One unit by itself: what needs two is skipped, and what is asked of units in parallel does not apply" : model.Sync)}."),
            new TableBlock(
                "Every check", ["Check", "Expected", "Actual", "Apart", "Tolerance", "Result"], [.. model.Sync.Checks.Select(check => Row(model, check))]),
            new ListBlock([.. model.Sync.Checks.Where(check => check.Outcome != CheckOutcome.Pass && ReportVerdict.Applies(model, check)).Select(check => $"{Word(check.Outcome)} {check.Label}: {check.Explanation}{(check.NextStep is { } next ? $" Next: {next}" : "")}")]),
        ]);

    public static ReportSection Faults(ReportModel model)
    {
        string from = ReportText.Time(model.Readings[0].Timestamp);
        string until = ReportText.Time(model.Sync.Timestamp);
        IReadOnlyList<Cell>[] rows = [.. model.Readings.SelectMany(reading => reading.Units).GroupBy(unit => unit.Device, StringComparer.Ordinal).SelectMany(Rows)];
        return ReportSection.Of(
            "Faults and warnings",
            [
                new TextBlock($"Seen in {ReportText.Counted(model.Readings.Count, "reading")} from {from} to {until}. What came and went between two readings, and what units recorded earlier, is not seen."),
                .. rows.Length > 0 ? (IEnumerable<ReportBlock>)[new TableBlock("What units said", ["Unit", "Kind", "What", "Readings", "First seen", "Last seen"], rows)] : [],
                .. Modes(model),
            ]);
    }

    public static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Pass => "PASS",
        CheckOutcome.Warn => "WARN",
        CheckOutcome.Fail => "FAIL",
        _ => "SKIPPED",
    };

    private static Cell[] Row(ReportModel model, LvxSyncCheck check) =>
    [
        EquipmentSection.Capital(check.Label), check.Expected, check.Actual, ReportText.Value(check.Spread, check.Unit ?? ""), ReportText.Value(check.Tolerance, check.Unit ?? ""),
        !ReportVerdict.Applies(model, check) ? new("DOES NOT APPLY", Tone.Muted) : new(Word(check.Outcome), check.Outcome switch { CheckOutcome.Pass => Tone.Good, CheckOutcome.Warn => Tone.Warn, CheckOutcome.Fail => Tone.Bad, _ => Tone.Muted }),
    ];

    private static IEnumerable<IReadOnlyList<Cell>> Rows(IGrouping<string, LvxStatus> unit)
    {
        LvxStatus[] readings = [.. unit];
        IEnumerable<(Tone Tone, string Kind, string What, LvxStatus Reading)> said =
        [
            .. readings.Where(reading => reading.Fault is { Code: not 0 }).Select(reading => (Tone.Bad, "FAULT", reading.Fault!.ToString(), reading)),
            .. readings.Where(reading => reading.Fault is null).Select(reading => (Tone.Warn, "NOT SAID", "whether it is in fault", reading)),
            .. readings.SelectMany(reading => (reading.Warnings ?? []).Select(warning => (Tone.Warn, "WARNING", ReportText.Value(warning), reading))),
        ];
        IGrouping<(Tone Tone, string Kind, string What), LvxStatus>[] groups = [.. said.GroupBy(one => (one.Tone, one.Kind, one.What), one => one.Reading)];
        if (groups.Length == 0)
        {
            yield return [readings[0].Name, new Cell("NONE", Tone.Good), "no fault and no warning", $"0 of {readings.Length}", ReportText.NoValue, ReportText.NoValue];
        }

        foreach (IGrouping<(Tone Tone, string Kind, string What), LvxStatus> group in groups)
        {
            yield return
            [
                readings[0].Name, new Cell(group.Key.Kind, group.Key.Tone), group.Key.What, $"{group.Count()} of {readings.Length}", ReportText.Time(group.Min(one => one.Timestamp)), ReportText.Time(group.Max(one => one.Timestamp)),
            ];
        }
    }

    private static IEnumerable<ReportBlock> Modes(ReportModel model)
    {
        string[] modes =
        [
            .. model.Readings.SelectMany(reading => reading.Units).GroupBy(unit => unit.Device, StringComparer.Ordinal)
                .Select(unit => $"{unit.First().Name} was in mode {string.Join(", then ", Runs(unit.Select(one => ReportText.Value(one.Mode))))}."),
            .. model.Readings.SelectMany(reading => reading.Unreachable).GroupBy(unit => unit.Device, StringComparer.Ordinal)
                .Select(unit => $"{unit.First().Name} did not answer in {unit.Count()} of {ReportText.Counted(model.Readings.Count, "reading")}."),
        ];
        yield return new ListBlock(modes);
    }

    private static IEnumerable<string> Runs(IEnumerable<string> values)
    {
        string? last = null;
        foreach (string value in values)
        {
            if (value != last)
            {
                yield return value;
            }

            last = value;
        }
    }
}
