using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What a unit is, and what it measures now. A reading that the unit did not give is no value (null), never 0.</summary>
public sealed class LvxStatus
{
    private readonly GeneralStatus general;

    internal LvxStatus(
        UnitPort unit, string? serialNumber, DateTime timestamp, GeneralStatus general, OperatingMode? mode, FaultStatus? faults, Firmware? firmware, OutputMode? outputMode)
    {
        this.general = general;
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Timestamp = timestamp;
        Mode = mode;
        Fault = faults?.FaultCode is { } code ? FaultTable.Find(code) : null;
        Warnings = faults is null or { FlagCount: 0 } ? null : new TextList<string>(faults.Warnings);
        OutputMode = outputMode;
        MainFirmware = firmware?.Main;
        Slave1Firmware = firmware?.Slave1;
        Slave2Firmware = firmware?.Slave2;
    }

    /// <summary>The same reading under another output mode: the unit has been set anew.</summary>
    internal LvxStatus With(OutputMode? mode)
    {
        var copy = (LvxStatus)MemberwiseClone();
        copy.OutputMode = mode;
        return copy;
    }

    /// <summary>The device it was read from.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; }

    /// <summary>When the measured values came, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>What the unit is doing; a number without a name is a mode that no document knows.</summary>
    public OperatingMode? Mode { get; }

    /// <summary>The fault that stopped the unit, with its meaning and the next step; code 0 is none.</summary>
    public FaultInfo? Fault { get; }

    /// <summary>The warnings, in words; empty when there are none.</summary>
    public IReadOnlyList<string>? Warnings { get; }

    /// <summary>The unit's place in the parallel system: 0 is the master, 1 and up are slaves.</summary>
    public int? ParallelInstance => general.ParallelInstance;

    /// <summary>What that place means; no value when the unit says too little.</summary>
    public ParallelRole? ParallelRole => (OutputMode, ParallelInstance) switch
    {
        (Pi18.OutputMode.Single, _) => Operations.ParallelRole.Single,
        (not null, 0) => Operations.ParallelRole.Master,
        (_, > 0) => Operations.ParallelRole.Slave,
        _ => null,
    };

    /// <summary>Single, parallel, or one of several phases.</summary>
    public OutputMode? OutputMode { get; private set; }

    /// <summary>The main processor's firmware; units in parallel must have the same.</summary>
    public string? MainFirmware { get; }

    /// <summary>The first slave processor's firmware.</summary>
    public string? Slave1Firmware { get; }

    /// <summary>The second slave processor's firmware.</summary>
    public string? Slave2Firmware { get; }

    /// <summary>Grid voltage in V, tenths on the wire.</summary>
    public decimal? GridVoltage => general.GridVoltage;

    /// <summary>Grid frequency in Hz, tenths on the wire.</summary>
    public decimal? GridFrequency => general.GridFrequency;

    /// <summary>AC output voltage in V, tenths on the wire; of the whole split-phase output.</summary>
    public decimal? OutputVoltage => general.OutputVoltage;

    /// <summary>AC output frequency in Hz, tenths on the wire.</summary>
    public decimal? OutputFrequency => general.OutputFrequency;

    /// <summary>AC output apparent power in VA.</summary>
    public int? OutputApparentPower => general.OutputApparentPower;

    /// <summary>AC output active power in W.</summary>
    public int? OutputActivePower => general.OutputActivePower;

    /// <summary>Load in percent of the rated power; over 100 in overload.</summary>
    public int? LoadPercent => general.LoadPercent;

    /// <summary>Battery voltage in V, tenths on the wire.</summary>
    public decimal? BatteryVoltage => general.BatteryVoltage;

    /// <summary>Battery voltage seen by the first solar charge controller, in V, tenths on the wire.</summary>
    public decimal? BatteryVoltageScc1 => general.BatteryVoltageScc1;

    /// <summary>Battery voltage seen by the second solar charge controller, in V, tenths on the wire.</summary>
    public decimal? BatteryVoltageScc2 => general.BatteryVoltageScc2;

    /// <summary>Current out of the battery, in whole A.</summary>
    public int? BatteryDischargeCurrent => general.BatteryDischargeCurrent;

    /// <summary>Current into the battery, in whole A.</summary>
    public int? BatteryChargeCurrent => general.BatteryChargeCurrent;

    /// <summary>State of charge in percent, 0 to 100, as the unit estimates it.</summary>
    public int? BatteryCapacity => general.BatteryCapacity;

    /// <summary>Temperature of the inverter's heat sink, in °C.</summary>
    public int? HeatSinkTemperature => general.HeatSinkTemperature;

    /// <summary>Temperature of the first solar charge controller, in °C.</summary>
    public int? Mppt1Temperature => general.Mppt1Temperature;

    /// <summary>Temperature of the second solar charge controller, in °C.</summary>
    public int? Mppt2Temperature => general.Mppt2Temperature;

    /// <summary>Power of the first solar input, in W.</summary>
    public int? Pv1Power => general.Pv1Power;

    /// <summary>Power of the second solar input, in W.</summary>
    public int? Pv2Power => general.Pv2Power;

    /// <summary>Voltage of the first solar input, in V, tenths on the wire.</summary>
    public decimal? Pv1Voltage => general.Pv1Voltage;

    /// <summary>Voltage of the second solar input, in V, tenths on the wire.</summary>
    public decimal? Pv2Voltage => general.Pv2Voltage;

    /// <summary>Whether a setting was changed since it was last read.</summary>
    public bool? SettingsChanged => general.SettingsChanged;

    /// <summary>What the first solar charge controller is doing.</summary>
    public MpptStatus? Mppt1Status => general.Mppt1Status;

    /// <summary>What the second solar charge controller is doing.</summary>
    public MpptStatus? Mppt2Status => general.Mppt2Status;

    /// <summary>Whether a load is connected.</summary>
    public bool? LoadConnected => general.LoadConnected;

    /// <summary>Which way the battery's current flows.</summary>
    public BatteryDirection? BatteryDirection => general.BatteryDirection;

    /// <summary>Which way power flows between the direct and the alternating current side.</summary>
    public DcAcDirection? DcAcDirection => general.DcAcDirection;

    /// <summary>Which way power flows on the grid's line.</summary>
    public LineDirection? LineDirection => general.LineDirection;
}
