using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lvx.Simulator.Usb;

/// <summary>A simulated unit with its USB bridge, which can be plugged in and out. Whoever calls sees to it that one thread at a time does.</summary>
internal sealed class UsbUnit(int number, SimulatedUnit unit, LineOptions options) : IDisposable
{
    // To be known takes a kernel a fraction of a second; an emulated one, a second.
    private static readonly TimeSpan Acquaintance = TimeSpan.FromSeconds(20);

    private readonly SimulatedLine line = new(unit, options);
    private readonly ManualResetEventSlim known = new();
    private CancellationTokenSource? stop;
    private Thread? serving;

    /// <summary>Counted from 1.</summary>
    public int Number => number;

    public SimulatedUnit Unit => unit;

    public UsbFaults Faults { get; } = new();

    /// <summary>The socket it is plugged into, from 0; null when it is out.</summary>
    public int? Socket { get; set; }

    /// <summary>The socket it was plugged into last; at first, the one with its own number.</summary>
    public int LastSocket { get; set; } = number - 1;

    /// <summary>What is to be done when its moment comes.</summary>
    public Action? AtMoment { get; set; }

    /// <summary>Whether a computer has it.</summary>
    public bool IsServed { get; private set; }

    /// <summary>How often it was served: tells an end that comes late from that of another time.</summary>
    public int Service { get; private set; }

    /// <summary>Serves a computer at the other end of the socket, on a thread of its own, and closes the socket in the end.</summary>
    /// <param name="socket">This end.</param>
    /// <param name="owner">What is disposed of to close it: a socket of the network says goodbye first.</param>
    /// <param name="ended">Is told, on that thread, why it ended by itself.</param>
    public void Begin(SafeHandle socket, IDisposable owner, Action<UsbEnd> ended)
    {
        Unplug();
        IsServed = true;
        int service = ++Service;
        known.Reset();
        line.Discard(Stopwatch.GetTimestamp());
        stop = new CancellationTokenSource();
        CancellationToken token = stop.Token;
        serving = new Thread(() => Serve(socket, owner, (end, absence) => ended(new UsbEnd(service, end, absence)), token)) { IsBackground = true, Name = $"usb {number}" };
        serving.Start();
    }

    /// <summary>Waits until the computer knows it, or it is gone again.</summary>
    public void AwaitKnown() => known.Wait(Acquaintance);

    /// <summary>Takes it out; nothing when it is out already.</summary>
    public void Unplug()
    {
        stop?.Cancel();
        serving?.Join();
        stop?.Dispose();
        (stop, serving, IsServed) = (null, null, false);
    }

    public void Dispose()
    {
        Unplug();
        known.Dispose();
    }

    private void Serve(SafeHandle socket, IDisposable owner, Action<UsbEndKind, TimeSpan> ended, CancellationToken cancellation)
    {
        var device = new BridgeDevice(line, Faults);
        using (owner)
        using (var pump = new UsbIpPump(device) { Known = known.Set })
        {
            try
            {
                pump.Serve(socket, cancellation);
            }
            catch (OperationCanceledException)
            {
            }
        }

        line.Leave();
        known.Set();
        if (!cancellation.IsCancellationRequested)
        {
            ended(device.MomentCame ? UsbEndKind.Moment : device.IsGone ? UsbEndKind.Misbehaviour : UsbEndKind.Closed, line.AbsenceLeft(Stopwatch.GetTimestamp()));
        }
    }
}

