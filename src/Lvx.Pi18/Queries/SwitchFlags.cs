namespace Lvx.Pi18;

/// <summary><c>FLAG</c>: the switches. 9 fields are documented in 2017 and captured, up to 11 in 2022; what the later ones mean is not, so they are kept as they come.</summary>
public sealed record SwitchFlags : Answer
{
    /// <summary>The question.</summary>
    public static Query<SwitchFlags> Query { get; } = new("FLAG", Shape.Of(9, 12, (1, 1), (1, 1), (1, 1)), static (ref r) => new()
    {
        Buzzer = r.Bit(),
        OverloadBypass = r.Bit(),
        LcdReturn = r.Bit(),
        OverloadRestart = r.Bit(),
        OverTemperatureRestart = r.Bit(),
        Backlight = r.Bit(),
        AlarmPrimarySourceLost = r.Bit(),
        FaultRecord = r.Bit(),
        Reserved = r.Whole(),
        Extra = r.Rest(),
    });

    /// <summary>The buzzer sounds.</summary>
    public bool? Buzzer { get; init; }

    /// <summary>An overload goes to bypass.</summary>
    public bool? OverloadBypass { get; init; }

    /// <summary>The LCD returns to its first page after a minute.</summary>
    public bool? LcdReturn { get; init; }

    /// <summary>Restart after an overload.</summary>
    public bool? OverloadRestart { get; init; }

    /// <summary>Restart after too high a temperature.</summary>
    public bool? OverTemperatureRestart { get; init; }

    /// <summary>The backlight is on.</summary>
    public bool? Backlight { get; init; }

    /// <summary>An alarm when the primary source is lost.</summary>
    public bool? AlarmPrimarySourceLost { get; init; }

    /// <summary>Fault codes are recorded.</summary>
    public bool? FaultRecord { get; init; }

    /// <summary>Reserved, or feeding the grid, depending on the firmware; 12 was captured, so a number and no switch.</summary>
    public int? Reserved { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Bit("buzzer", Buzzer);
        visitor.Bit("overloadBypass", OverloadBypass);
        visitor.Bit("lcdReturn", LcdReturn);
        visitor.Bit("overloadRestart", OverloadRestart);
        visitor.Bit("overTemperatureRestart", OverTemperatureRestart);
        visitor.Bit("backlight", Backlight);
        visitor.Bit("alarmPrimarySourceLost", AlarmPrimarySourceLost);
        visitor.Bit("faultRecord", FaultRecord);
        visitor.Whole("reserved", Reserved, 1);
    }
}
