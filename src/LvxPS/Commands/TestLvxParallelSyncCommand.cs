using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Tells whether the inverters in parallel are healthy together, check by check, and if not, what to do next. A unit that does not answer is a failed check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LvxParallelSync")]
[OutputType(typeof(LvxSyncReport), typeof(bool))]
public sealed class TestLvxParallelSyncCommand : LvxUnitCmdlet
{
    private static readonly SyncTolerances Usual = new();

    /// <summary>How far battery voltages may be apart, in V; 0.2 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal BatteryVoltageTolerance { get; set; } = Usual.BatteryVoltage;

    /// <summary>How far charge currents may be apart while all units charge, in A; 5 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal ChargeCurrentTolerance { get; set; } = Usual.ChargeCurrent;

    /// <summary>How far AC output voltages may be apart, in V; 2.0 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal OutputVoltageTolerance { get; set; } = Usual.OutputVoltage;

    /// <summary>How far AC output frequencies may be apart, in Hz; 0.1 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public decimal OutputFrequencyTolerance { get; set; } = Usual.OutputFrequency;

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
        var options = new SyncOptions
        {
            Tolerances = new SyncTolerances
            {
                BatteryVoltage = BatteryVoltageTolerance,
                ChargeCurrent = ChargeCurrentTolerance,
                OutputVoltage = OutputVoltageTolerance,
                OutputFrequency = OutputFrequencyTolerance,
            },
            ViaParallelBus = ViaParallelBus,
            Wait = TimeSpan.FromSeconds(Wait),
        };
        LvxSyncReport report = new ParallelSyncOperation(access).Check(selection, options, OperationHost());
        WriteObject(Quiet ? report.InSync : report);
    }
}
