using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>
/// Watches units: all of them side by side, what differs, what happens. The links are opened for reading, and nothing here knows how a setter is made.
/// </summary>
public sealed class WatchOperation
{
    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public WatchOperation(UnitAccess access) => this.access = access;

    /// <summary>From one reading to the next, unless told.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Shows the live view on the terminal of this process until somebody presses q. The terminal is left as it was, however it ends.
    /// </summary>
    /// <param name="selection">The units.</param>
    /// <param name="tolerances">How far they may be apart.</param>
    /// <param name="interval">From the beginning of one reading to the beginning of the next; keys change it.</param>
    /// <param name="count">How many readings; no value for until q.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether it was shown: not where there is no terminal, where it obeys no sequences (TERM=dumb), or where none are wanted (NO_COLOR).</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public bool Show(UnitSelection selection, SyncTolerances tolerances, TimeSpan interval, int? count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        using SyncWatch watch = new ParallelSyncOperation(access).Watch(selection, tolerances);
        using Terminal? terminal = Terminal.TryOpen(cancellation);
        if (terminal is null)
        {
            return false;
        }

        new LiveWatch(terminal, watch, new WatchState(selection, TimeProvider.System), interval, count).Run(cancellation);
        return true;
    }

    /// <summary>The same without a terminal: a reading each time, with what happened since the one before. A unit that is silent is told, and comes back by itself.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="tolerances">How far they may be apart.</param>
    /// <param name="interval">From the beginning of one reading to the beginning of the next.</param>
    /// <param name="count">How many readings; no value for until cancelled.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IEnumerable<LvxWatchReading> Follow(UnitSelection selection, SyncTolerances tolerances, TimeSpan interval, int? count, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(host);
        using SyncWatch watch = new ParallelSyncOperation(access).Watch(selection, tolerances);
        var state = new WatchState(selection, TimeProvider.System);
        var rounds = new WatchRounds();
        Deadline next = Deadline.Now;
        for (int time = 0; count is null || time < count; time++)
        {
            watch.WaitUntil(next, host);
            next = Deadline.Later(next + interval, Deadline.Now);
            LvxSyncReport report = watch.Read(rounds.IsWhole(isWanted: false), last: time + 1 == count, host);
            IReadOnlyList<LvxWatchEvent> events = state.Take(report);
            yield return new LvxWatchReading(state, report, events);
        }
    }
}
