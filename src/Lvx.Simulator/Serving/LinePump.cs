using System.Diagnostics;
using System.Runtime.InteropServices;
using Lvx.Core;
using Lvx.Core.Links.Native;

namespace Lvx.Simulator;

/// <summary>Carries bytes between a descriptor and a simulated line, each answer byte when it is due.</summary>
internal sealed unsafe class LinePump(SimulatedLine line) : IDisposable
{
    private const int BufferLength = 1024;

    // Nothing is due: any wait long enough that its end costs nothing.
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly Waker waker = new();
    private readonly byte[] buffer = new byte[BufferLength];

    /// <summary>Serves until the client goes away or the line is unplugged.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Serve(SafeHandle handle, CancellationToken cancellation)
    {
        int plugged = line.Unplugged;
        bool ended = false;
        while (true)
        {
            int count = line.Take(buffer, Stopwatch.GetTimestamp());
            if (line.Unplugged != plugged || (count > 0 && !Send(handle, count)))
            {
                return;
            }

            if (count > 0)
            {
                continue;
            }

            long? due = line.NextDue;
            if (ended && due is null)
            {
                return;
            }

            // A client that will send no more may still want its answer.
            TimeSpan wait = due is { } at ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at) : Idle;
            if (waker.Wait(handle, ended ? (short)0 : Libc.PollIn, Deadline.After(wait), cancellation))
            {
                if (ended)
                {
                    return;
                }

                ended = !Receive(handle);
            }
        }
    }

    /// <summary>Waits for something to read on <paramref name="handle"/>: a connection, of a listener.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void AwaitInput(SafeHandle handle, CancellationToken cancellation)
    {
        while (!waker.Wait(handle, Libc.PollIn, Deadline.After(Idle), cancellation))
        {
        }
    }

    /// <summary>Waits as long as the line stays unplugged.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void AwaitPlug(CancellationToken cancellation)
    {
        while (line.AbsenceLeft(Stopwatch.GetTimestamp()) is var left && left > TimeSpan.Zero)
        {
            cancellation.WaitHandle.WaitOne(Wait.Milliseconds(left));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => waker.Dispose();

    /// <returns>False when the client will send no more.</returns>
    private bool Receive(SafeHandle handle)
    {
        nint count;
        fixed (byte* start = buffer)
        {
            count = Libc.Read(handle, start, BufferLength);
        }

        if (count > 0)
        {
            line.Receive(buffer.AsSpan(0, (int)count), Stopwatch.GetTimestamp());
            return true;
        }

        return count < 0 && Marshal.GetLastPInvokeError() is Errno.Eagain or Errno.Eintr;
    }

    /// <returns>False when the client is gone.</returns>
    private bool Send(SafeHandle handle, int count)
    {
        fixed (byte* start = buffer)
        {
            int sent = 0;
            while (sent < count)
            {
                nint written = Libc.Write(handle, start + sent, (nuint)(count - sent));
                if (written >= 0)
                {
                    sent += (int)written;
                    continue;
                }

                switch (Marshal.GetLastPInvokeError())
                {
                    case Errno.Eintr:
                        break;
                    case Errno.Eagain:
                        // Nobody reads, and the buffers are full: a UART goes on all the same, and the bytes are lost.
                        return true;
                    default:
                        return false;
                }
            }
        }

        return true;
    }
}
