using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Which units there are, and what is known of the bank.</summary>
internal static class EquipmentSection
{
    // The only model number that was ever captured beside its name.
    private const string CapturedModel = "12";

    private static readonly string[] BatterySettings = ["BatteryType", "BulkVoltage", "FloatVoltage", "CutOffVoltage", "ReChargeVoltage", "ReDischargeVoltage"];

    public static ReportSection Of(ReportModel model)
    {
        UnitSurvey[] units = [.. model.Surveys];
        TableBlock inverters = new("Inverters", ["", .. units.Select(unit => unit.Port.Name)],
        [
            Row("Device", unit => unit.Port.Device),
            Row("Serial number", unit => unit.SerialNumber),
            Row("Model (GMN)", unit => unit.Model is CapturedModel ? $"{CapturedModel} (V IV TWIN)" : unit.Model),
            Row("Firmware, main", unit => unit.Settings?.MainFirmware ?? Status(unit)?.MainFirmware),
            Row("Firmware, slave 1", unit => unit.Settings?.Slave1Firmware ?? Status(unit)?.Slave1Firmware),
            Row("Firmware, slave 2", unit => unit.Settings?.Slave2Firmware ?? Status(unit)?.Slave2Firmware),
            Row("Parallel instance", unit => Place(Status(unit))),
            Row("Output mode", unit => Rated(unit)?.OutputMode),
            Row("Rated output", unit => Rated(unit) is { } rated ? $"{ReportText.Value(rated.RatedActivePower, "W")}, {ReportText.Value(rated.RatedApparentPower, "VA")}, {ReportText.Value(rated.RatedOutputVoltage, "V")}, {ReportText.Value(rated.RatedOutputFrequency, "Hz")}" : null),
            Row("Rated battery voltage", unit => Rated(unit)?.RatedBatteryVoltage, "V"),
            Row("Solar inputs", unit => Rated(unit)?.MpptStrings),
        ]);
        TableBlock battery = new("Battery bank, as each unit is set and sees it", ["", .. units.Select(unit => unit.Port.Name)],
        [
            .. BatterySettings.Select(name => SettingCatalogue.Find(name)!).Select(setting => (IReadOnlyList<Cell>)[Capital(setting.Label), .. units.Select(unit => (Cell)ReportText.Setting(unit.Settings, setting))]),
            Row("Battery voltage now", unit => Status(unit)?.BatteryVoltage, "V"),
            Row("State of charge now, as the unit estimates it", unit => Status(unit)?.BatteryCapacity, "%"),
        ]);
        return ReportSection.Of("Equipment", [inverters, battery, new ListBlock(Known(model))]);

        LvxStatus? Status(UnitSurvey unit) => model.Sync.Units.FirstOrDefault(other => other.Device == unit.Port.Device);

        IReadOnlyList<Cell> Row(string label, Func<UnitSurvey, object?> value, string symbol = "") => [label, .. units.Select(unit => (Cell)ReportText.Value(value(unit), symbol))];
    }

    public static string Capital(string label) => $"{char.ToUpperInvariant(label[0])}{label[1..]}";

    private static RatedInformation? Rated(UnitSurvey unit) => unit.Settings?.Answers.Rated;

    private static string? Place(LvxStatus? status) => status?.ParallelInstance is null ? null : status.ParallelRole switch
    {
        ParallelRole.Master => $"{status.ParallelInstance} (master)",
        ParallelRole.Slave => $"{status.ParallelInstance} (slave)",
        ParallelRole.Single => "none: by itself",
        _ => Findings.Text(status.ParallelInstance),
    };

    private static IEnumerable<string> KnownOfBank(ReportModel model)
    {
        int?[] limits = [.. model.Surveys.Select(unit => unit.Settings?.MaxChargeCurrent)];
        int? together = limits.Length > 0 && limits.All(limit => limit is not null) ? limits.Sum() : null;
        yield return $"Greatest charge current of all units together, by their settings: {ReportText.OfDerived(together, 0, "A")}.";
        if (model.Options.BankAmpereHours is { } capacity)
        {
            yield return $"Capacity of the bank, as told: {ReportText.Value(capacity, "Ah")}. Charged at that current: {ReportText.OfDerived(together / (decimal)capacity, 2, "C")}.";
        }
        else
        {
            yield return "The capacity of the bank was not told, and no unit knows it.";
        }
    }

    private static string[] Known(ReportModel model) =>
        [.. KnownOfBank(model), "The make, age, cell voltages and protection of the battery are not known to the units.", .. model.Remarks.Select(remark => $"Left out: {remark}")];
}
