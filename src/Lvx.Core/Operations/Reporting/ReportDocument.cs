namespace Lvx.Core.Operations.Reporting;

/// <summary>A report in its order, before it has a form.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its sections.</param>
internal sealed record ReportDocument(string Title, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>The report of a model: every text hidden that is to be hidden, and none left that steers what shows it.</summary>
    public static ReportDocument Of(ReportModel model)
    {
        Redaction redaction = Redaction.Of(model);
        ReportSection[] sections =
        [
            OpeningSections.Cover(model, redaction),
            OpeningSections.Verdict(model),
            OpeningSections.Scope(),
            EquipmentSection.Of(model),
            ChangesSection.Of(model),
            SettingsSection.Of(model),
            ObservationSections.Checks(model),
            ObservationSections.Faults(model),
            FigureSections.Operation(model),
            FigureSections.Energy(model),
            ClosingSections.Manual(),
            ClosingSections.Open(model),
            ClosingSections.Verify(model),
            AppendixSection.Of(model, redaction),
        ];
        return new ReportDocument(
            Text("Commissioning report" + (string.IsNullOrWhiteSpace(model.Options.Site) ? "" : $": {model.Options.Site}")),
            [.. sections.Select((section, index) => new ReportSection(index + 1, Text(section.Title), [.. section.Blocks.Select(block => block.Map(Text))]))]);

        string Text(string text) => ReportText.Clean(redaction.Hide(text));
    }
}

/// <summary>A section of a report.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record ReportSection(int Number, string Title, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>A section that gets its number from its place.</summary>
    public static ReportSection Of(string title, params IEnumerable<ReportBlock> blocks) => new(0, title, [.. blocks]);
}
