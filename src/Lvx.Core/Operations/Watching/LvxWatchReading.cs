using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>
/// What all units together did at one moment. Summed: solar power, load, battery current. Averaged: battery voltage, state of charge. Shared: the grid. A figure that no unit gave is no value (null), never 0;
/// <see cref="Answering"/> says how many units the figures are of.
/// </summary>
public sealed class LvxWatchReading
{
    private readonly string modes;
    private readonly string verdict;

    internal LvxWatchReading(WatchState state, LvxSyncReport report, IReadOnlyList<LvxWatchEvent> events)
    {
        WatchTotals totals = state.Totals;
        Report = report;
        Events = new TextList<LvxWatchEvent>(events);
        modes = SummaryHeader.Modes(state);
        verdict = SummaryHeader.Verdict(state).Text;
        SolarPower = (int?)totals.SolarPower.Value;
        BatteryVoltage = totals.BatteryVoltage.Value;
        BatteryPercent = (int?)totals.BatteryPercent.Value;
        BatteryCurrent = (int?)totals.BatteryCurrent.Value;
        BatteryPower = totals.BatteryPower.Value is { } watts ? (int)Math.Round(watts) : null;
        LoadPower = (int?)totals.LoadPower.Value;
        LoadApparentPower = (int?)totals.LoadApparentPower.Value;
        GridVoltage = totals.GridVoltage;
        GridFrequency = totals.GridFrequency;
        Units = state.Units.Count;
    }

    /// <summary>When the first of the units was measured, in UTC.</summary>
    public DateTime Timestamp => Report.Timestamp;

    /// <summary>Whether no check of the parallel system failed.</summary>
    public bool InSync => Report.InSync;

    /// <summary>How many units are watched.</summary>
    public int Units { get; }

    /// <summary>How many of them answered.</summary>
    public int Answering => Report.Units.Count;

    /// <summary>Solar power in W, summed.</summary>
    public int? SolarPower { get; }

    /// <summary>Battery voltage in V, averaged to a tenth.</summary>
    public decimal? BatteryVoltage { get; }

    /// <summary>State of charge in percent, averaged.</summary>
    public int? BatteryPercent { get; }

    /// <summary>Current into the battery in A, summed; negative out of it.</summary>
    public int? BatteryCurrent { get; }

    /// <summary>Power into the battery in W; negative out of it. Derived from volts and whole amperes, and so good to some 30 W.</summary>
    public int? BatteryPower { get; }

    /// <summary>Load in W, summed.</summary>
    public int? LoadPower { get; }

    /// <summary>Load in VA, summed.</summary>
    public int? LoadApparentPower { get; }

    /// <summary>Grid voltage in V: the same line for each unit.</summary>
    public decimal? GridVoltage { get; }

    /// <summary>Grid frequency in Hz.</summary>
    public decimal? GridFrequency { get; }

    /// <summary>What happened since the reading before.</summary>
    public IReadOnlyList<LvxWatchEvent> Events { get; }

    /// <summary>Every check, and the status of each unit.</summary>
    public LvxSyncReport Report { get; }

    /// <summary>One line, in local time, with <c>--</c> for what is not known and <c>~</c> before what is derived.</summary>
    public override string ToString() => In(TimeZoneInfo.Local);

    internal string In(TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTimeFromUtc(Timestamp, zone):HH:mm:ss}  {verdict}  {modes}  solar {Text(SolarPower)} W  battery {Text(BatteryPercent)} % {Text(BatteryVoltage, "0.0")} V {Text(BatteryCurrent, Signed)} A ~{Text(BatteryPower, Signed)} W  load {Text(LoadPower)} W {Text(LoadApparentPower)} VA  grid {Text(GridVoltage, "0.0")} V{(Answering < Units ? $"  ({Answering} of {Units} units)" : "")}");

    internal const string Signed = "+0;-0;0";

    private static string Text(decimal? value, string form = "0") => value?.ToString(form, CultureInfo.InvariantCulture) ?? "--";
}
