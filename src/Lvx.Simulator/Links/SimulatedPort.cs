using System.Diagnostics;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>The port of one unit within this process. It outlives the links to it, so that settings, owed answers and used-up misbehaviours do too.</summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never taken holds nothing to dispose of.
internal sealed class SimulatedPort(SimulatedLine line)
#pragma warning restore CA1001
{
    // One owner per port, as everywhere: two on one unit would read each other's answers.
    private readonly SemaphoreSlim owner = new(1, 1);

    public SimulatedLine Line => line;

    /// <summary>Becomes its owner.</summary>
    /// <exception cref="LvxException">Somebody else is, or it stays unplugged.</exception>
    public void Acquire(string device, TimeSpan timeout, CancellationToken cancellation)
    {
        Deadline deadline = Deadline.After(timeout);
        if (!owner.Wait(Wait.Milliseconds(deadline.Remaining), cancellation))
        {
            throw LvxErrors.InUse(device, "this same process");
        }

        try
        {
            line.Discard(Stopwatch.GetTimestamp());
            AwaitPlug(device, deadline, cancellation);
        }
        catch
        {
            owner.Release();
            throw;
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Release()
    {
        line.Leave();
        owner.Release();
    }

    private void AwaitPlug(string device, Deadline deadline, CancellationToken cancellation)
    {
        while (line.AbsenceLeft(Stopwatch.GetTimestamp()) is var left && left > TimeSpan.Zero)
        {
            cancellation.ThrowIfCancellationRequested();
            if (deadline.Passed)
            {
                throw LvxErrors.NoSuchDevice(device);
            }

            cancellation.WaitHandle.WaitOne(Wait.Milliseconds(left < deadline.Remaining ? left : deadline.Remaining));
        }
    }
}
