using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>How far units may be apart before a check fails.</summary>
public sealed record SyncTolerances
{
    /// <summary>Between battery voltages, in V. Healthy units on one bank were seen at the same tenth.</summary>
    public decimal BatteryVoltage { get; init; } = 0.2m;

    /// <summary>Between charge currents while all are charging, in A. Seen: 55 A and 57 A.</summary>
    public decimal ChargeCurrent { get; init; } = 5m;

    /// <summary>Between AC output voltages, in V.</summary>
    public decimal OutputVoltage { get; init; } = 2.0m;

    /// <summary>Between AC output frequencies, in Hz: units in parallel run in step, and a tenth is the smallest step on the wire.</summary>
    public decimal OutputFrequency { get; init; } = 0.1m;

    /// <summary>Between clocks; the time windows go by them.</summary>
    public TimeSpan Clock { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Those of a site, and the usual ones where it has none.</summary>
    /// <param name="site">The site; null for none.</param>
    public static SyncTolerances Of(LvxSite? site)
    {
        var usual = new SyncTolerances();
        return site is null ? usual : new SyncTolerances
        {
            BatteryVoltage = site.Tolerances.BatteryVoltage ?? usual.BatteryVoltage,
            ChargeCurrent = site.Tolerances.ChargeCurrent ?? usual.ChargeCurrent,
            OutputVoltage = site.Tolerances.OutputVoltage ?? usual.OutputVoltage,
            OutputFrequency = site.Tolerances.OutputFrequency ?? usual.OutputFrequency,
        };
    }
}
