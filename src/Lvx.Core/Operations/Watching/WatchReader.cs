namespace Lvx.Core.Operations;

/// <summary>Reads again and again on a thread of its own, so that keys are obeyed while a unit is waited for.</summary>
internal sealed class WatchReader : IDisposable
{
    private static readonly TimeSpan LongPause = TimeSpan.FromDays(1);

    private readonly SyncWatch watch;
    private readonly WatchPace pace;
    private readonly Action<Action<WatchState>> post;
    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;

    /// <summary>Begins to read.</summary>
    /// <param name="watch">What is read.</param>
    /// <param name="pace">When.</param>
    /// <param name="post">Takes what is to be done with the state on the thread that draws; what failed is thrown there.</param>
    public WatchReader(SyncWatch watch, WatchPace pace, Action<Action<WatchState>> post)
    {
        this.watch = watch;
        this.pace = pace;
        this.post = post;
        thread = new Thread(Run) { IsBackground = true, Name = "lvx watch" };
        thread.Start();
    }

    /// <summary>Ends it, and waits until no port is in its hands.</summary>
    public void Dispose()
    {
        stop.Cancel();
        thread.Join();
        stop.Dispose();
    }

    private void Run()
    {
        try
        {
            var rounds = new WatchRounds();
            while (true)
            {
                Deadline begun = Deadline.Now;
                LvxSyncReport report = watch.Read(rounds.IsWhole(pace.TakeRefresh()), Host(stop.Token));
                post(state => state.Take(report));
                WaitForNext(begun);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The view is closed.
        }
        catch (Exception error)
        {
            // Nothing may end the process from here, with the terminal as it is.
            post(_ => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error));
        }
    }

    private void WaitForNext(Deadline begun)
    {
        while (true)
        {
            (bool isRefreshWanted, bool isPaused, TimeSpan interval, CancellationToken changed) = pace.Now;
            if (isRefreshWanted)
            {
                return;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, changed);
            try
            {
                watch.WaitUntil(isPaused ? Deadline.After(LongPause) : begun + interval, Host(either.Token));
                if (!isPaused)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // The pace changed.
            }
        }
    }

    private WatchHost Host(CancellationToken cancellation) => new(text => post(state => state.Note(text)), cancellation);
}
