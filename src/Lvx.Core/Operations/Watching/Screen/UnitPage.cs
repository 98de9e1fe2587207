using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>The whole status of one unit, in as many columns as there is room for.</summary>
internal static class UnitPage
{
    private const int ColumnWidth = 39;
    private const int LabelWidth = 17;

    private static readonly (string Label, Func<LvxStatus, object?> Value)[] Rows =
    [
        ("Mode", s => s.Mode),
        ("Instance", s => s.ParallelInstance),
        ("Role", s => s.ParallelRole),
        ("Output mode", s => s.OutputMode),
        ("Firmware main", s => s.MainFirmware),
        ("Firmware slaves", s => Pair(s.Slave1Firmware, s.Slave2Firmware)),
        ("Battery V", s => s.BatteryVoltage),
        ("Battery V at SCC", s => Pair(s.BatteryVoltageScc1, s.BatteryVoltageScc2)),
        ("Battery %", s => s.BatteryCapacity),
        ("Battery", s => s.BatteryDirection),
        ("Charge A", s => s.BatteryChargeCurrent),
        ("Discharge A", s => s.BatteryDischargeCurrent),
        ("Solar W", s => Pair(s.Pv1Power, s.Pv2Power)),
        ("Solar V", s => Pair(s.Pv1Voltage, s.Pv2Voltage)),
        ("MPPT", s => Pair(s.Mppt1Status, s.Mppt2Status)),
        ("Output V", s => s.OutputVoltage),
        ("Output Hz", s => s.OutputFrequency),
        ("Output W", s => s.OutputActivePower),
        ("Output VA", s => s.OutputApparentPower),
        ("Load %", s => s.LoadPercent),
        ("Load connected", s => s.LoadConnected is { } yes ? (yes ? "yes" : "no") : null),
        ("Grid V", s => s.GridVoltage),
        ("Grid Hz", s => s.GridFrequency),
        ("Line", s => s.LineDirection),
        ("DC/AC", s => s.DcAcDirection),
        ("Heat sink C", s => s.HeatSinkTemperature),
        ("MPPT C", s => Pair(s.Mppt1Temperature, s.Mppt2Temperature)),
    ];

    public static IEnumerable<ScreenLine> Draw(WatchState state, WatchedUnit unit, int width)
    {
        (string answers, Ink ink) = UnitTable.Answers(state, unit);
        yield return new ScreenLine().Add(string.Create(CultureInfo.InvariantCulture, $"Unit {unit.Number}  {Findings.Text(unit.Name)}"), Ink.Strong)
            .Add($"  {Findings.Text(unit.Device)}  serial {Findings.Text(unit.Last?.SerialNumber)}  ").Add(unit.IsAnswering ? $"{Ages.Text(state.AgeOf(unit))} ago" : answers, ink);
        if (unit.Failure is { } failure)
        {
            foreach (string line in WordWrap.Break($"{failure.Message} {failure.NextStep}", width - 1))
            {
                yield return new ScreenLine().Add(line, Ink.Bad);
            }
        }

        if (unit.Last is not { } status)
        {
            yield break;
        }

        yield return Wide("Fault", status.Fault is { } fault ? fault.Code == 0 ? "none" : $"{fault}. {fault.NextStep}" : null, width);
        yield return Wide("Warnings", status.Warnings, width);
        int columns = Math.Max(1, width / ColumnWidth);
        int height = (Rows.Length + columns - 1) / columns;
        for (int row = 0; row < height; row++)
        {
            var line = new ScreenLine();
            for (int index = row; index < Rows.Length; index += height)
            {
                line.Field(Rows[index].Label, LabelWidth, Ink.Faint)
                    .Field(Findings.Text(Rows[index].Value(status)), (width / columns) - LabelWidth - 1, unit.IsStale ? Ink.Faint : Ink.Plain).Add(" ");
            }

            yield return line;
        }
    }

    private static ScreenLine Wide(string label, object? value, int width) => new ScreenLine().Field(label, LabelWidth, Ink.Faint).Add(Findings.Text(value)).Within(width);

    private static string? Pair(object? one, object? other) => one is null && other is null ? null : $"{Findings.Text(one)} / {Findings.Text(other)}";
}
