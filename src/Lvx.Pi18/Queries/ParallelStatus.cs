namespace Lvx.Pi18;

/// <summary><c>PGSn</c>: what the unit asked says of unit n of the parallel system.</summary>
/// <remarks>29 fields. Without meaning on a unit that is not in parallel: trust it only when the output mode (PIRI, PRI) is other than single.</remarks>
public sealed record ParallelStatus : Answer
{
    private static readonly Shape StatusShape = Shape.Of(29, 40, (1, 1), (1, 2), (2, 2), (4, 4), (3, 3));

    /// <summary>The question for slot <paramref name="n"/>, 0 to 9.</summary>
    public static Query<ParallelStatus> Query(int n) => new("PGS" + Slot.Text(n), StatusShape, static (ref r) => new()
    {
        Exists = r.Whole(),
        Mode = r.Code<OperatingMode>(),
        Fault = r.Whole(),
        GridVoltage = r.Tenths(),
        GridFrequency = r.Tenths(),
        OutputVoltage = r.Tenths(),
        OutputFrequency = r.Tenths(),
        OutputApparentPower = r.Whole(),
        OutputActivePower = r.Whole(),
        TotalApparentPower = r.Whole(),
        TotalActivePower = r.Whole(),
        LoadPercent = r.Whole(max: 999),
        TotalLoadPercent = r.Whole(max: 999),
        BatteryVoltage = r.Tenths(),
        BatteryDischargeCurrent = r.Whole(),
        BatteryChargeCurrent = r.Whole(),
        TotalChargeCurrent = r.Whole(),
        BatteryCapacity = r.Whole(max: 100),
        Pv1Power = r.Whole(),
        Pv2Power = r.Whole(),
        Pv1Voltage = r.Tenths(),
        Pv2Voltage = r.Tenths(),
        Mppt1Status = r.Code<MpptStatus>(),
        Mppt2Status = r.Code<MpptStatus>(),
        LoadConnected = r.Bit(),
        BatteryDirection = r.Code<BatteryDirection>(),
        DcAcDirection = r.Code<DcAcDirection>(),
        LineDirection = r.Code<LineDirection>(),
        MaxTemperature = r.Signed(),
        Extra = r.Rest(),
    });

    /// <summary>Field 0, as it came. Both documents call it "exists"; a toolset that ran on the LVX6048 read it as the unit's index. See <see cref="IsPresent"/>.</summary>
    public int? Exists { get; init; }

    /// <summary>What that unit is doing.</summary>
    public OperatingMode? Mode { get; init; }

    /// <summary>That unit's fault code; 0 is none.</summary>
    public int? Fault { get; init; }

    /// <summary>Grid voltage in V, tenths on the wire.</summary>
    public decimal? GridVoltage { get; init; }

    /// <summary>Grid frequency in Hz, tenths on the wire.</summary>
    public decimal? GridFrequency { get; init; }

    /// <summary>AC output voltage in V, tenths on the wire.</summary>
    public decimal? OutputVoltage { get; init; }

    /// <summary>AC output frequency in Hz, tenths on the wire.</summary>
    public decimal? OutputFrequency { get; init; }

    /// <summary>That unit's output in VA.</summary>
    public int? OutputApparentPower { get; init; }

    /// <summary>That unit's output in W.</summary>
    public int? OutputActivePower { get; init; }

    /// <summary>Output of all units in VA.</summary>
    public int? TotalApparentPower { get; init; }

    /// <summary>Output of all units in W.</summary>
    public int? TotalActivePower { get; init; }

    /// <summary>That unit's load in percent of its rated power.</summary>
    public int? LoadPercent { get; init; }

    /// <summary>Load of all units in percent of their rated power.</summary>
    public int? TotalLoadPercent { get; init; }

    /// <summary>Battery voltage in V, tenths on the wire.</summary>
    public decimal? BatteryVoltage { get; init; }

    /// <summary>That unit's current out of the battery, in whole A.</summary>
    public int? BatteryDischargeCurrent { get; init; }

    /// <summary>That unit's current into the battery, in whole A.</summary>
    public int? BatteryChargeCurrent { get; init; }

    /// <summary>Current of all units into the battery, in whole A.</summary>
    public int? TotalChargeCurrent { get; init; }

    /// <summary>State of charge in percent, 0 to 100.</summary>
    public int? BatteryCapacity { get; init; }

    /// <summary>Power of that unit's first solar input, in W.</summary>
    public int? Pv1Power { get; init; }

    /// <summary>Power of that unit's second solar input, in W.</summary>
    public int? Pv2Power { get; init; }

