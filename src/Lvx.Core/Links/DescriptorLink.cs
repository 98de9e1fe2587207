using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>A link over a non-blocking file descriptor: a tty, a socket, a hidraw node.</summary>
internal abstract unsafe class DescriptorLink : Link
{
    private readonly IPortLock portLock;

    protected DescriptorLink(string device, LinkAccess access, SafeHandle handle, IPortLock portLock)
        : base(device, access)
    {
        Handle = handle;
        this.portLock = portLock;
    }

    protected SafeHandle Handle { get; }

    protected Waker Waker { get; } = new();

    // No events are asked of the device: then poll tells of errors and hang-ups alone.
    public override IdleEnd WaitIdle(Deadline deadline, CancellationToken cancellation) =>
        !Waker.Wait(Handle, 0, portLock.Wanted, deadline, cancellation) ? IdleEnd.Deadline
        : Waker.Wait(Handle, 0, Deadline.Now, cancellation) ? IdleEnd.Gone
        : IdleEnd.Wanted;

    public override int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation)
    {
        while (Waker.Wait(Handle, Libc.PollIn, deadline, cancellation))
        {
            nint count;
            fixed (byte* start = buffer)
            {
                count = Libc.Read(Handle, start, (nuint)buffer.Length);
            }

            if (count > 0)
            {
                return (int)count;
            }

            // What came before a hang-up is read first; only then does the descriptor say that the other side is gone.
            int errno = count == 0 ? 0 : Marshal.GetLastPInvokeError();
            if (errno is not (Errno.Eagain or Errno.Eintr))
            {
                throw LvxErrors.Lost(Device, count == 0 ? "the other side closed" : Errno.Text(errno));
            }
        }

        return 0;
    }

    protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        while (!frame.IsEmpty)
        {
            nint count = WriteOnce(frame);
            if (count >= 0)
            {
                frame = frame[(int)count..];
                continue;
            }

            int errno = Marshal.GetLastPInvokeError();
            if (errno is not (Errno.Eagain or Errno.Eintr))
            {
                throw LvxErrors.Lost(Device, Errno.Text(errno));
            }

            if (!Waker.Wait(Handle, Libc.PollOut, deadline, CancellationToken.None))
            {
                throw LvxErrors.NotSent(Device, "its buffer stayed full");
            }
        }
    }

    protected nint WriteOnce(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            return Libc.Write(Handle, start, (nuint)bytes.Length);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Handle.Dispose();
            Waker.Dispose();
            portLock.Dispose();
        }
    }
}
