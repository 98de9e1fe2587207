namespace Lvx.Pi18;

/// <summary>The kind of battery that the unit is set to. Bulk, float and cut-off voltage can be set under <see cref="User"/> only.</summary>
public enum BatteryType
{
    /// <summary>0: absorbent glass mat.</summary>
    Agm = 0,

    /// <summary>1: flooded lead acid.</summary>
    Flooded = 1,

    /// <summary>2: voltages set by the user.</summary>
    User = 2,

    /// <summary>3: Pylontech.</summary>
    Pylontech = 3,

    /// <summary>5: WECO.</summary>
    Weco = 5,

    /// <summary>6: Soltaro.</summary>
    Soltaro = 6,

    /// <summary>8: lithium with the LIB protocol.</summary>
    Lib = 8,

    /// <summary>9: lithium with the LIC protocol.</summary>
    Lic = 9,
}
