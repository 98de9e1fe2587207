using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The status of units, side by side.</summary>
internal static class StatusTable
{
    private static readonly (string Label, Func<LvxStatus, object?> Value, bool Wraps)[] Rows =
    [
        ("Device", s => s.Device, true),
        ("Serial", s => s.SerialNumber, false),
        ("Read at", s => s.Timestamp, false),
        ("Mode", s => s.Mode, false),
        ("Fault", s => s.Fault, true),
        ("Next step", s => s.Fault is { Code: not 0 } fault ? fault.NextStep : "", true),
        ("Warnings", s => s.Warnings, true),
        ("Parallel", Role, false),
        ("Output mode", s => s.OutputMode, false),
        ("Firmware main", s => s.MainFirmware, false),
        ("Firmware slaves", s => s.Slave1Firmware is null ? null : $"{s.Slave1Firmware} {s.Slave2Firmware}", false),
        ("Battery V", s => s.BatteryVoltage, false),
        ("Battery V at SCC", s => Pair(s.BatteryVoltageScc1, s.BatteryVoltageScc2), false),
        ("Battery %", s => s.BatteryCapacity, false),
        ("Battery", s => s.BatteryDirection, false),
        ("Charge A", s => s.BatteryChargeCurrent, false),
        ("Discharge A", s => s.BatteryDischargeCurrent, false),
        ("PV W", s => Pair(s.Pv1Power, s.Pv2Power), false),
        ("PV V", s => Pair(s.Pv1Voltage, s.Pv2Voltage), false),
        ("MPPT", s => Pair(s.Mppt1Status, s.Mppt2Status), false),
        ("Output V", s => s.OutputVoltage, false),
        ("Output Hz", s => s.OutputFrequency, false),
        ("Output W", s => s.OutputActivePower, false),
        ("Output VA", s => s.OutputApparentPower, false),
        ("Load %", s => s.LoadPercent, false),
        ("Load connected", s => s.LoadConnected, false),
        ("Grid V", s => s.GridVoltage, false),
        ("Grid Hz", s => s.GridFrequency, false),
        ("Line", s => s.LineDirection, false),
        ("DC/AC", s => s.DcAcDirection, false),
        ("Heat sink °C", s => s.HeatSinkTemperature, false),
        ("MPPT °C", s => Pair(s.Mppt1Temperature, s.Mppt2Temperature), false),
        ("Settings changed", s => s.SettingsChanged, false),
    ];

    public static void Write(TextWriter output, int width, IReadOnlyList<LvxStatus> units)
    {
        // A row that would be empty for everybody says nothing: the next step, when there is no fault.
        ColumnRow[] rows =
        [
            .. Rows.Where(row => units.Any(unit => row.Value(unit) is not ""))
                .Select(row => new ColumnRow(row.Label, [.. units.Select(unit => row.Value(unit) is "" ? "" : Shown.Value(row.Value(unit)))], row.Wraps)),
        ];
        Columns.Write(output, width, [.. units.Select(unit => Shown.Value(unit.Name))], rows);
    }

    private static string? Role(LvxStatus status) => (status.ParallelInstance, status.ParallelRole) switch
    {
        (null, null) => null,
        (null, { } role) => Shown.Value(role),
        ({ } instance, ParallelRole.Single) => $"single (instance {instance})",
        ({ } instance, null) => $"instance {instance}",
        ({ } instance, { } role) => $"instance {instance} ({(role == ParallelRole.Master ? "master" : "slave")})",
    };

    private static string? Pair(object? one, object? other) => one is null && other is null ? null : $"{Shown.Value(one)} / {Shown.Value(other)}";
}
