using System.Collections.Concurrent;
using Lvx.Core.Links;

namespace Lvx.Core.Units;

/// <summary>
/// One owner per unit, over whatever port: both sockets of a unit at once lock it up. Other programs are kept out; within this one, two conversations with one serial number share it, since a unit
/// that is named twice is no harm where only questions are asked, and writing refuses it by itself.
/// </summary>
internal sealed class UnitLock : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, UnitLock> Held = new(StringComparer.Ordinal);

    private readonly string key;
    private readonly PortLock name;
    private int owners = 1;

    private UnitLock(string key, PortLock name)
    {
        this.key = key;
        this.name = name;
    }

    /// <summary>Takes a unit.</summary>
    /// <exception cref="LvxException">Another program has it, and did not let go in time.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static UnitLock Acquire(string scope, string serialNumber, string device, Deadline deadline, CancellationToken cancellation)
    {
        string key = $"unit:{scope}:{serialNumber}";

        // One after the other, so that the second of this process finds what the first one took, and does not wait for it.
        SemaphoreSlim turn = Turns.GetOrAdd(key, _ => new SemaphoreSlim(1));
        if (!turn.Wait(deadline.Milliseconds, cancellation))
        {
            throw LvxErrors.InUse(device, "this same process", $"unit {serialNumber}");
        }

        try
        {
            lock (Gate)
            {
                if (Held.TryGetValue(key, out UnitLock? own))
                {
                    own.owners++;
                    return own;
                }
            }

            PortLock taken = PortLock.Acquire(key, device, $"unit {serialNumber}", deadline, cancellation);
            lock (Gate)
            {
                return Held[key] = new UnitLock(key, taken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (--owners == 0)
            {
                Held.Remove(key);
                name.Dispose();
            }
        }
    }
}
