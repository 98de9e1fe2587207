using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// The figures of all units together, each by its one rule. Summed: solar power, load, charge current. Averaged: battery voltage, state of charge, load in percent. Shared: the grid, which is the same line
/// for each unit and never added. Derived: battery power, from each unit's volts and amperes.
/// </summary>
internal sealed class WatchTotals(IReadOnlyList<WatchedUnit> units)
{
    public WatchFigure SolarPower { get; } = WatchFigure.Sum(units, unit => unit.SolarPower);

    public WatchFigure SolarToday { get; } = WatchFigure.Sum(units, unit => unit.SolarToday);

    public WatchFigure LoadPower { get; } = WatchFigure.Sum(units, unit => unit.Last?.OutputActivePower);

    public WatchFigure LoadApparentPower { get; } = WatchFigure.Sum(units, unit => unit.Last?.OutputApparentPower);

    public WatchFigure LoadPercent { get; } = WatchFigure.Mean(units, unit => unit.Last?.LoadPercent, 0);

    public WatchFigure RatedPower { get; } = WatchFigure.Sum(units, unit => unit.Settings?.Answers.Rated.RatedActivePower);

    public WatchFigure BatteryVoltage { get; } = WatchFigure.Mean(units, unit => unit.Last?.BatteryVoltage, 1);

    public WatchFigure BatteryPercent { get; } = WatchFigure.Mean(units, unit => unit.Last?.BatteryCapacity, 0);

    public WatchFigure BatteryCurrent { get; } = WatchFigure.Sum(units, unit => unit.BatteryCurrent);

    public WatchFigure BatteryPower { get; } = WatchFigure.Sum(units, unit => unit.Last?.BatteryVoltage * unit.BatteryCurrent);

    public decimal? GridVoltage { get; } = Shared(units, status => status.GridVoltage);

    public decimal? GridFrequency { get; } = Shared(units, status => status.GridFrequency);

    /// <summary>Which way the battery's current flows, in a word.</summary>
    public string BatteryWord { get; } = Word(units, status => status.BatteryDirection, direction => direction switch
    {
        BatteryDirection.Idle => "idle",
        BatteryDirection.Charge => "charging",
        BatteryDirection.Discharge => "discharging",
        _ => Findings.Text(direction),
    });

    /// <summary>Which way power flows on the grid's line, in words.</summary>
    public string LineWord { get; } = Word(units, status => status.LineDirection, direction => direction switch
    {
        LineDirection.Idle => "no flow",
        LineDirection.Input => "from the grid",
        LineDirection.Output => "to the grid",
        _ => Findings.Text(direction),
    });

    private static decimal? Shared(IReadOnlyList<WatchedUnit> units, Func<LvxStatus, decimal?> value) =>
        units.Where(unit => unit.IsAnswering).Select(unit => value(unit.Last!)).FirstOrDefault(known => known is not null);

    private static string Word<T>(IReadOnlyList<WatchedUnit> units, Func<LvxStatus, T?> value, Func<T, string> word)
        where T : struct
    {
        string[] words = [.. units.Where(unit => unit.IsAnswering).Select(unit => value(unit.Last!)).OfType<T>().Select(word).Distinct(StringComparer.Ordinal)];
        return words.Length == 0 ? "--" : string.Join("/", words);
    }
}
