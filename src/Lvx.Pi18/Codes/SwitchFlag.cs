namespace Lvx.Pi18;

/// <summary>The switches that <c>PEx</c> and <c>PDx</c> turn on and off.</summary>
public enum SwitchFlag
{
    /// <summary>A: the buzzer.</summary>
    Buzzer = 0,

    /// <summary>B: bypass on overload.</summary>
    OverloadBypass = 1,

    /// <summary>C: the LCD returns to its first page after a minute.</summary>
    LcdReturn = 2,

    /// <summary>D: restart after an overload.</summary>
    OverloadRestart = 3,

    /// <summary>E: restart after too high a temperature.</summary>
    OverTemperatureRestart = 4,

    /// <summary>F: the backlight.</summary>
    Backlight = 5,

    /// <summary>G: an alarm when the primary source is lost.</summary>
    AlarmPrimarySourceLost = 6,

    /// <summary>H: the record of fault codes.</summary>
    FaultRecord = 7,
}
