using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>
/// Works on several units at the same time, a thread each (a link blocks while it waits), and brings results, warnings and messages to the one thread that asked:
/// hosts such as PowerShell allow no other. Progress counts units; one that says how far it is (<see cref="IHost.Progress"/>) counts in its own steps.
/// </summary>
/// <remarks>The threads stay for the next time, until it is disposed of. For use by one thread at a time.</remarks>
internal sealed class Crew : IDisposable
{
    private readonly List<Hand> hands = [];

    /// <summary>The outcome for each of <paramref name="members"/>, by a crew that is there for that alone: see <see cref="Run"/>.</summary>
    public static IEnumerable<TOutcome> Once<TMember, TOutcome>(IReadOnlyList<TMember> members, Func<TMember, IHost, TOutcome> work, string activity, IHost host)
        where TOutcome : class
    {
        using var crew = new Crew();
        foreach (TOutcome outcome in crew.Run(members, work, activity, host))
        {
            yield return outcome;
        }
    }

    /// <summary>The outcome for each of <paramref name="members"/>, in their order, each as soon as it and those before it are known.</summary>
    public IEnumerable<TOutcome> Run<TMember, TOutcome>(
        IReadOnlyList<TMember> members, Func<TMember, IHost, TOutcome> work, string activity, IHost host)
        where TOutcome : class
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
        var calls = new CallQueue();
        var outcomes = new TOutcome?[members.Count];
        var failures = new Exception?[members.Count];
        var finished = new bool[members.Count];
        var steps = new (int Done, int Total)[members.Count];
        Array.Fill(steps, (0, 1));
        int begun = 0;
        try
        {
            for (; begun < members.Count; begun++)
            {
                int index = begun;
                HandOf(index).Do($"lvx {members[index]}", () =>
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
                });
            }

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
            // However this ends, nobody is left with a port in its hands.
            cancel.Cancel();
            hands.GetRange(0, begun).ForEach(hand => hand.Rest());

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

    /// <inheritdoc/>
    public void Dispose()
    {
        hands.ForEach(hand => hand.Dispose());
        hands.Clear();
    }

    private Hand HandOf(int index)
    {
        if (index == hands.Count)
        {
            hands.Add(new Hand());
        }

        return hands[index];
    }

    /// <summary>What is to be said to the host, by whichever thread. Whoever waits for it sleeps: the collections of the runtime try for a while first, which many units make many times.</summary>
    private sealed class CallQueue
    {
        private readonly Queue<Action<IHost>> waiting = new();

        public void Add(Action<IHost> call)
        {
            lock (waiting)
            {
                waiting.Enqueue(call);
                Monitor.Pulse(waiting);
            }
        }

        public Action<IHost> Take()
        {
            lock (waiting)
            {
                while (waiting.Count == 0)
                {
                    Monitor.Wait(waiting);
                }

                return waiting.Dequeue();
            }
        }
    }

    /// <summary>A thread that does one thing after the other.</summary>
    private sealed class Hand : IDisposable
    {
        private readonly object gate = new();
        private readonly Thread thread;
        private (string Name, Action Work)? job;
        private bool isOver;

        public Hand()
        {
            thread = new Thread(Run) { IsBackground = true };
            thread.Start();
        }

        /// <summary>Does <paramref name="work"/>, which throws nothing, as soon as it has done what it does now.</summary>
        public void Do(string name, Action work)
        {
            lock (gate)
            {
                while (job is not null)
                {
                    Monitor.Wait(gate);
                }

                job = (name, work);
                Monitor.PulseAll(gate);
            }
        }

        /// <summary>Waits until it has nothing to do.</summary>
        public void Rest()
        {
            lock (gate)
            {
                while (job is not null)
                {
                    Monitor.Wait(gate);
                }
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                isOver = true;
                Monitor.PulseAll(gate);
            }

            thread.Join();
        }

        private void Run()
        {
            while (Next() is (string name, Action work))
            {
                if (thread.Name != name)
                {
                    thread.Name = name;
                }

                work();
                lock (gate)
                {
                    job = null;
                    Monitor.PulseAll(gate);
                }
            }
        }

        private (string Name, Action Work)? Next()
        {
            lock (gate)
            {
                while (job is null && !isOver)
                {
                    Monitor.Wait(gate);
                }

                return job;
            }
        }
    }

    private sealed class CrewHost(bool wantsFrames, CallQueue calls, Action<int, int> step, CancellationToken cancellation) : IHost
    {
        public CancellationToken Cancellation => cancellation;

        public bool WantsFrames => wantsFrames;

        public void Verbose(string text) => calls.Add(host => host.Verbose(text));

        public void Debug(string text) => calls.Add(host => host.Debug(text));

        public void Warning(string text) => calls.Add(host => host.Warning(text));

        public void Tell(string text) => calls.Add(host => host.Tell(text));

        // Units are changed one after the other, on the thread of whoever asked.
        public Confirmation Confirm(string target, string action, string why) => throw new NotSupportedException("Nothing is confirmed while several units are worked on.");

        public void Progress(string activity, int done, int total) => calls.Add(_ => step(done, total));
    }
}
