using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>Everything a simulated unit knows of itself, in the records in which it answers. Immutable: a unit changes by taking another one.</summary>
public sealed record UnitState
{
    /// <summary>The serial number (ID).</summary>
    public required Identity Identity { get; init; }

    /// <summary>The firmware of the three processors (VFW).</summary>
    public required Firmware Firmware { get; init; }

    /// <summary>The machine's model (GMN); null for older firmware, which refuses the question.</summary>
    public MachineModel? Model { get; init; }

    /// <summary>Ratings and settings in force (PIRI).</summary>
    public required RatedInformation Rated { get; init; }

    /// <summary>What is measured (GS).</summary>
    public required GeneralStatus Status { get; init; }

    /// <summary>What the unit is doing (MOD).</summary>
    public required OperatingMode Mode { get; init; }

    /// <summary>Fault and warnings (FWS).</summary>
    public FaultStatus Fault { get; init; } = new() { FaultCode = 0 };

    /// <summary>The switches (FLAG).</summary>
    public required SwitchFlags Flags { get; init; }

    /// <summary>The factory defaults (DI), which a factory reset puts in force.</summary>
    public required DefaultSettings Defaults { get; init; }

    /// <summary>The total charge currents that can be set (MCHGCR).</summary>
    public required ChargeCurrents TotalCurrents { get; init; }

    /// <summary>The charge currents from the grid that can be set (MUCHGCR).</summary>
    public required ChargeCurrents UtilityCurrents { get; init; }

    /// <summary>When the grid may charge (ACCT).</summary>
    public TimeWindow AcCharge { get; init; } = new() { From = TimeOnly.MinValue, Until = TimeOnly.MinValue };

    /// <summary>When the grid may carry the load (ACLT).</summary>
    public TimeWindow AcLoad { get; init; } = new() { From = TimeOnly.MinValue, Until = TimeOnly.MinValue };

    /// <summary>How far the unit's clock (T) is ahead of local time.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The energy from the sun (ET, EY, EM, ED).</summary>
    public required EnergyTable Energy { get; init; }

    /// <summary>Whether current flows into the battery.</summary>
    public bool IsCharging => Status.BatteryDirection == BatteryDirection.Charge || Status.BatteryChargeCurrent > 0;

    /// <summary>Whether the unit is one of a parallel system, so that PGS and PRI mean something.</summary>
    public bool IsParallel => Rated.OutputMode is not (null or OutputMode.Single);
}
