using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links.Hidraw;

/// <summary>The unit's USB socket: a bridge to its 2400 bit/s UART that takes and gives reports of eight bytes.</summary>
internal sealed class HidrawLink : DescriptorLink
{
    // What a healthy device needs for a report, many times over: at 2400 bit/s the one before it takes 33 ms. A frame that is cancelled or late is still finished
    // when the device takes each report in this time.
    private static readonly TimeSpan Finishing = TimeSpan.FromMilliseconds(250);

    private readonly HidReportForm form;
    private readonly TimeSpan gap;
    private Task<int> writing = Task.FromResult(0);

    public HidrawLink(string device, LinkOptions options, SafeHandle handle, IPortLock portLock)
        : base(device, options.Access, handle, portLock)
    {
        form = options.HidReportForm;
        gap = options.HidReportGap;
    }

    protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        // A report that an earlier frame gave up on may still be in the kernel: nothing overtakes it.
        AwaitTaken(deadline, cancellation);

        Deadline next = Deadline.Now;
        for (int index = 0; index < HidReports.Count(frame.Length); index++)
        {
            Pace(next);
            var report = new byte[1 + HidReports.PayloadLength];
            int length = HidReports.Fill(report, frame, index, form);
            WriteReport(report.AsMemory(0, length), deadline, cancellation);
            next = Deadline.After(gap);
        }
    }

    protected override void Dispose(bool disposing)
    {
        // While a write to any hidraw node blocks in the kernel, none can be closed. And a report that was given up may still reach the unit: until the kernel is done
        // with both, nobody else gets the port, but whoever lets go of it is not kept waiting.
        _ = writing.ContinueWith(_ => base.Dispose(disposing), CancellationToken.None, TaskContinuationOptions.LongRunning, TaskScheduler.Default).Wait(Finishing);
    }

    // The bridge passes a report on at 2400 bit/s, 33 ms; other tools leave 50 ms. Not cancellable: a frame once begun is finished.
    private static unsafe void Pace(Deadline next)
    {
        while (!next.Passed)
        {
            _ = Libc.Poll(null, 0, next.Milliseconds);
        }
    }

    /// <summary>
    /// A sick device can hold a write for 5.2 s in the kernel, where nothing wakes it: so the call is made on a thread of its own and waited for no longer than the deadline.
    /// The descriptor stays open until it returns.
    /// </summary>
    private void WriteReport(ReadOnlyMemory<byte> report, Deadline deadline, CancellationToken cancellation)
    {
        writing = Task.Factory.StartNew(() => Put(report.Span), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        AwaitTaken(deadline, cancellation);
        switch (writing.Result)
        {
            case 0:
                return;
            case Errno.Epipe or Errno.Etimedout or Errno.Eagain:
                throw LvxErrors.NotSent(Device, Errno.Text(writing.Result));
            default:
                throw LvxErrors.Lost(Device, Errno.Text(writing.Result));
        }
    }

    /// <returns>The error number, 0 for none.</returns>
    private int Put(ReadOnlySpan<byte> report)
    {
        while (true)
        {
            nint count = WriteOnce(report);
            int errno = count == report.Length ? 0 : count < 0 ? Marshal.GetLastPInvokeError() : Errno.Eio;
            if (errno != Errno.Eintr)
            {
                return errno;
            }
        }
    }

    private void AwaitTaken(Deadline deadline, CancellationToken cancellation)
    {
        Deadline until = Deadline.Later(deadline, Deadline.After(Finishing));
        bool taken;
        try
        {
            taken = writing.Wait(until.Milliseconds, cancellation);
        }
        catch (OperationCanceledException) when (writing.Wait(Finishing, CancellationToken.None))
        {
            taken = true;
        }

        if (!taken)
        {
            throw LvxErrors.NotSent(Device, "a report was not taken in time");
        }
    }
}
