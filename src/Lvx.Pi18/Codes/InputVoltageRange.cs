namespace Lvx.Pi18;

/// <summary>How narrow a grid voltage the unit accepts.</summary>
public enum InputVoltageRange
{
    /// <summary>0: wide, for household appliances.</summary>
    Appliance = 0,

    /// <summary>1: narrow, for computers.</summary>
    Ups = 1,
}
