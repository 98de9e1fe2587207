using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lvx.Fuzz.Running;

/// <summary>Gives inputs to targets, on every core, and looks after what takes too long.</summary>
internal sealed class Runner(ulong seed)
{
    private const int Batch = 64;
    private const int FindingsOfOneWorker = 20;

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, (string Target, long Index, long Since)> underWay = new();

    /// <summary>Gives a target its inputs, from one index on.</summary>
    public Score Run(ITarget target, long from, long count)
    {
        var score = new Score(target);
        long next = from;
        long end = from + count;
        long begun = Stopwatch.GetTimestamp();
        using var watch = new Timer(_ => EndIfHanging(), null, Hang, TimeSpan.FromSeconds(5));
        Thread[] workers = [.. Enumerable.Range(0, target.Threads).Select(number => new Thread(() => Work(number), 1 << 20))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        score.Took = Stopwatch.GetElapsedTime(begun);
        return score;

        void Work(int number)
        {
            var tally = new Tally();
            for (long first = Interlocked.Add(ref next, Batch) - Batch; first < end; first = Interlocked.Add(ref next, Batch) - Batch)
            {
                for (long index = first; index < Math.Min(first + Batch, end); index++)
                {
                    underWay[number] = (target.Name, index, Stopwatch.GetTimestamp());
                    One(target, index, tally);
                }
            }

            underWay.TryRemove(number, out _);
            score.Add(tally);
        }
    }

    private void One(ITarget target, long index, Tally tally)
    {
        Dice dice = Dice.Of(seed, target.Name, index);
        byte[] input = target.Make(dice);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long begun = Stopwatch.GetTimestamp();
        Verdict verdict;
        try
        {
            verdict = target.Judge(input, dice);
        }
#pragma warning disable CA1031 // Whatever it is: that nobody named it is the finding.
        catch (Exception error)
#pragma warning restore CA1031
        {
            verdict = new Verdict(VerdictKind.Unnamed, error.ToString());
        }

        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        if (verdict.Kind <= VerdictKind.Refused && (took > target.Bounds.Time || bytes > target.Bounds.Bytes))
        {
            verdict = new Verdict(VerdictKind.Unbounded, $"it took {took.TotalMilliseconds:0} ms and {bytes >> 10} KB");
        }

        tally.Count(verdict, took, bytes);
        if (verdict.Kind > VerdictKind.Refused && tally.Findings.Count < FindingsOfOneWorker)
        {
            tally.Findings.Add(new Finding(target.Name, seed, index, verdict.Kind, verdict.Reason, input));
        }
    }

    private void EndIfHanging()
    {
        foreach ((string target, long index, long since) in underWay.Values)
        {
            if (Stopwatch.GetElapsedTime(since) > Hang)
            {
                byte[] input = target.Length == 0 ? [] : Catalogue.Find(target)!.Make(Dice.Of(seed, target, index));
                Console.Error.WriteLine(new Finding(target, seed, index, VerdictKind.Unbounded, "it hangs", input));
                Environment.Exit(1);
            }
        }
    }
}
