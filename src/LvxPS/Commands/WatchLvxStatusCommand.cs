using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Shows all inverters live on the terminal, until q; where nobody sits at one, writes a reading each time. It only reads.</summary>
[Cmdlet(VerbsCommon.Watch, "LvxStatus")]
[OutputType(typeof(LvxWatchReading))]
public sealed class WatchLvxStatusCommand : LvxUnitCmdlet
{
    /// <summary>From one reading to the next, in seconds; 2 unless told.</summary>
    [Parameter]
    [ValidateRange(0.1, 86400)]
    public double Interval { get; set; } = WatchOperation.Interval.TotalSeconds;

    /// <summary>Ends after so many readings.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; }

    /// <summary>How far battery voltages may be apart, in V; 0.2 unless told.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public decimal VoltageTolerance { get; set; } = new SyncTolerances().BatteryVoltage;

    /// <summary>How far charge currents may be apart, in A; 5 unless told.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public decimal CurrentTolerance { get; set; } = new SyncTolerances().ChargeCurrent;

    /// <summary>How far AC output voltages may be apart, in V; 2 unless told.</summary>
    [Parameter]
    [ValidateRange(0.0, 300.0)]
    public decimal OutputVoltageTolerance { get; set; } = new SyncTolerances().OutputVoltage;

    /// <summary>How far AC output frequencies may be apart, in Hz; 0.1 unless told.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public decimal FrequencyTolerance { get; set; } = new SyncTolerances().OutputFrequency;

    /// <summary>How far the units' clocks may be apart, in minutes; 5 unless told.</summary>
    [Parameter]
    [ValidateRange(0.0, 100000.0)]
    public double ClockTolerance { get; set; } = new SyncTolerances().Clock.TotalMinutes;

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        var tolerances = new SyncTolerances
        {
            BatteryVoltage = VoltageTolerance,
            ChargeCurrent = CurrentTolerance,
            OutputVoltage = OutputVoltageTolerance,
            OutputFrequency = FrequencyTolerance,
            Clock = TimeSpan.FromMinutes(ClockTolerance),
        };
        var interval = TimeSpan.FromSeconds(Interval);
        int? count = Count > 0 ? Count : null;
        var operation = new WatchOperation(access);
        CmdletHost host = OperationHost();
        if (PersonAtConsole.Watches(this) && operation.Show(selection, tolerances, interval, count, host.Cancellation))
        {
            return;
        }

        foreach (LvxWatchReading reading in operation.Follow(selection, tolerances, interval, count, host))
        {
            foreach (LvxWatchEvent happened in reading.Events)
            {
                Tell($"{happened}");
            }

            WriteObject(reading);
        }
    }
}
