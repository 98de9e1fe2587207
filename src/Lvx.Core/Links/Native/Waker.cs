using System.Runtime.InteropServices;

namespace Lvx.Core.Links.Native;

/// <summary>
/// Waits for a descriptor, a deadline or a cancellation, whichever is first. No token wakes a blocked read of a device node, so nothing here blocks but
/// <c>poll</c>, which also watches an eventfd that the token writes to.
/// </summary>
internal sealed unsafe class Waker : IDisposable
{
    private const int EfdCloExecNonBlock = Libc.OCloExec | Libc.ONonBlock;

    private readonly FileDescriptor wake;

    public Waker()
    {
        wake = new FileDescriptor(Libc.EventFd(0, EfdCloExecNonBlock));
        if (wake.IsInvalid)
        {
            throw new InvalidOperationException($"eventfd: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>Whether <paramref name="handle"/> became ready (or broke) before the deadline.</summary>
    /// <exception cref="OperationCanceledException">Cancelled first.</exception>
    public bool Wait(SafeHandle handle, short events, Deadline deadline, CancellationToken cancellation) => Wait(handle, events, null, deadline, cancellation);

    /// <summary>Whether <paramref name="handle"/> became ready (or broke), or <paramref name="other"/> readable, before the deadline.</summary>
    /// <exception cref="OperationCanceledException">Cancelled first.</exception>
    public bool Wait(SafeHandle handle, short events, SafeHandle? other, Deadline deadline, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(static self => ((Waker)self!).Wake(), this);
        bool held = false;
        bool otherHeld = false;
        try
        {
            handle.DangerousAddRef(ref held);
            other?.DangerousAddRef(ref otherHeld);
            Libc.PollFd* fds = stackalloc Libc.PollFd[3];
            fds[0] = new Libc.PollFd { Fd = (int)handle.DangerousGetHandle(), Events = events };
            fds[1] = new Libc.PollFd { Fd = (int)wake.DangerousGetHandle(), Events = Libc.PollIn };

            // The kernel passes over a negative number.
            fds[2] = new Libc.PollFd { Fd = (int)(other?.DangerousGetHandle() ?? -1), Events = Libc.PollIn };
            while (true)
            {
                int ready = Libc.Poll(fds, 3, deadline.Milliseconds);
                cancellation.ThrowIfCancellationRequested();

                if (ready > 0 && (fds[0].Revents != 0 || fds[2].Revents != 0))
                {
                    return true;
                }

                if (fds[1].Revents != 0)
                {
                    Rest();
                }

                if (ready <= 0 && deadline.Passed)
                {
                    return false;
                }
            }
        }
        finally
        {
            if (held)
            {
                handle.DangerousRelease();
            }

            if (otherHeld)
            {
                other!.DangerousRelease();
            }
        }
    }

    public void Dispose() => wake.Dispose();

    private void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(wake, (byte*)&one, sizeof(ulong));
    }

    // A token of an earlier wait may have rung: empty the counter and wait on.
    private void Rest()
    {
        ulong count;
        _ = Libc.Read(wake, (byte*)&count, sizeof(ulong));
    }
}
