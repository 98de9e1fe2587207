namespace Lvx.Pi18;

/// <summary>Which source charges the battery.</summary>
public enum ChargerSourcePriority
{
    /// <summary>0: sun first, the grid when there is none.</summary>
    SolarFirst = 0,

    /// <summary>1: sun and grid together.</summary>
    SolarAndUtility = 1,

    /// <summary>2: sun only.</summary>
    SolarOnly = 2,
}
