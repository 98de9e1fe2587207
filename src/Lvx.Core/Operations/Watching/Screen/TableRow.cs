using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>One row of the table of units: what each has, and which checks are about it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Rank">Which rows go first where there is no room for all: the greatest.</param>
/// <param name="Checks">The checks that judge it; none for what is only shown.</param>
/// <param name="Limit">What stands as the limit where a check has no tolerance.</param>
/// <param name="Value">What a unit has.</param>
internal sealed record TableRow(string Label, int Rank, string[] Checks, string Limit, Func<WatchedUnit, object?> Value)
{
    // Each unit has its own, and no two the same.
    private const string Own = "own";

    /// <summary>Every row, in the order in which people look.</summary>
    public static IReadOnlyList<TableRow> All { get; } =
    [
        new("Mode", 1, ["Mode", "ModeAlike"], "equal", unit => unit.Last?.Mode),
        new("Fault", 8, ["Fault"], "none", unit => unit.Last?.Fault is { } fault ? fault.Code == 0 ? "none" : fault.ToString() : null),
        new("Warnings", 9, ["Warnings"], "none", unit => unit.Last?.Warnings),
        new("Instance", 10, ["ParallelInstance"], Own, unit => unit.Last?.ParallelInstance),
        new("Output mode", 16, ["OutputMode"], "fit", unit => unit.Last?.OutputMode),
        new("Firmware main", 2, ["MainFirmware"], "equal", unit => unit.Last?.MainFirmware),
        new("Firmware slave", 3, ["SlaveFirmware"], "-", unit => unit.Last?.Slave1Firmware),
        new("Settings", 4, ["Settings"], "equal", unit => unit.Alike),
        new("Clock", 17, ["Clock"], "-", unit => unit.Clock is { Length: > 10 } clock ? clock[5..16] : unit.Clock),
        new("Battery V", 5, ["BatteryVoltage"], "-", unit => unit.Last?.BatteryVoltage),
        new("Battery %", 13, [], "", unit => unit.Last?.BatteryCapacity),
        new("Charge A", 6, ["ChargeSharing"], "-", unit => unit.Last?.BatteryChargeCurrent),
        new("Discharge A", 14, [], "", unit => unit.Last?.BatteryDischargeCurrent),
        new("Solar W", 12, [], "", unit => unit.SolarPower),
        new("Load W", 15, [], "", unit => unit.Last?.OutputActivePower),
        new("Output V", 7, ["OutputVoltage"], "-", unit => unit.Last?.OutputVoltage),
        new("Output Hz", 11, ["OutputFrequency"], "-", unit => unit.Last?.OutputFrequency),
        new("Grid V", 18, [], "", unit => unit.Last?.GridVoltage),
        new("Heat sink C", 19, [], "", unit => unit.Last?.HeatSinkTemperature),
    ];

    /// <summary>Its worst check that could be judged; any of them when none could.</summary>
    public LvxSyncCheck? Check(LvxSyncReport? report)
    {
        LvxSyncCheck[] checks = [.. Checks.Select(name => report?.Check(name)).OfType<LvxSyncCheck>()];
        return checks.Where(check => check.Outcome != CheckOutcome.Skipped).MaxBy(check => check.Outcome) ?? checks.FirstOrDefault();
    }

    /// <summary>How far those that answer are apart, in words.</summary>
    public string Delta(IReadOnlyList<WatchedUnit> units, LvxSyncCheck? check)
    {
        if (check?.Spread is { } spread)
        {
            return Findings.Text(spread);
        }

        object[] values = [.. units.Where(unit => unit.IsAnswering).Select(Value).OfType<object>()];
        if (values.Length < 2)
        {
            return "--";
        }

        if (values.All(value => value is int or decimal) && Limit != Own)
        {
            decimal[] numbers = [.. values.Select(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture))];
            return Findings.Text(numbers.Max() - numbers.Min());
        }

        int different = values.Select(Findings.Text).Distinct(StringComparer.Ordinal).Count();
        return different == 1 ? "=" : Limit == Own && different == values.Length ? "distinct" : "differs";
    }
}
