namespace Lvx.Pi18;

/// <summary>What the unit is doing (MOD, PGS). A number without a name is a mode that no document knows.</summary>
public enum OperatingMode
{
    /// <summary>00: starting up.</summary>
    PowerOn = 0,

    /// <summary>01: on, output off.</summary>
    Standby = 1,

    /// <summary>02: the grid feeds the load directly.</summary>
    Bypass = 2,

    /// <summary>03: the load runs from battery and sun.</summary>
    Battery = 3,

    /// <summary>04: stopped by a fault; FWS says which.</summary>
    Fault = 4,

    /// <summary>05: grid, battery and sun together.</summary>
    Hybrid = 5,

    /// <summary>06: charging. Named in the 2022 document, seen live; the 2017 one does not know it.</summary>
    Charge = 6,
}
