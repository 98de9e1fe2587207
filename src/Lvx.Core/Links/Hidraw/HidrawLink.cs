using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links.Hidraw;

/// <summary>The unit's USB socket: a bridge to its 2400 bit/s UART that takes and gives reports of eight bytes.</summary>
internal sealed class HidrawLink : DescriptorLink
{
    // What a healthy device needs for a report, many times over: how long a cancelled frame may take to be finished.
    private static readonly TimeSpan Finishing = TimeSpan.FromMilliseconds(40);

    private readonly HidReportForm form;
    private readonly TimeSpan gap;

    public HidrawLink(string device, LinkOptions options, SafeHandle handle, IDisposable portLock)
        : base(device, options.Access, handle, portLock)
    {
        form = options.HidReportForm;
        gap = options.HidReportGap;
    }

    protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        Deadline next = Deadline.Now;
        for (int index = 0; index < HidReports.Count(frame.Length); index++)
        {
            Pace(next);
            var report = new byte[1 + HidReports.PayloadLength];
            int length = HidReports.Fill(report, frame, index, form);
            WriteReport(report.AsMemory(0, length), begun: index > 0, deadline, cancellation);
            next = Deadline.After(gap);
        }
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
    /// A sick device can hold a write for 5.2 s in the kernel, where nothing wakes it: so the call is made aside and waited for no longer than the deadline.
    /// The descriptor stays open until it returns.
    /// </summary>
    private void WriteReport(ReadOnlyMemory<byte> report, bool begun, Deadline deadline, CancellationToken cancellation)
    {
        Task<int> write = Task.Run(() => WriteOnce(report.Span) == report.Length ? 0 : Marshal.GetLastPInvokeError(), CancellationToken.None);
        if (!Taken(write, begun, deadline, cancellation))
        {
            throw LvxErrors.NotSent(Device, "a report was not taken in time");
        }

        switch (write.Result)
        {
            case 0:
                return;
            case Errno.Epipe or Errno.Etimedout:
                throw LvxErrors.NotSent(Device, Errno.Text(write.Result));
            default:
                throw LvxErrors.Lost(Device, Errno.Text(write.Result));
        }
    }

    private static bool Taken(Task write, bool begun, Deadline deadline, CancellationToken cancellation)
    {
        try
        {
            return write.Wait(deadline.Milliseconds, cancellation);
        }
        catch (OperationCanceledException) when (begun && write.Wait(Finishing, CancellationToken.None))
        {
            return true;
        }
    }
}
