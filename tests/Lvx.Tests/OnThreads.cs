using System.Collections.Concurrent;

namespace Lvx.Tests;

/// <summary>Work that mostly waits, on threads of its own: those of the pool carry the timers that other tests wait for.</summary>
internal static class OnThreads
{
    public static void ForEach<T>(IEnumerable<T> items, int count, Action<T> work)
    {
        var queue = new ConcurrentQueue<T>(items);
        var failures = new ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            while (failures.IsEmpty && queue.TryDequeue(out T? item))
            {
                try
                {
                    work(item);
                }
                catch (Exception error)
                {
                    failures.Enqueue(error);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }
}
