using Lvx.Core.Units;

namespace Lvx.Core.Operations.Reporting;

/// <summary>What rarely changes of one unit.</summary>
/// <param name="Port">Where it is.</param>
/// <param name="SerialNumber">Its serial number; no value when it does not say one.</param>
internal sealed record UnitSurvey(UnitPort Port, string? SerialNumber)
{
    /// <summary>All settings; no value when it did not say them.</summary>
    public LvxSettings? Settings { get; init; }

    /// <summary>The number of its model (GMN); older firmware does not say it.</summary>
    public string? Model { get; init; }

    /// <summary>The energy that it counted.</summary>
    public EnergyCounters Energy { get; init; } = new(null);
}
