using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Lvx.Core;
using Lvx.Core.Links.Native;

namespace Lvx.Simulator.Usb;

/// <summary>Carries transfers between a socket and a simulated USB device, from plugging in to unplugging.</summary>
internal sealed unsafe class UsbIpPump(BridgeDevice device) : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly Waker waker = new();
    private readonly byte[] received = new byte[UsbIpCodec.HeaderLength + UsbIpCodec.MostData];
    private readonly ArrayBufferWriter<byte> replies = new();
    private int count;

    /// <summary>Is called once, when the computer knows the device.</summary>
    public Action? Known { get; init; }

    /// <summary>Serves until the device is gone or the computer's side closes.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Serve(SafeHandle socket, CancellationToken cancellation)
    {
        bool isTold = false;
        while (true)
        {
            device.Advance(Stopwatch.GetTimestamp(), replies);
            if (!Send(socket) || device.IsGone)
            {
                return;
            }

            if (device.IsKnown && !isTold)
            {
                isTold = true;
                Known?.Invoke();
            }

            TimeSpan wait = device.NextDue is { } at ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at) : Idle;
            if (waker.Wait(socket, Libc.PollIn, Deadline.After(wait), cancellation) && !Receive(socket))
            {
                return;
            }
        }
    }

    public void Dispose() => waker.Dispose();

    /// <returns>False when the computer's side closed, or does not speak USB/IP.</returns>
    private bool Receive(SafeHandle socket)
    {
        nint got;
        fixed (byte* start = received)
        {
            got = Libc.Read(socket, start + count, (nuint)(received.Length - count));
        }

        if (got <= 0)
        {
            return got < 0 && Marshal.GetLastPInvokeError() is Errno.Eagain or Errno.Eintr;
        }

        count += (int)got;
        int used = 0;
        try
        {
            while (UsbIpCodec.TryRead(received.AsSpan(used, count - used), out UsbIpRequest request, out ReadOnlySpan<byte> data, out int consumed))
            {
                device.Take(request, data, Stopwatch.GetTimestamp(), replies);
                used += consumed;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        received.AsSpan(used, count - used).CopyTo(received);
        count -= used;
        return true;
    }

    /// <returns>False when the computer's side is gone.</returns>
    private bool Send(SafeHandle socket)
    {
        ReadOnlySpan<byte> rest = replies.WrittenSpan;
        while (!rest.IsEmpty)
        {
            nint written;
            fixed (byte* start = rest)
            {
                written = Libc.Write(socket, start, (nuint)rest.Length);
            }

            if (written >= 0)
            {
                rest = rest[(int)written..];
            }
            else if (Marshal.GetLastPInvokeError() != Errno.Eintr)
            {
                return false;
            }
        }

        replies.ResetWrittenCount();
        return true;
    }
}
