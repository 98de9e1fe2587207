namespace Lvx.Core.Operations.Reporting;

/// <summary>Energy from the sun as one unit counted it, in Wh; no value where it did not say it.</summary>
/// <param name="Day">The day that this year, month and day go by; no value when nothing was asked.</param>
internal sealed record EnergyCounters(DateOnly? Day)
{
    /// <summary>All that was ever counted.</summary>
    public long? Total { get; init; }

    /// <summary>In the year of <see cref="Day"/>.</summary>
    public long? Year { get; init; }

    /// <summary>In its month.</summary>
    public long? Month { get; init; }

    /// <summary>On it, so far.</summary>
    public long? Today { get; init; }
}
