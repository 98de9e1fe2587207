using Lvx.Core.Recording;

namespace Lvx.Core.Links.Replay;

/// <summary>
/// Plays a recording: each question must be the recorded one, byte for byte and in order; what was received comes after the same time, and what failed fails again.
/// </summary>
internal sealed class ReplayLink : Link
{
    private readonly ReplayTape tape;
    private DateTime recordedStart;
    private Deadline playedStart;
    private byte[] pending = [];
    private bool closed;

    public ReplayLink(string device, LinkAccess access, ReplayTape tape, DateTime recordedStart)
        : base(device, access)
    {
        this.tape = tape;
        Restart(recordedStart);
    }

    public override int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SkipTimeouts();
        if (pending.Length == 0)
        {
            if (tape.Next is not { Kind: FrameLogKind.Received or FrameLogKind.Stray or FrameLogKind.Failed } entry)
            {
                WaitUntil(deadline, cancellation);
                return 0;
            }

            Deadline due = playedStart + (entry.Time - recordedStart);
            WaitUntil(Deadline.Earlier(due, deadline), cancellation);
            if (!due.Passed)
            {
                return 0;
            }

            tape.Advance();
            if (entry.Kind == FrameLogKind.Failed)
            {
                tape.Lost = true;
                throw LvxErrors.Lost(Device, $"as recorded in line {entry.Line}: {entry.Text}");
            }

            pending = entry.Bytes;
        }

        int count = Math.Min(buffer.Length, pending.Length);
        pending.AsSpan(0, count).CopyTo(buffer);
        pending = pending[count..];
        return count;
    }

    public override void Finish()
    {
        if (tape.Leftover() is { } entry)
        {
            throw LvxErrors.Replay(Device, $"the recording goes on: line {entry.Line} ({entry.Text}) was not played.");
        }
    }

    protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        // What was drained away before a question when it was recorded may not be due yet when it is played.
        SkipTimeouts();
        while (tape.Next is { Kind: FrameLogKind.Stray })
        {
            tape.Advance();
            SkipTimeouts();
        }

        TranscriptEntry? entry = tape.Next;
        if (pending.Length > 0 || entry is null || entry.Kind != FrameLogKind.Sent || !frame.SequenceEqual(entry.Bytes))
        {
            string recorded = entry is null ? "is at its end" : $"has in line {entry.Line}: {entry.Text}";
            throw LvxErrors.Replay(Device, $"asked {FrameText.Escape(frame)}, and the recording {recorded}.");
        }

        tape.Advance();
        Restart(entry.Time);
    }

    protected override void Dispose(bool disposing) => closed = true;

    private void SkipTimeouts()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        while (tape.Next is { Kind: FrameLogKind.Failed } entry && !entry.Text.StartsWith(nameof(LvxError.DeviceLost), StringComparison.Ordinal))
        {
            tape.Advance();
        }
    }

    private void Restart(DateTime recorded)
    {
        recordedStart = recorded;
        playedStart = Deadline.Now;
    }

    private static void WaitUntil(Deadline deadline, CancellationToken cancellation)
    {
        if (!deadline.Passed && cancellation.WaitHandle.WaitOne(deadline.Milliseconds))
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
