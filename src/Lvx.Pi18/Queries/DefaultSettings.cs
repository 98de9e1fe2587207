namespace Lvx.Pi18;

/// <summary><c>DI</c>: the factory defaults of the settings.</summary>
/// <remarks>Float stands before bulk here, the other way round than in PIRI.</remarks>
public sealed record DefaultSettings : Answer
{
    /// <summary>The question.</summary>
    public static Query<DefaultSettings> Query { get; } = new("DI", Shape.Of(24, 30, (4, 4), (3, 3), (1, 1), (3, 3)), static (ref r) => new()
    {
        OutputVoltage = r.Tenths(),
        OutputFrequency = r.Tenths(),
        InputVoltageRange = r.Code<InputVoltageRange>(),
        CutOffVoltage = r.Tenths(),
        FloatVoltage = r.Tenths(),
        BulkVoltage = r.Tenths(),
        ReChargeVoltage = r.Tenths(),
        ReDischargeVoltage = r.Tenths(),
        MaxChargeCurrent = r.Whole(),
        MaxAcChargeCurrent = r.Whole(),
        BatteryType = r.Code<BatteryType>(),
        OutputSourcePriority = r.Code<OutputSourcePriority>(),
        ChargerSourcePriority = r.Code<ChargerSourcePriority>(),
        SolarPowerPriority = r.Code<SolarPowerPriority>(),
        MachineType = r.Code<MachineType>(),
        OutputMode = r.Code<OutputMode>(),
        Buzzer = r.Bit(),
        OverloadRestart = r.Bit(),
        OverTemperatureRestart = r.Bit(),
        Backlight = r.Bit(),
        AlarmPrimarySourceLost = r.Bit(),
        FaultRecord = r.Bit(),
        OverloadBypass = r.Bit(),
        LcdReturn = r.Bit(),
        Extra = r.Rest(),
    });

    /// <summary>AC output voltage in V, tenths on the wire.</summary>
    public decimal? OutputVoltage { get; init; }

    /// <summary>AC output frequency in Hz, tenths on the wire.</summary>
    public decimal? OutputFrequency { get; init; }

    /// <summary>How narrow a grid voltage is accepted.</summary>
    public InputVoltageRange? InputVoltageRange { get; init; }

    /// <summary>Battery voltage under which the output is cut off, in V, tenths on the wire.</summary>
    public decimal? CutOffVoltage { get; init; }

    /// <summary>Voltage of the float charge, in V, tenths on the wire.</summary>
    public decimal? FloatVoltage { get; init; }

    /// <summary>Voltage of the constant-voltage charge, in V, tenths on the wire.</summary>
    public decimal? BulkVoltage { get; init; }

    /// <summary>Battery voltage at which the grid takes over, in V, tenths on the wire.</summary>
    public decimal? ReChargeVoltage { get; init; }

    /// <summary>Battery voltage at which the battery takes over again, in V, tenths on the wire.</summary>
    public decimal? ReDischargeVoltage { get; init; }

    /// <summary>Greatest charge current from sun and grid together, in A.</summary>
    public int? MaxChargeCurrent { get; init; }

    /// <summary>Greatest charge current from the grid, in A.</summary>
    public int? MaxAcChargeCurrent { get; init; }

    /// <summary>The kind of battery.</summary>
    public BatteryType? BatteryType { get; init; }

    /// <summary>Which source feeds the load first.</summary>
    public OutputSourcePriority? OutputSourcePriority { get; init; }

    /// <summary>Which source charges the battery.</summary>
    public ChargerSourcePriority? ChargerSourcePriority { get; init; }

    /// <summary>Where the sun's power goes first.</summary>
    public SolarPowerPriority? SolarPowerPriority { get; init; }

    /// <summary>Whether the unit may feed the grid.</summary>
    public MachineType? MachineType { get; init; }

    /// <summary>Single, parallel, or one of several phases.</summary>
    public OutputMode? OutputMode { get; init; }

    /// <summary>The buzzer sounds.</summary>
    public bool? Buzzer { get; init; }

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

    /// <summary>An overload goes to bypass.</summary>
    public bool? OverloadBypass { get; init; }

    /// <summary>The LCD returns to its first page after a minute.</summary>
    public bool? LcdReturn { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Tenths("outputVoltage", OutputVoltage, 4, Symbol.Volt);
        visitor.Tenths("outputFrequency", OutputFrequency, 3, Symbol.Hertz);
        visitor.Code("inputVoltageRange", InputVoltageRange);
        visitor.Tenths("cutOffVoltage", CutOffVoltage, 3, Symbol.Volt);
        visitor.Tenths("floatVoltage", FloatVoltage, 3, Symbol.Volt);
        visitor.Tenths("bulkVoltage", BulkVoltage, 3, Symbol.Volt);
        visitor.Tenths("reChargeVoltage", ReChargeVoltage, 3, Symbol.Volt);
        visitor.Tenths("reDischargeVoltage", ReDischargeVoltage, 3, Symbol.Volt);
        visitor.Whole("maxChargeCurrent", MaxChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("maxAcChargeCurrent", MaxAcChargeCurrent, 2, Symbol.Ampere);
        visitor.Code("batteryType", BatteryType);
        visitor.Code("outputSourcePriority", OutputSourcePriority);
        visitor.Code("chargerSourcePriority", ChargerSourcePriority);
        visitor.Code("solarPowerPriority", SolarPowerPriority);
        visitor.Code("machineType", MachineType);
        visitor.Code("outputMode", OutputMode);
        visitor.Bit("buzzer", Buzzer);
        visitor.Bit("overloadRestart", OverloadRestart);
        visitor.Bit("overTemperatureRestart", OverTemperatureRestart);
        visitor.Bit("backlight", Backlight);
        visitor.Bit("alarmPrimarySourceLost", AlarmPrimarySourceLost);
        visitor.Bit("faultRecord", FaultRecord);
        visitor.Bit("overloadBypass", OverloadBypass);
        visitor.Bit("lcdReturn", LcdReturn);
    }
}
