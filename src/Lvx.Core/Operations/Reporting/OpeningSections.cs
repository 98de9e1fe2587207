using System.Globalization;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Who, when and what for; what came of it; and what that is worth.</summary>
internal static class OpeningSections
{
    public static ReportSection Cover(ReportModel model, Redaction redaction)
    {
        ReportOptions options = model.Options;
        TimeSpan window = model.Sync.Timestamp - model.Readings[0].Timestamp;
        IReadOnlyList<Cell>[] rows =
        [
            Row("Site", options.Site),
            Row("Operator", options.Operator),
            Row("Date", $"{model.Time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)} ({model.Zone})"),
            Row("Tool", model.Tool),
            Row("Purpose", options.Purpose),
            Row("Units", Units(model)),
            Row("Readings", $"{ReportText.Counted(model.Readings.Count, "reading")} within ~{ReportText.Number((decimal)window.TotalSeconds, 0)} s; the last one is judged"),
        ];
        return ReportSection.Of(
            "Cover",
            [
                new TableBlock("This report", ["What", "Value"], rows),
                .. options.Redact ? (IEnumerable<ReportBlock>)[new TextBlock("Serial numbers, addresses and file names are hidden in this report, each under a name of its own."), new ListBlock(redaction.Hidden)] : [],
            ]);
    }

    public static ReportSection Verdict(ReportModel model)
    {
        var verdict = ReportVerdict.Of(model);
        Tone tone = verdict.Defects.Count > 0 ? Tone.Bad : verdict.Warnings.Count > 0 ? Tone.Warn : Tone.Good;
        return ReportSection.Of(
            "Verdict",
            [
                new FindingBlock(tone, "VERDICT", verdict.Text, []),
                .. verdict.Defects.Select(defect => Block(Tone.Bad, "OPEN DEFECT", defect)),
                .. verdict.Warnings.Select(warning => Block(Tone.Warn, "WARNING", warning)),
            ]);
    }

    public static ReportSection Scope() => ReportSection.Of(
        "Scope",
        new TextBlock("This report says what the units themselves said over their data cables, when it was made. It is no certificate of conformity with IEC 62446-1, IEC 62109, IEC 60364 or any other standard, and it replaces no inspection by a qualified person."),
        new TextBlock("Software cannot verify:"),
        new ListBlock(
        [
            "wiring, torque, fuses, breakers, cable cross-sections and their lengths",
            "polarity, insulation, earthing and the bonding of neutral and earth",
            "the capacity, health, cell voltages and protection (BMS) of the battery bank",
            "that all units are on the same bank: voltages that agree speak for it and do not prove it",
            "the solar strings: voltage without load, current, shade, and faults to earth",
            "how loads are spread over L1 and L2, and power from or to the grid: the units do not say it",
            "the accuracy of the units' own meters, and what happened before and after the readings",
        ]));

    private static FindingBlock Block(Tone tone, string word, ReportDefect defect) =>
        new(tone, word, defect.Title, [defect.Explanation, .. defect.NextStep is { Length: > 0 } next ? (IEnumerable<string>)[$"Next: {next}"] : []]);

    private static string Units(ReportModel model) =>
        $"{ReportText.Counted(model.Sync.Units.Count, "unit")} answered{(model.Unreachable.Count > 0 ? $", {model.Unreachable.Count} did not: {string.Join(", ", model.Unreachable.Select(unit => unit.Name))}" : "")}";

    private static Cell[] Row(string what, string? value) => [what, string.IsNullOrWhiteSpace(value) ? ReportText.NoValue : value];
}
