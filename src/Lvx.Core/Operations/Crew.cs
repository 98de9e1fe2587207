using System.Collections.Concurrent;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>
/// Works on several units at the same time, a thread each (a link blocks while it waits), and brings results, warnings and messages to the one thread that asked:
/// hosts such as PowerShell allow no other. Progress counts units; one that says how far it is (<see cref="IHost.Progress"/>) counts in its own steps.
/// </summary>
internal static class Crew
{
    /// <summary>The outcome for each of <paramref name="members"/>, in their order, each as soon as it and those before it are known.</summary>
    public static IEnumerable<TOutcome> Run<TMember, TOutcome>(
        IReadOnlyList<TMember> members, Func<TMember, IHost, TOutcome> work, string activity, IHost host)
        where TOutcome : class
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
        using var calls = new BlockingCollection<Action<IHost>>();
        var outcomes = new TOutcome?[members.Count];
        var failures = new Exception?[members.Count];
        var finished = new bool[members.Count];
        var steps = new (int Done, int Total)[members.Count];
        Array.Fill(steps, (0, 1));
        var threads = new Thread[members.Count];
        for (int i = 0; i < threads.Length; i++)
        {
            int index = i;
            threads[i] = new Thread(() =>
            {
                try
                {
                    outcomes[index] = work(members[index], new CrewHost(host.WantsFrames, calls, (done, total) => steps[index] = (done, total), cancel.Token));
                }
                catch (Exception error)
                {
                    // Rethrown on the caller's thread: nothing may end the process from here.
                    failures[index] = error;
                }

                calls.Add(_ =>
                {
                    finished[index] = true;
                    steps[index].Done = steps[index].Total;
                });
            })
            { IsBackground = true, Name = $"lvx {members[i]}" };
            threads[i].Start();
        }

        try
        {
            int next = 0;
            while (next < members.Count)
            {
                calls.Take()(host);
                host.Progress(activity, steps.Sum(step => step.Done), steps.Sum(step => step.Total));
                for (; next < members.Count && finished[next]; next++)
                {
                    if (failures[next] is { } failure)
                    {
                        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
                    }

                    yield return outcomes[next]!;
                }
            }
        }
        finally
        {
            // However this ends, no thread is left with a port in its hands.
            cancel.Cancel();
            foreach (Thread thread in threads)
            {
                thread.Join();
            }

            host.Progress(activity, steps.Sum(step => step.Total), steps.Sum(step => step.Total));
        }
    }

    /// <summary>The outcome of one unit's <paramref name="work"/>.</summary>
    public static UnitOutcome<T> Try<T>(UnitPort unit, Func<T?> work)
        where T : class
    {
        try
        {
            return new UnitOutcome<T>(unit, work(), null);
        }
        catch (LvxException error)
        {
            return new UnitOutcome<T>(unit, null, error);
        }
    }

    private sealed class CrewHost(bool wantsFrames, BlockingCollection<Action<IHost>> calls, Action<int, int> step, CancellationToken cancellation) : IHost
    {
        public CancellationToken Cancellation => cancellation;

        public bool WantsFrames => wantsFrames;

        public void Verbose(string text) => calls.Add(host => host.Verbose(text), CancellationToken.None);

        public void Debug(string text) => calls.Add(host => host.Debug(text), CancellationToken.None);

        public void Warning(string text) => calls.Add(host => host.Warning(text), CancellationToken.None);

        public void Tell(string text) => calls.Add(host => host.Tell(text), CancellationToken.None);

        // Units are changed one after the other, on the thread of whoever asked.
        public Confirmation Confirm(string target, string action, string why) => throw new NotSupportedException("Nothing is confirmed while several units are worked on.");

        public void Progress(string activity, int done, int total) => calls.Add(_ => step(done, total), CancellationToken.None);
    }
}
