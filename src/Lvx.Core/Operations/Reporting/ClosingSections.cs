namespace Lvx.Core.Operations.Reporting;

/// <summary>What people have to do: checks by hand, what is open, and how somebody else finds the same.</summary>
internal static class ClosingSections
{
    private static readonly string[] ByHand =
    [
        "Battery: polarity, torque of all terminals, fuse or breaker of each unit",
        "Battery cables of all units have the same length and cross-section",
        "Battery voltage at the terminals of each unit, by meter (V)",
        "Battery protection (BMS): no alarm, limits fit the settings of section 6",
        "Solar strings: polarity and voltage without load, each input (V)",
        "Insulation of the solar strings against earth (MOhm)",
        "Earthing, and bonding of neutral and earth, as the local rules ask",
        "AC output: voltage between L1, L2 and N, by meter (V)",
        "Grid: the same terminals and breakers on all units",
        "Parallel communication and current-sharing cables: seated and locked",
        "Settings on the LCD of each unit agree with section 6",
        "Loss of the grid: the load goes on, by trial",
        "Loss of one unit: what happens is what the operator expects, by trial",
        "Ventilation, clearances, labels, emergency shutdown",
    ];

    public static ReportSection Manual() => ReportSection.Of(
        "Manual checks",
        new TextBlock("To be filled in by hand by whoever is qualified to."),
        new TableBlock("By hand", ["Check", "Result", "Date", "Name and signature"], [.. ByHand.Select(check => (IReadOnlyList<Cell>)[check, Cell.Blank, Cell.Blank, Cell.Blank])]));

    public static ReportSection Open(ReportModel model)
    {
        var verdict = ReportVerdict.Of(model);
        string[] items =
        [
            .. verdict.Defects.Select(defect => Item("Defect", defect)),
            .. verdict.Warnings.Select(warning => Item("Warning", warning)),
            .. SettingCatalogue.All.Except(SettingCatalogue.Twelve).Where(setting => SettingsSection.Differs(setting, model.Surveys)).Select(setting => $"Differs between units, and may be meant so: {setting.Label}. {setting.Effect}"),
            .. model.Sync.Checks.Where(check => check.Outcome == CheckOutcome.Skipped).Select(check => $"Not judged: {check.Label}. {check.Explanation}"),
            .. model.Options.Baseline is null ? (IEnumerable<string>)["No baseline: keep one of the settings as left (section 13)."] : [],
            $"Manual checks: {ByHand.Length} to be filled in (section 11).",
        ];
        return ReportSection.Of("Open items", new TableBlock("What is left to do", ["No.", "Item", "Done (date, name)"], [.. items.Select((item, index) => (IReadOnlyList<Cell>)[ReportText.Value(index + 1), item, Cell.Blank])]));
    }

    public static ReportSection Verify(ReportModel model)
    {
        string[] devices = [.. Devices(model)];
        string shell = string.Concat(devices.Select(device => $" --device {CommandText.ForShell(device)}"));
        string powerShell = string.Join(", ", devices.Select(CommandText.ForPowerShell));
        string baseline = model.Options.Baseline?.Path ?? "as-left.yaml";
        return ReportSection.Of(
            "How to verify",
            new TextBlock("Whoever wants to find the same, on the computer that the units are connected to; nothing here writes to a unit. Settings must come out as in section 6, measured values differ from moment to moment."),
            new ListingBlock(
                "In a shell",
                [
                    $"lvx sync-check{shell}", $"lvx settings --all{shell}",
                    model.Options.Baseline is null ? $"lvx settings --export {CommandText.ForShell(baseline)}{shell}" : $"lvx compare --all --reference {CommandText.ForShell(baseline)}{shell}",
                    "lvx journal",
                ],
                IsLong: false),
            new ListingBlock(
                "In PowerShell",
                [
                    $"Test-LvxParallelSync {powerShell}", $"Get-LvxSettings {powerShell} -All",
                    model.Options.Baseline is null ? $"Export-LvxSettings {powerShell} -Path {CommandText.ForPowerShell(baseline)}" : $"Compare-LvxSettings {powerShell} -All -ReferencePath {CommandText.ForPowerShell(baseline)}",
                    "Get-LvxJournal",
                ],
                IsLong: false));
    }

    /// <summary>The devices of the report, those that did not answer as well; a serial number that nobody has is no device.</summary>
    public static IEnumerable<string> Devices(ReportModel model) =>
        model.Surveys.Select(unit => unit.Port.Device).Concat(model.Unreachable.Select(unit => unit.Device).Where(device => !CommandText.IsSerial(device))).Distinct(StringComparer.Ordinal);

    private static string Item(string word, ReportDefect defect) => $"{word}: {defect.Title}.{(defect.NextStep is { Length: > 0 } next ? $" {next}" : "")}";
}
