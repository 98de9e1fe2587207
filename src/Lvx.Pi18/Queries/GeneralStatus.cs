namespace Lvx.Pi18;

/// <summary><c>GS</c>: what the unit measures now.</summary>
/// <remarks>28 fields. Voltage and power describe the whole split-phase output: no question gives its two legs apart.</remarks>
public sealed record GeneralStatus : Answer
{
    /// <summary>The question.</summary>
    public static Query<GeneralStatus> Query { get; } = new("GS", Shape.Of(28, 40, (4, 4), (3, 3), (4, 4), (3, 3), (4, 5), (4, 5), (3, 3)), static (ref r) => new()
    {
        GridVoltage = r.Tenths(),
        GridFrequency = r.Tenths(),
        OutputVoltage = r.Tenths(),
        OutputFrequency = r.Tenths(),
        OutputApparentPower = r.Whole(),
        OutputActivePower = r.Whole(),
        LoadPercent = r.Whole(max: 999),
        BatteryVoltage = r.Tenths(),
        BatteryVoltageScc1 = r.Tenths(),
        BatteryVoltageScc2 = r.Tenths(),
        BatteryDischargeCurrent = r.Whole(),
        BatteryChargeCurrent = r.Whole(),
        BatteryCapacity = r.Whole(max: 100),
        HeatSinkTemperature = r.Signed(),
        Mppt1Temperature = r.Signed(),
        Mppt2Temperature = r.Signed(),
        Pv1Power = r.Whole(),
        Pv2Power = r.Whole(),
        Pv1Voltage = r.Tenths(),
        Pv2Voltage = r.Tenths(),
        SettingsChanged = r.Bit(),
        Mppt1Status = r.Code<MpptStatus>(),
        Mppt2Status = r.Code<MpptStatus>(),
        LoadConnected = r.Bit(),
        BatteryDirection = r.Code<BatteryDirection>(),
        DcAcDirection = r.Code<DcAcDirection>(),
        LineDirection = r.Code<LineDirection>(),
        ParallelInstance = r.Whole(),
        Extra = r.Rest(),
    });

    /// <summary>Grid voltage in V, tenths on the wire.</summary>
    public decimal? GridVoltage { get; init; }

    /// <summary>Grid frequency in Hz, tenths on the wire.</summary>
    public decimal? GridFrequency { get; init; }

    /// <summary>AC output voltage in V, tenths on the wire; of the whole split-phase output.</summary>
    public decimal? OutputVoltage { get; init; }

    /// <summary>AC output frequency in Hz, tenths on the wire.</summary>
    public decimal? OutputFrequency { get; init; }

    /// <summary>AC output apparent power in VA.</summary>
    public int? OutputApparentPower { get; init; }

    /// <summary>AC output active power in W.</summary>
    public int? OutputActivePower { get; init; }

    /// <summary>Load in percent of the rated power; over 100 in overload.</summary>
    public int? LoadPercent { get; init; }

    /// <summary>Battery voltage in V, tenths on the wire.</summary>
    public decimal? BatteryVoltage { get; init; }

    /// <summary>Battery voltage seen by the first solar charge controller, in V, tenths on the wire.</summary>
    public decimal? BatteryVoltageScc1 { get; init; }

    /// <summary>Battery voltage seen by the second solar charge controller, in V, tenths on the wire.</summary>
    public decimal? BatteryVoltageScc2 { get; init; }

    /// <summary>Current out of the battery, in whole A.</summary>
    public int? BatteryDischargeCurrent { get; init; }

    /// <summary>Current into the battery, in whole A.</summary>
    public int? BatteryChargeCurrent { get; init; }

    /// <summary>State of charge in percent, 0 to 100, as the unit estimates it.</summary>
    public int? BatteryCapacity { get; init; }

    /// <summary>Temperature of the inverter's heat sink, in °C.</summary>
    public int? HeatSinkTemperature { get; init; }

    /// <summary>Temperature of the first solar charge controller, in °C.</summary>
    public int? Mppt1Temperature { get; init; }

