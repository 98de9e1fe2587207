using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>A link seen as frames: keeps the bytes that are not yet a frame, and tells the log of every one that passes.</summary>
internal sealed class Line(string device, Link link, IFrameLog? log) : IDisposable
{
    private readonly byte[] buffer = new byte[2 * FrameReader.MaxFrameLength];
    private int start;
    private int end;

    public string Device => device;

    /// <summary>When the last byte came, or the last frame went: where quiet begins.</summary>
    public Deadline LastActivity { get; private set; } = Deadline.Now;

    /// <summary>Waits, with nothing sent or read: see <see cref="Link.WaitIdle"/>.</summary>
    public IdleEnd WaitIdle(Deadline deadline, CancellationToken cancellation) => link.WaitIdle(deadline, cancellation);

    /// <summary>Whether the beginning of a frame is waiting for its rest.</summary>
    public bool HasPartial => end > start;

    public void Send(ReadOnlyMemory<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        log?.Write(DateTime.UtcNow, Device, FrameLogKind.Sent, frame.Span);
        link.Write(frame.Span, deadline, cancellation);
        LastActivity = Deadline.Now;
    }

    /// <summary>The next thing on the line. A frame is valid until the next call.</summary>
    public LineEvent Receive(Deadline until, CancellationToken cancellation, out Frame frame)
    {
        while (true)
        {
            ReadOutcome outcome = FrameReader.TryRead(buffer.AsSpan(start, end - start), out frame, out int consumed);
            start += consumed;
            switch (outcome)
            {
                case ReadOutcome.Complete:
                    log?.Write(DateTime.UtcNow, Device, FrameLogKind.Received, frame.Raw);
                    return LineEvent.Frame;
                case ReadOutcome.Skip:
                    log?.Write(DateTime.UtcNow, Device, FrameLogKind.Stray, frame.Raw);
                    return LineEvent.Stray;
                default:
                    if (!Fill(until, cancellation))
                    {
                        return LineEvent.Quiet;
                    }

                    break;
            }
        }
    }

    /// <summary>Drops what has come and was not asked for, without waiting.</summary>
    public void Drain(CancellationToken cancellation)
    {
        do
        {
            DropPartial();
        }
        while (Fill(Deadline.Now, cancellation));
    }

    /// <summary>Drops the beginning of a frame whose rest will not come.</summary>
    public void DropPartial()
    {
        if (HasPartial)
        {
            log?.Write(DateTime.UtcNow, Device, FrameLogKind.Stray, buffer.AsSpan(start, end - start));
        }

        start = end = 0;
    }

    public void Finish() => link.Finish();

    public void Dispose() => link.Dispose();

    private bool Fill(Deadline until, CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (HasPartial && FrameReader.Missing(buffer.AsSpan(0, end)) is > 1 and var missing)
        {
            link.Await(missing, until, cancellation);
        }

        int count = link.Read(buffer.AsSpan(end), until, cancellation);
        if (count == 0)
        {
            return false;
        }

        end += count;
        LastActivity = Deadline.Now;
        return true;
    }
}
