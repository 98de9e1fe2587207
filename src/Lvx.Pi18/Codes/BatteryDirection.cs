namespace Lvx.Pi18;

/// <summary>Which way the battery's current flows.</summary>
public enum BatteryDirection
{
    /// <summary>0: neither.</summary>
    Idle = 0,

    /// <summary>1: into the battery.</summary>
    Charge = 1,

    /// <summary>2: out of the battery.</summary>
    Discharge = 2,
}
