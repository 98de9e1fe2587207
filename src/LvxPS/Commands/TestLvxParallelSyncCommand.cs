using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Tells whether the inverters in parallel are healthy together, check by check, and if not, what to do next. A unit that does not answer is a failed check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LvxParallelSync")]
[OutputType(typeof(LvxSyncReport), typeof(bool))]
public sealed class TestLvxParallelSyncCommand : LvxSyncCmdlet
{
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
            Tolerances = Tolerances(),
            ViaParallelBus = ViaParallelBus,
            Wait = TimeSpan.FromSeconds(Wait),
        };
        LvxSyncReport report = new ParallelSyncOperation(access).Check(selection, options, OperationHost());
        foreach (LvxStatus unit in report.Units)
        {
            RunspaceState.Current.Meet(unit.SerialNumber, unit.Name);
        }

        WriteObject(Quiet ? report.InSync : report);
    }
}
