namespace Lvx.Core.Operations.Reporting;

/// <summary>Something that every unit measures, and what it is for the site.</summary>
/// <param name="Label">Its name in words.</param>
/// <param name="Unit">The symbol of its unit.</param>
/// <param name="Decimals">How many it has on the wire.</param>
/// <param name="Rule">What it is for the site.</param>
/// <param name="Of">Its value; null when the unit did not say it.</param>
internal sealed record Quantity(string Label, string Unit, int Decimals, SiteRule Rule, Func<LvxStatus, decimal?> Of)
{
    /// <summary>The current into the battery, which units share.</summary>
    public static Quantity ChargeCurrent { get; } = new("charge current", "A", 0, SiteRule.Summed, unit => unit.BatteryChargeCurrent);

    /// <summary>The voltage of the one bank.</summary>
    public static Quantity BatteryVoltage { get; } = new("battery voltage", "V", 1, SiteRule.Averaged, unit => unit.BatteryVoltage);

    /// <summary>All that a report has, in the order in which people look.</summary>
    public static IReadOnlyList<Quantity> All { get; } =
    [
        new("PV1 power", "W", 0, SiteRule.Summed, unit => unit.Pv1Power),
        new("PV2 power", "W", 0, SiteRule.Summed, unit => unit.Pv2Power),
        BatteryVoltage,
        ChargeCurrent,
        new("discharge current", "A", 0, SiteRule.Summed, unit => unit.BatteryDischargeCurrent),
        new("state of charge", "%", 0, SiteRule.Own, unit => unit.BatteryCapacity),
        new("load power", "W", 0, SiteRule.Summed, unit => unit.OutputActivePower),
        new("load apparent power", "VA", 0, SiteRule.Summed, unit => unit.OutputApparentPower),
        new("load", "%", 0, SiteRule.Own, unit => unit.LoadPercent),
        new("output voltage", "V", 1, SiteRule.Shared, unit => unit.OutputVoltage),
        new("output frequency", "Hz", 1, SiteRule.Shared, unit => unit.OutputFrequency),
        new("grid voltage", "V", 1, SiteRule.Shared, unit => unit.GridVoltage),
        new("grid frequency", "Hz", 1, SiteRule.Shared, unit => unit.GridFrequency),
        new("heat sink", "°C", 0, SiteRule.Highest, unit => unit.HeatSinkTemperature),
    ];

    /// <summary>What one unit had over the readings; null when it never said it.</summary>
    public Spread? OfUnit(IEnumerable<LvxSyncReport> readings, string device) =>
        Spread.Of(readings.Select(reading => reading.Units.FirstOrDefault(unit => unit.Device == device)).OfType<LvxStatus>().Select(Of));

    /// <summary>What the site had over those readings in which each of the units said it; null when there are none, or the rule gives nothing.</summary>
    public Spread? OfSite(IEnumerable<LvxSyncReport> readings, IReadOnlyCollection<string> devices) =>
        Rule is SiteRule.Own or SiteRule.Shared ? null : Spread.Of(readings.Select(reading => OfSite(reading, devices)));

    private decimal? OfSite(LvxSyncReport reading, IReadOnlyCollection<string> devices)
    {
        decimal[] values = [.. reading.Units.Where(unit => devices.Contains(unit.Device)).Select(Of).OfType<decimal>()];
        return values.Length == 0 || values.Length < devices.Count ? null : Rule switch
        {
            SiteRule.Summed => values.Sum(),
            SiteRule.Averaged => values.Average(),
            _ => values.Max(),
        };
    }
}
