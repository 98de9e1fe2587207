namespace Lvx.Pi18;

/// <summary>Where the sun's power goes first.</summary>
public enum SolarPowerPriority
{
    /// <summary>0: battery, then load, then grid.</summary>
    BatteryLoadUtility = 0,

    /// <summary>1: load, then battery, then grid.</summary>
    LoadBatteryUtility = 1,
}
