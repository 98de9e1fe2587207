using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Tells whether the inverters in parallel are healthy together, check by check, and if not, what to do next. A unit that does not answer is a failed check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LvxParallelSync")]
[OutputType(typeof(LvxSyncReport), typeof(bool))]
public sealed class TestLvxParallelSyncCommand : LvxUnitCmdlet
{
    /// <summary>How far battery voltages may be apart, in V; 0.2 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? BatteryVoltageTolerance { get; set; }

    /// <summary>How far charge currents may be apart while all units charge, in A; 5 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? ChargeCurrentTolerance { get; set; }

    /// <summary>How far AC output voltages may be apart, in V; 2.0 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? OutputVoltageTolerance { get; set; }

    /// <summary>How far AC output frequencies may be apart, in Hz; 0.1 unless told, or the site file says otherwise.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal? OutputFrequencyTolerance { get; set; }

    /// <summary>Checks again and again until in sync, for so many seconds at most, as after a power cycle; the last report is given.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public double Wait { get; set; }

    /// <summary>Asks one unit, the first named, for what it knows of all: for a site with one cable.</summary>
    [Parameter]
    public SwitchParameter ViaParallelBus { get; set; }

    /// <summary>Gives $true when in sync, and $false when not, or when a unit did not answer; nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        SyncTolerances site = SiteTolerances();
        var options = new SyncOptions
        {
            Tolerances = new SyncTolerances
            {
                BatteryVoltage = BatteryVoltageTolerance ?? site.BatteryVoltage,
                ChargeCurrent = ChargeCurrentTolerance ?? site.ChargeCurrent,
                OutputVoltage = OutputVoltageTolerance ?? site.OutputVoltage,
                OutputFrequency = OutputFrequencyTolerance ?? site.OutputFrequency,
            },
            ViaParallelBus = ViaParallelBus,
            Wait = TimeSpan.FromSeconds(Wait),
        };
        LvxSyncReport report = new ParallelSyncOperation(access).Check(selection, options, OperationHost());
        WriteObject(Quiet ? report.InSync : report);
    }

    /// <summary>A broken site file is an error where units are named by it; devices can be checked in spite of it.</summary>
    private SyncTolerances SiteTolerances()
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
