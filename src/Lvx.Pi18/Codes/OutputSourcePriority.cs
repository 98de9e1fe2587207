namespace Lvx.Pi18;

/// <summary>Which source feeds the load first.</summary>
public enum OutputSourcePriority
{
    /// <summary>0: sun, then grid, then battery.</summary>
    SolarUtilityBattery = 0,

    /// <summary>1: sun, then battery, then grid.</summary>
    SolarBatteryUtility = 1,
}
