using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>Keeps account of what is owed or damaged on a line, and brings it to where the next answer can only be the next question's.</summary>
internal sealed class LineUpkeep(Line line, SessionOptions options)
{
    /// <summary>What must happen before the next question.</summary>
    public Cleanliness State { get; set; } = Cleanliness.Clean;

    /// <summary>The question whose answer shows that the line is clean.</summary>
    public Fence Fence { get; set; } = Fence.Protocol;

    /// <summary>Does what must happen before <paramref name="next"/> is asked or told.</summary>
    /// <param name="next">The text of the question or the setter.</param>
    /// <param name="deadline">When there is no more time for it.</param>
    /// <param name="cancellation">Ends any wait.</param>
    /// <exception cref="LvxException">The unit does not say who it is, or it is another one.</exception>
    public void MakeClean(string next, Deadline deadline, CancellationToken cancellation)
    {
        if (State == Cleanliness.Clean)
        {
            return;
        }

        bool owing = State == Cleanliness.Owing;
        ListenUntilSilent(owing ? options.Grace : options.Silence, deadline, cancellation);
        if (owing && next != Fence.Query.Command)
        {
            HearWhoIsThere(next, deadline, cancellation);
        }

        State = Cleanliness.Clean;
    }

    private void ListenUntilSilent(TimeSpan quiet, Deadline deadline, CancellationToken cancellation)
    {
        Deadline begun = Deadline.Now;
        while (true)
        {
            Deadline from = line.LastActivity > begun ? line.LastActivity : begun;
            switch (line.Receive(Deadline.Earlier(deadline, from + quiet), cancellation, out Frame frame))
            {
                case LineEvent.Quiet:
                    line.DropPartial();
                    return;
                case LineEvent.Frame:
                    // What was owed has come; only what comes right behind it is still waited for.
                    quiet = options.Silence;
                    break;
            }
        }
    }

    private void HearWhoIsThere(string next, Deadline deadline, CancellationToken cancellation)
    {
        while (!deadline.Passed)
        {
            line.Send(Fence.Query.Request, deadline, cancellation);
            Deadline patience = Deadline.Earlier(deadline, Deadline.After(options.Patience));
            while (line.Receive(patience, cancellation, out Frame frame) is var heard && heard != LineEvent.Quiet)
            {
                if (frame.Kind != FrameKind.Answer)
                {
                    continue;
                }

                if (Fence.Fits(frame.Body))
                {
                    return;
                }

                if (Fence.TellsAnother(frame.Body, out string? other))
                {
                    throw LvxErrors.UnitChanged(line.Device, Fence.Expected, FrameText.Escape(other));
                }
            }

            line.DropPartial();
        }

        State = Cleanliness.Owing;
        throw LvxErrors.Timeout(line.Device, next, options.QueryTimeout, $"after an earlier failure the unit was asked for its {Fence.Query.Command} first, and was silent");
    }
}
