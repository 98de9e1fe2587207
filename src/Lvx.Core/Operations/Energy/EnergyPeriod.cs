namespace Lvx.Core.Operations;

/// <summary>The time over which a unit counts energy.</summary>
public enum EnergyPeriod
{
    /// <summary>All of it, since the unit was new or its counters were cleared.</summary>
    Total = 0,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,
}
