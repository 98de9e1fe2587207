using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;

namespace Lvx.Simulator;

/// <summary>A link to a unit in this same process.</summary>
internal sealed class SimulatorLink : Link
{
    private readonly object gate = new();
    private readonly SimulatedPort port;
    private readonly int plugged;
    private bool closed;

    public SimulatorLink(string device, LinkAccess access, SimulatedPort port)
        : base(device, access)
    {
        this.port = port;
        plugged = port.Line.Unplugged;
    }

    public override int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation)
    {
        // Outside the lock: taking the registration back waits for a callback that may be waiting for the lock.
        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(static self => ((SimulatorLink)self!).Wake(), this);
        lock (gate)
        {
            while (true)
            {
                ObjectDisposedException.ThrowIf(closed, this);
                cancellation.ThrowIfCancellationRequested();
                int count = port.Line.Take(buffer, Stopwatch.GetTimestamp());
                RequirePlug();
                if (count > 0 || deadline.Passed)
                {
                    return count;
                }

                TimeSpan wait = deadline.Remaining;
                if (port.Line.NextDue is { } due && Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is var left && left < wait)
                {
                    wait = left;
                }

                Monitor.Wait(gate, Wait.Milliseconds(wait));
            }
        }
    }

    protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            RequirePlug();
            port.Line.Receive(frame, Stopwatch.GetTimestamp());
            Monitor.PulseAll(gate);
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (gate)
        {
            if (!disposing || closed)
            {
                return;
            }

            closed = true;
            Monitor.PulseAll(gate);
        }

        port.Release();
    }

    private void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    private void RequirePlug()
    {
        if (port.Line.Unplugged != plugged)
        {
            throw LvxErrors.Lost(Device, "the simulated cable was pulled");
        }
    }
}
