using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Shows all inverters live on the terminal, until q; where nobody sits at one, writes a reading each time. It only reads.</summary>
[Cmdlet(VerbsCommon.Watch, "LvxStatus")]
[OutputType(typeof(LvxWatchReading))]
public sealed class WatchLvxStatusCommand : LvxSyncCmdlet
{
    /// <summary>From one reading to the next, in seconds; 2 unless told.</summary>
    [Parameter]
    [ValidateRange(0.1, 86400)]
    public double Interval { get; set; } = WatchOperation.Interval.TotalSeconds;

    /// <summary>Ends after so many readings.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        SyncTolerances tolerances = Tolerances();
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
