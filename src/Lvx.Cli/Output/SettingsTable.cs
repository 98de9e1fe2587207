using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The settings of units, side by side.</summary>
internal static class SettingsTable
{
    public static void Write(TextWriter output, int width, IReadOnlyList<LvxSettings> units, SettingsScope scope)
    {
        var rows = new List<ColumnRow>
        {
            Row("Device", unit => unit.Device, wraps: true),
            Row("Serial", unit => unit.SerialNumber),
            Row("Read at", unit => unit.Timestamp),
        };
        if (scope == SettingsScope.All)
        {
            rows.Add(Row("Firmware main", unit => unit.MainFirmware));
            rows.Add(Row("Firmware slaves", unit => unit.Slave1Firmware is null ? null : $"{unit.Slave1Firmware} {unit.Slave2Firmware}"));
        }

        foreach (SettingDefinition definition in SettingCatalogue.Of(scope))
        {
            rows.Add(Row(Shown.Label(definition), unit => Shown.Setting(unit.Settings.FirstOrDefault(setting => setting.Name == definition.Name)?.Value)));
        }

        rows.Add(Row("Charge A to choose", unit => unit.ChargeCurrents, wraps: true));
        rows.Add(Row("AC charge A to choose", unit => unit.AcChargeCurrents, wraps: true));
        Columns.Write(output, width, [.. units.Select(unit => Shown.Value(unit.Name))], rows);

        ColumnRow Row(string label, Func<LvxSettings, object?> value, bool wraps = false) => new(label, [.. units.Select(unit => Shown.Value(value(unit)))], wraps);
    }
}
