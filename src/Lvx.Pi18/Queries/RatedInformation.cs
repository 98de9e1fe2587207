namespace Lvx.Pi18;

/// <summary><c>PIRI</c>: what the unit is rated for, and the settings in force.</summary>
/// <remarks>26 fields; the 2017 document has 25, without the last. A read after a write may still show the old value for a moment.</remarks>
public sealed record RatedInformation : Answer
{
    /// <summary>The question.</summary>
    public static Query<RatedInformation> Query { get; } = new("PIRI", Shape.Of(25, 32, (4, 4), (3, 3), (4, 4), (3, 3), (3, 3), (4, 5)), static (ref r) => new()
    {
        RatedInputVoltage = r.Tenths(),
        RatedInputCurrent = r.Tenths(),
        RatedOutputVoltage = r.Tenths(),
        RatedOutputFrequency = r.Tenths(),
        RatedOutputCurrent = r.Tenths(),
        RatedApparentPower = r.Whole(),
        RatedActivePower = r.Whole(),
        RatedBatteryVoltage = r.Tenths(),
        ReChargeVoltage = r.Tenths(),
        ReDischargeVoltage = r.Tenths(),
        CutOffVoltage = r.Tenths(),
        BulkVoltage = r.Tenths(),
        FloatVoltage = r.Tenths(),
        BatteryType = r.Code<BatteryType>(),
        MaxAcChargeCurrent = r.Whole(),
        MaxChargeCurrent = r.Whole(),
        InputVoltageRange = r.Code<InputVoltageRange>(),
        OutputSourcePriority = r.Code<OutputSourcePriority>(),
        ChargerSourcePriority = r.Code<ChargerSourcePriority>(),
        ParallelMaximum = r.Whole(),
        MachineType = r.Code<MachineType>(),
        Topology = r.Code<Topology>(),
        OutputMode = r.Code<OutputMode>(),
        SolarPowerPriority = r.Code<SolarPowerPriority>(),
        MpptStrings = r.Whole(),
        Regulation = r.Whole(),
        Extra = r.Rest(),
    });

    /// <summary>Rated grid voltage in V, tenths on the wire.</summary>
    public decimal? RatedInputVoltage { get; init; }

    /// <summary>Rated grid current in A, tenths on the wire.</summary>
    public decimal? RatedInputCurrent { get; init; }

    /// <summary>Rated AC output voltage in V, tenths on the wire.</summary>
    public decimal? RatedOutputVoltage { get; init; }

    /// <summary>Rated AC output frequency in Hz, tenths on the wire.</summary>
    public decimal? RatedOutputFrequency { get; init; }

    /// <summary>Rated AC output current in A, tenths on the wire.</summary>
    public decimal? RatedOutputCurrent { get; init; }

    /// <summary>Rated AC output apparent power in VA.</summary>
    public int? RatedApparentPower { get; init; }

    /// <summary>Rated AC output active power in W.</summary>
    public int? RatedActivePower { get; init; }

    /// <summary>Rated battery voltage in V, tenths on the wire.</summary>
    public decimal? RatedBatteryVoltage { get; init; }

    /// <summary>Battery voltage at which the grid takes over ("stop discharge"), in V, tenths on the wire.</summary>
    public decimal? ReChargeVoltage { get; init; }

    /// <summary>Battery voltage at which the battery takes over again ("stop charge"), in V, tenths on the wire; 0 means when full.</summary>
    public decimal? ReDischargeVoltage { get; init; }

    /// <summary>Battery voltage under which the output is cut off, in V, tenths on the wire.</summary>
    public decimal? CutOffVoltage { get; init; }

    /// <summary>Voltage of the constant-voltage charge, in V, tenths on the wire.</summary>
    public decimal? BulkVoltage { get; init; }

    /// <summary>Voltage of the float charge, in V, tenths on the wire.</summary>
    public decimal? FloatVoltage { get; init; }

    /// <summary>The kind of battery.</summary>
    public BatteryType? BatteryType { get; init; }

    /// <summary>Greatest charge current from the grid, in A; two or three digits on the wire.</summary>
    public int? MaxAcChargeCurrent { get; init; }

    /// <summary>Greatest charge current from sun and grid together, in A.</summary>
    public int? MaxChargeCurrent { get; init; }

    /// <summary>How narrow a grid voltage is accepted.</summary>
    public InputVoltageRange? InputVoltageRange { get; init; }

    /// <summary>Which source feeds the load first.</summary>
    public OutputSourcePriority? OutputSourcePriority { get; init; }

    /// <summary>Which source charges the battery.</summary>
    public ChargerSourcePriority? ChargerSourcePriority { get; init; }

    /// <summary>How many units can run in parallel.</summary>
    public int? ParallelMaximum { get; init; }

    /// <summary>Whether the unit may feed the grid.</summary>
    public MachineType? MachineType { get; init; }

    /// <summary>How the power stage is built.</summary>
    public Topology? Topology { get; init; }

    /// <summary>Single, parallel, or one of several phases.</summary>
    public OutputMode? OutputMode { get; init; }

    /// <summary>Where the sun's power goes first.</summary>
    public SolarPowerPriority? SolarPowerPriority { get; init; }

    /// <summary>How many solar inputs there are.</summary>
    public int? MpptStrings { get; init; }

    /// <summary>The code of the grid regulation; the 2017 document does not have it.</summary>
    public int? Regulation { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Tenths("ratedInputVoltage", RatedInputVoltage, 4, Symbol.Volt);
        visitor.Tenths("ratedInputCurrent", RatedInputCurrent, 3, Symbol.Ampere);
        visitor.Tenths("ratedOutputVoltage", RatedOutputVoltage, 4, Symbol.Volt);
        visitor.Tenths("ratedOutputFrequency", RatedOutputFrequency, 3, Symbol.Hertz);
        visitor.Tenths("ratedOutputCurrent", RatedOutputCurrent, 3, Symbol.Ampere);
        visitor.Whole("ratedApparentPower", RatedApparentPower, 4, Symbol.VoltAmpere);
        visitor.Whole("ratedActivePower", RatedActivePower, 4, Symbol.Watt);
        visitor.Tenths("ratedBatteryVoltage", RatedBatteryVoltage, 3, Symbol.Volt);
        visitor.Tenths("reChargeVoltage", ReChargeVoltage, 3, Symbol.Volt);
        visitor.Tenths("reDischargeVoltage", ReDischargeVoltage, 3, Symbol.Volt);
        visitor.Tenths("cutOffVoltage", CutOffVoltage, 3, Symbol.Volt);
        visitor.Tenths("bulkVoltage", BulkVoltage, 3, Symbol.Volt);
        visitor.Tenths("floatVoltage", FloatVoltage, 3, Symbol.Volt);
        visitor.Code("batteryType", BatteryType);
        visitor.Whole("maxAcChargeCurrent", MaxAcChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("maxChargeCurrent", MaxChargeCurrent, 3, Symbol.Ampere);
        visitor.Code("inputVoltageRange", InputVoltageRange);
        visitor.Code("outputSourcePriority", OutputSourcePriority);
        visitor.Code("chargerSourcePriority", ChargerSourcePriority);
        visitor.Whole("parallelMaximum", ParallelMaximum, 1);
        visitor.Code("machineType", MachineType);
        visitor.Code("topology", Topology);
        visitor.Code("outputMode", OutputMode);
        visitor.Code("solarPowerPriority", SolarPowerPriority);
        visitor.Whole("mpptStrings", MpptStrings, 1);
        visitor.Whole("regulation", Regulation, 2);
    }
}
