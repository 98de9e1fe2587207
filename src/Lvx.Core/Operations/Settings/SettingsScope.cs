namespace Lvx.Core.Operations;

/// <summary>How much of a unit's settings is looked at.</summary>
public enum SettingsScope
{
    /// <summary>The twelve that units in parallel must share, with their defaults and what they can be set to.</summary>
    Twelve = 0,

    /// <summary>Beside them the switches, the two time windows, machine type, output mode, and the firmware.</summary>
    All,
}
