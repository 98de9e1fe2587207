using System.Management.Automation;
using Lvx.Core.Operations;

namespace LvxPS.Hosting;

/// <summary>A cmdlet that judges a parallel system: how far its units may be apart.</summary>
public abstract class LvxSyncCmdlet : LvxUnitCmdlet
{
    private static readonly SyncTolerances Usual = new();

    /// <summary>How far battery voltages may be apart, in V; 0.2 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? BatteryVoltageTolerance { get; set; }

    /// <summary>How far charge currents may be apart while all units charge, in A; 5 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? ChargeCurrentTolerance { get; set; }

    /// <summary>How far AC output voltages may be apart, in V; 2.0 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? OutputVoltageTolerance { get; set; }

    /// <summary>How far AC output frequencies may be apart, in Hz; 0.1 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? OutputFrequencyTolerance { get; set; }

    /// <summary>What was said, or else the usual.</summary>
    private protected SyncTolerances Tolerances() => new()
    {
        BatteryVoltage = BatteryVoltageTolerance ?? Usual.BatteryVoltage,
        ChargeCurrent = ChargeCurrentTolerance ?? Usual.ChargeCurrent,
        OutputVoltage = OutputVoltageTolerance ?? Usual.OutputVoltage,
        OutputFrequency = OutputFrequencyTolerance ?? Usual.OutputFrequency,
    };
}
