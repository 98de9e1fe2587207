namespace Lvx.Core.Operations;

/// <summary>When the next reading comes: what keys change, and what the reader goes by. For use by several threads.</summary>
internal sealed class WatchPace(TimeSpan interval) : IDisposable
{
    private static readonly double[] Steps = [0.5, 1, 2, 5, 10, 30, 60, 300];

    private readonly Lock gate = new();
    private CancellationTokenSource changed = new();
    private TimeSpan interval = interval;
    private bool isPaused;
    private bool isRefreshWanted;

    public TimeSpan Interval
    {
        get
        {
            lock (gate)
            {
                return interval;
            }
        }
    }

    public bool IsPaused
    {
        get
        {
            lock (gate)
            {
                return isPaused;
            }
        }
    }

    /// <summary>Whether to read at once, whether not to read at all, how long to wait, and what is cancelled when any of that changes.</summary>
    public (bool IsRefreshWanted, bool IsPaused, TimeSpan Interval, CancellationToken Changed) Now
    {
        get
        {
            lock (gate)
            {
                return (isRefreshWanted, isPaused, interval, changed.Token);
            }
        }
    }

    /// <summary>Whether everything was asked for since the last time.</summary>
    public bool TakeRefresh()
    {
        lock (gate)
        {
            bool was = isRefreshWanted;
            isRefreshWanted = false;
            return was;
        }
    }

    public void Refresh() => Change(() => isRefreshWanted = true);

    public void TogglePause() => Change(() => isPaused = !isPaused);

    public void Faster() => Change(() => interval = Steps.Where(step => step < interval.TotalSeconds).Select(TimeSpan.FromSeconds).DefaultIfEmpty(interval).Last());

    public void Slower() => Change(() => interval = Steps.Where(step => step > interval.TotalSeconds).Select(TimeSpan.FromSeconds).DefaultIfEmpty(interval).First());

    public void Dispose() => changed.Dispose();

    private void Change(Action change)
    {
        CancellationTokenSource before;
        lock (gate)
        {
            change();
            before = changed;
            changed = new CancellationTokenSource();
        }

        before.Cancel();
    }
}