    /// <summary>Voltage of that unit's first solar input, in V, tenths on the wire.</summary>
    public decimal? Pv1Voltage { get; init; }

    /// <summary>Voltage of that unit's second solar input, in V, tenths on the wire.</summary>
    public decimal? Pv2Voltage { get; init; }

    /// <summary>What that unit's first solar charge controller is doing.</summary>
    public MpptStatus? Mppt1Status { get; init; }

    /// <summary>What that unit's second solar charge controller is doing.</summary>
    public MpptStatus? Mppt2Status { get; init; }

    /// <summary>Whether a load is connected.</summary>
    public bool? LoadConnected { get; init; }

    /// <summary>Which way the battery's current flows.</summary>
    public BatteryDirection? BatteryDirection { get; init; }

    /// <summary>Which way power flows between the direct and the alternating current side.</summary>
    public DcAcDirection? DcAcDirection { get; init; }

    /// <summary>Which way power flows on the grid's line.</summary>
    public LineDirection? LineDirection { get; init; }

    /// <summary>That unit's highest temperature, in °C.</summary>
    public int? MaxTemperature { get; init; }

    /// <summary>
    /// Whether the slot holds a unit: field 0 is 1, or the rest is populated. Never "absent" from a 0 alone, since field 0 has two readings.
    /// </summary>
    /// <remarks>Populated is whatever is not 0 among the unit's own fields. The totals are those of all units, and say nothing of this one.</remarks>
    public bool IsPresent => Exists == 1 || IsPopulated;

    /// <summary>Whether any of the unit's own fields is other than 0, whatever field 0 says.</summary>
    public bool IsPopulated => Mode > 0 || Fault > 0
        || GridVoltage > 0 || GridFrequency > 0 || OutputVoltage > 0 || OutputFrequency > 0 || OutputApparentPower > 0 || OutputActivePower > 0 || LoadPercent > 0
        || BatteryVoltage > 0 || BatteryDischargeCurrent > 0 || BatteryChargeCurrent > 0 || BatteryCapacity > 0
        || Pv1Power > 0 || Pv2Power > 0 || Pv1Voltage > 0 || Pv2Voltage > 0 || Mppt1Status > 0 || Mppt2Status > 0
        || LoadConnected == true || BatteryDirection > 0 || DcAcDirection > 0 || LineDirection > 0 || MaxTemperature > 0;

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Whole("exists", Exists, 1);
        visitor.Code("mode", Mode);
        visitor.Whole("fault", Fault, 2);
        visitor.Tenths("gridVoltage", GridVoltage, 4, Symbol.Volt);
        visitor.Tenths("gridFrequency", GridFrequency, 3, Symbol.Hertz);
        visitor.Tenths("outputVoltage", OutputVoltage, 4, Symbol.Volt);
        visitor.Tenths("outputFrequency", OutputFrequency, 3, Symbol.Hertz);
        visitor.Whole("outputApparentPower", OutputApparentPower, 4, Symbol.VoltAmpere);
        visitor.Whole("outputActivePower", OutputActivePower, 4, Symbol.Watt);
        visitor.Whole("totalApparentPower", TotalApparentPower, 5, Symbol.VoltAmpere);
        visitor.Whole("totalActivePower", TotalActivePower, 5, Symbol.Watt);
        visitor.Whole("loadPercent", LoadPercent, 3, Symbol.Percent);
        visitor.Whole("totalLoadPercent", TotalLoadPercent, 3, Symbol.Percent);
        visitor.Tenths("batteryVoltage", BatteryVoltage, 3, Symbol.Volt);
        visitor.Whole("batteryDischargeCurrent", BatteryDischargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("batteryChargeCurrent", BatteryChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("totalChargeCurrent", TotalChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("batteryCapacity", BatteryCapacity, 3, Symbol.Percent);
        visitor.Whole("pv1Power", Pv1Power, 4, Symbol.Watt);
        visitor.Whole("pv2Power", Pv2Power, 4, Symbol.Watt);
        visitor.Tenths("pv1Voltage", Pv1Voltage, 4, Symbol.Volt);
        visitor.Tenths("pv2Voltage", Pv2Voltage, 4, Symbol.Volt);
        visitor.Code("mppt1Status", Mppt1Status);
        visitor.Code("mppt2Status", Mppt2Status);
        visitor.Bit("loadConnected", LoadConnected);
        visitor.Code("batteryDirection", BatteryDirection);
        visitor.Code("dcAcDirection", DcAcDirection);
        visitor.Code("lineDirection", LineDirection);
        visitor.Whole("maxTemperature", MaxTemperature, 3, Symbol.Celsius);
    }
}
