using Lvx.Core.Links;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Tells whether a parallel system is healthy. The links are opened for reading.</summary>
public sealed class ParallelSyncOperation
{
    private const string Activity = "Checking the parallel system";

    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public ParallelSyncOperation(UnitAccess access) => this.access = access;

    /// <summary>Checks; with <see cref="SyncOptions.Wait"/> again and again until in sync, or the time is over. The last report counts.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="options">How.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="LvxException">One unit alone was named, or the unit asked for all cannot be asked.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public LvxSyncReport Check(UnitSelection selection, SyncOptions options, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        Deadline begun = Deadline.Now;
        Deadline until = begun + options.Wait;
        int most = (int)Math.Ceiling(options.Wait.TotalSeconds);
        IHost round = most > 0 ? new WithoutProgress(host) : host;
        while (true)
        {
            Deadline next = Deadline.After(options.Pause);
            LvxSyncReport report = options.ViaParallelBus ? OverBus(selection, options, round) : OverOwnCables(selection, options, round);
            if (report.InSync || until <= next)
            {
                if (most > 0)
                {
                    host.Progress("Waiting until in sync", most, most);
                }

                return report;
            }

            string open = string.Join(", ", report.Checks.Where(check => check.Outcome == CheckOutcome.Fail).Select(check => check.Label));
            host.Verbose($"Not in sync yet: {open}.");
            host.Progress($"Waiting until in sync ({open})", Math.Min(most - 1, (int)-begun.Remaining.TotalSeconds), most);
            host.Cancellation.WaitHandle.WaitOne(next.Milliseconds);
            host.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Checks again and again, over ports that stay open. One unit alone can be watched as well.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="tolerances">How far they may be apart.</param>
    public SyncWatch Watch(UnitSelection selection, SyncTolerances tolerances) => new(access, selection, tolerances, readsSolarToday: true);

    private LvxSyncReport OverOwnCables(UnitSelection selection, SyncOptions options, IHost host)
    {
        if (selection.Ports.Count < 2)
        {
            throw LvxErrors.OneUnitAlone(selection.Ports[0].Device);
        }

        using var watch = new SyncWatch(access, selection, options.Tolerances);
        return watch.Read(whole: true, last: true, host);
    }

    private LvxSyncReport OverBus(UnitSelection selection, SyncOptions options, IHost host)
    {
        // One is asked: the first named, or the one with the serial number.
        UnitSelection asked = selection.SerialNumbers.Count > 0 ? selection with { SerialNumbers = [selection.SerialNumbers[0]] } : selection with { Ports = [selection.Ports[0]] };
        UnitOutcome<SyncFacts> outcome = SelectedUnits.Run(access, asked, LinkAccess.ReadOnly, Activity, host, BusReader.Read).Last();
        return outcome.Error is { } error ? throw error : SyncJudge.Judge(outcome.Value!, options.Tolerances);
    }
}
