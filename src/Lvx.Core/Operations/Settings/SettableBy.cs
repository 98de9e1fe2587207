namespace Lvx.Core.Operations;

/// <summary>How a setting can be changed.</summary>
public enum SettableBy
{
    /// <summary>Over the protocol, within its range.</summary>
    Pi18 = 0,

    /// <summary>On the unit's own LCD only: its setter is none, or too dangerous to be offered.</summary>
    Lcd,
}
