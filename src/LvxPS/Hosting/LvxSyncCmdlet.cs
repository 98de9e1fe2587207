using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;

namespace LvxPS.Hosting;

/// <summary>A cmdlet that judges a parallel system: how far its units may be apart.</summary>
public abstract class LvxSyncCmdlet : LvxUnitCmdlet
{
    /// <summary>How far battery voltages may be apart, in V; 0.2 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public decimal? BatteryVoltageTolerance { get; set; }

    /// <summary>How far charge currents may be apart while all units charge, in A; 5 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public decimal? ChargeCurrentTolerance { get; set; }

    /// <summary>How far AC output voltages may be apart, in V; 2.0 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public decimal? OutputVoltageTolerance { get; set; }

    /// <summary>How far AC output frequencies may be apart, in Hz; 0.1 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public decimal? OutputFrequencyTolerance { get; set; }

    /// <summary>What was said, or else what the site file says, or else the usual.</summary>
    private protected SyncTolerances Tolerances()
    {
        SyncTolerances site = OfSite();
        return new()
        {
            BatteryVoltage = BatteryVoltageTolerance ?? site.BatteryVoltage,
            ChargeCurrent = ChargeCurrentTolerance ?? site.ChargeCurrent,
            OutputVoltage = OutputVoltageTolerance ?? site.OutputVoltage,
            OutputFrequency = OutputFrequencyTolerance ?? site.OutputFrequency,
        };
    }

    /// <summary>A broken site file is an error where units are named by it; devices can be checked in spite of it.</summary>
    private SyncTolerances OfSite()
    {
        try
        {
            return SyncTolerances.Of(YamlFiles.Site());
        }
        catch (LvxException error)
        {
            Warn($"The usual tolerances are taken: {error.Message}");
            return new SyncTolerances();
        }
    }
}