    /// <summary>Temperature of the second solar charge controller, in °C.</summary>
    public int? Mppt2Temperature { get; init; }

    /// <summary>Power of the first solar input, in W.</summary>
    public int? Pv1Power { get; init; }

    /// <summary>Power of the second solar input, in W.</summary>
    public int? Pv2Power { get; init; }

    /// <summary>Voltage of the first solar input, in V, tenths on the wire.</summary>
    public decimal? Pv1Voltage { get; init; }

    /// <summary>Voltage of the second solar input, in V, tenths on the wire.</summary>
    public decimal? Pv2Voltage { get; init; }

    /// <summary>Whether a setting was changed since it was last read.</summary>
    public bool? SettingsChanged { get; init; }

    /// <summary>What the first solar charge controller is doing.</summary>
    public MpptStatus? Mppt1Status { get; init; }

    /// <summary>What the second solar charge controller is doing.</summary>
    public MpptStatus? Mppt2Status { get; init; }

    /// <summary>Whether a load is connected.</summary>
    public bool? LoadConnected { get; init; }

    /// <summary>Which way the battery's current flows.</summary>
    public BatteryDirection? BatteryDirection { get; init; }

    /// <summary>Which way power flows between the direct and the alternating current side.</summary>
    public DcAcDirection? DcAcDirection { get; init; }

    /// <summary>Which way power flows on the grid's line.</summary>
    public LineDirection? LineDirection { get; init; }

    /// <summary>The unit's place in the parallel system: 0 is the master, 1 and up are slaves.</summary>
    public int? ParallelInstance { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Tenths("gridVoltage", GridVoltage, 4, Symbol.Volt);
        visitor.Tenths("gridFrequency", GridFrequency, 3, Symbol.Hertz);
        visitor.Tenths("outputVoltage", OutputVoltage, 4, Symbol.Volt);
        visitor.Tenths("outputFrequency", OutputFrequency, 3, Symbol.Hertz);
        visitor.Whole("outputApparentPower", OutputApparentPower, 4, Symbol.VoltAmpere);
        visitor.Whole("outputActivePower", OutputActivePower, 4, Symbol.Watt);
        visitor.Whole("loadPercent", LoadPercent, 3, Symbol.Percent);
        visitor.Tenths("batteryVoltage", BatteryVoltage, 3, Symbol.Volt);
        visitor.Tenths("batteryVoltageScc1", BatteryVoltageScc1, 3, Symbol.Volt);
        visitor.Tenths("batteryVoltageScc2", BatteryVoltageScc2, 3, Symbol.Volt);
        visitor.Whole("batteryDischargeCurrent", BatteryDischargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("batteryChargeCurrent", BatteryChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("batteryCapacity", BatteryCapacity, 3, Symbol.Percent);
        visitor.Whole("heatSinkTemperature", HeatSinkTemperature, 3, Symbol.Celsius);
        visitor.Whole("mppt1Temperature", Mppt1Temperature, 3, Symbol.Celsius);
        visitor.Whole("mppt2Temperature", Mppt2Temperature, 3, Symbol.Celsius);
        visitor.Whole("pv1Power", Pv1Power, 4, Symbol.Watt);
        visitor.Whole("pv2Power", Pv2Power, 4, Symbol.Watt);
        visitor.Tenths("pv1Voltage", Pv1Voltage, 4, Symbol.Volt);
        visitor.Tenths("pv2Voltage", Pv2Voltage, 4, Symbol.Volt);
        visitor.Bit("settingsChanged", SettingsChanged);
        visitor.Code("mppt1Status", Mppt1Status);
        visitor.Code("mppt2Status", Mppt2Status);
        visitor.Bit("loadConnected", LoadConnected);
        visitor.Code("batteryDirection", BatteryDirection);
        visitor.Code("dcAcDirection", DcAcDirection);
        visitor.Code("lineDirection", LineDirection);
        visitor.Whole("parallelInstance", ParallelInstance, 1);
    }
}
