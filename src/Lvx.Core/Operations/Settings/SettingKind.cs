namespace Lvx.Core.Operations;

/// <summary>What the values of a setting are.</summary>
public enum SettingKind
{
    /// <summary>A decimal in V, tenths on the wire.</summary>
    Voltage = 0,

    /// <summary>A whole number in A.</summary>
    Current,

    /// <summary>One of a list of codes.</summary>
    Code,

    /// <summary>On or off.</summary>
    Switch,

    /// <summary>A daily window by the unit's clock.</summary>
    Window,
}
