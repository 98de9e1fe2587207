using System.Text;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>What a <see cref="Session"/> says and hears over one opening of the port.</summary>
internal sealed class Conversation(Line line, SessionOptions options, IFrameLog? log) : IDisposable
{
    private const int MaxAsks = 3;
    private const int MaxRefusals = 2;

    private readonly LineUpkeep upkeep = new(line, options);
    private (string Command, byte[] Body) lastAnswer = ("", []);

    // A question was asked again while its first answer may still come: then there will be two.
    private bool askedTwice;

    public IdleEnd WaitIdle(Deadline deadline, CancellationToken cancellation) => line.WaitIdle(deadline, cancellation);

    public Reply<Answer> Ask(Query query, Deadline deadline, CancellationToken cancellation)
    {
        var tally = new Tally();
        askedTwice = false;
        try
        {
            for (int ask = 1; ask <= MaxAsks && !deadline.Passed; ask++)
            {
                upkeep.MakeClean(query.Command, deadline, cancellation);
                line.Drain(cancellation);
                line.Send(ask == MaxAsks ? query.PrintedRequest ?? query.Request : query.Request, deadline, cancellation);
                if (Await(query, deadline, tally, cancellation) is { } reply)
                {
                    return reply;
                }

                if (tally.Refusals >= MaxRefusals && (query.PrintedRequest is null || ask == MaxAsks))
                {
                    throw tally.SpeaksPi30 && query == ProtocolId.Query
                        ? LvxErrors.NotPi18(line.Device, "it refuses questions the way the PI30 family does")
                        : LvxErrors.Refused(line.Device, query.Command);
                }
            }

            throw tally.Explain(line.Device, query.Command, options.QueryTimeout, line.HasPartial);
        }
        catch (LvxException error)
        {
            Note(error);
            throw;
        }
        catch (OperationCanceledException)
        {
            // The answer may still come.
            upkeep.State = Cleanliness.Owing;
            throw;
        }
    }

    public SetterReply Tell(Setter setter, CancellationToken cancellation)
    {
        upkeep.MakeClean(setter.Command, Deadline.After(options.QueryTimeout), cancellation);
        line.Drain(cancellation);
        Deadline deadline = Deadline.After(options.SetterTimeout);
        string cause = "no answer came in time";
        cancellation.ThrowIfCancellationRequested();
        upkeep.State = Cleanliness.Owing;
        try
        {
            line.Send(setter.Request, deadline, cancellation);
            while (line.Receive(deadline, cancellation, out Frame frame) is var heard && heard != LineEvent.Quiet)
            {
                switch (frame.Kind)
                {
                    case FrameKind.Accepted or FrameKind.Pi30Accepted:
                        return Settled(SetterOutcome.Accepted);
                    case FrameKind.Refused or FrameKind.Pi30Refused:
                        return Settled(SetterOutcome.Refused);
                    case FrameKind.Damaged:
                        // An answer that cannot be read is an answer: the setter may have been applied (seen live with POP).
                        return new SetterReply(SetterOutcome.Unknown, "the answer was damaged", DateTime.UtcNow);
                    case FrameKind.Setter:
                        cause = "only an echo came back";
                        break;
                }
            }
        }
        catch (LvxException error) when (error.Error is LvxError.DeviceLost or LvxError.DeviceTimeout)
        {
            Note(error);
            cause = error.Message;
        }
        catch (OperationCanceledException)
        {
            // It cannot be taken back: the caller must know that nothing is known.
            cause = "cancelled while its answer was waited for";
        }

        return new SetterReply(SetterOutcome.Unknown, cause, DateTime.UtcNow);
    }

    /// <summary>The PI = 18 gate, then the serial number; no value when the unit refuses that question.</summary>
    public string? Identify(Func<Deadline> deadline, CancellationToken cancellation)
    {
        string? protocol = AskForProtocol(deadline(), cancellation);
        if (protocol != ProtocolId.Pi18)
        {
            // It may be a late answer to somebody's earlier question (a mode, say): it counts when it comes twice.
            upkeep.State = Cleanliness.Noisy;
            protocol = AskForProtocol(deadline(), cancellation);
        }

        if (protocol != ProtocolId.Pi18)
        {
            LvxException error = LvxErrors.NotPi18(line.Device, $"asked for its protocol (PI), it says {FrameText.Escape(protocol ?? "nothing")}");
            Note(error);
            throw error;
        }

        try
        {
            string serial = ((Identity)Ask(Identity.Query, deadline(), cancellation).Answer).SerialNumber;
            upkeep.Fence = Fence.Serial(serial);
            return serial;
        }
        catch (LvxException error) when (error.Error == LvxError.QueryRefused)
        {
            return null;
        }
    }

    public void Finish() => line.Finish();

    public void Dispose() => line.Dispose();

    private string? AskForProtocol(Deadline deadline, CancellationToken cancellation)
    {
        try
        {
            return ((ProtocolId)Ask(ProtocolId.Query, deadline, cancellation).Answer).Id;
        }
        catch (LvxException error) when (error.Error == LvxError.QueryRefused)
        {
            throw LvxErrors.NotPi18(line.Device, "it refuses to say its protocol (PI)");
        }
    }

    /// <summary>Waits for the answer to a question that was just sent.</summary>
    /// <returns>No value when there will be none and the question may be asked again, or the deadline is over.</returns>
    private Reply<Answer>? Await(Query query, Deadline deadline, Tally tally, CancellationToken cancellation)
    {
        upkeep.State = Cleanliness.Owing;
        bool heard = false;
        bool probed = false;
        bool refused = false;
        while (!deadline.Passed)
        {
            Deadline patience = probed && !heard ? deadline : Deadline.Earlier(deadline, line.LastActivity + options.Patience);
            switch (line.Receive(patience, cancellation, out Frame frame))
            {
                case LineEvent.Quiet when deadline.Passed:
                    break;

                case LineEvent.Quiet when heard || line.HasPartial || upkeep.Fence.IsSame(query):
                    // It said something and then no more, or it lost the question: the same question may be asked again.
                    askedTwice |= !line.HasPartial;
                    return Broken(tally, probed);

                case LineEvent.Quiet:
                    // Not a sound. It is asked who it is, beside the question: an answer to the question still counts; an answer to the ID alone says that it was lost.
                    line.Send(upkeep.Fence.Query.Request, deadline, cancellation);
                    probed = true;
                    break;

                case LineEvent.Stray:
                    if (frame.Kind == FrameKind.Damaged)
                    {
                        tally.CountDamaged();
                        return Broken(tally, probed);
                    }

                    // 00 is the padding of HID reports, not noise.
                    if (frame.Raw.ContainsAnyExcept((byte)0))
                    {
                        tally.CountNoise();
                        heard = true;
                    }

                    break;

                // Looked at first: to a question that only its asker knows, an answer of any shape fits, this one too.
                case LineEvent.Frame when frame.Kind == FrameKind.Answer && probed && upkeep.Fence.Fits(frame.Body):
                    tally.CountPresence();
                    upkeep.State = Cleanliness.Clean;
                    return null;

                case LineEvent.Frame when frame.Kind == FrameKind.Answer && Fits(query, frame.Body, out Answer? answer):
                    return Confirm(query, answer, frame.Body, probed, deadline, cancellation);

                // Said twice: it belongs to the first.
                case LineEvent.Frame when refused && frame.Kind is FrameKind.Refused or FrameKind.Pi30Refused:
                    break;

                // It looks like any other refusal, and may be that of an earlier question, said twice. The unit is asked who it is: an answer to the question that comes before
                // counts, and after it nothing is owed.
                case LineEvent.Frame when frame.Kind is FrameKind.Refused or FrameKind.Pi30Refused && !probed && tally.Refusals == 0 && !upkeep.Fence.IsSame(query):
                    tally.CountRefusal(frame.Kind);
                    line.Send(upkeep.Fence.Query.Request, deadline, cancellation);
                    refused = probed = heard = true;
                    break;

                case LineEvent.Frame when frame.Kind is FrameKind.Refused or FrameKind.Pi30Refused:
                    tally.CountRefusal(frame.Kind);
                    upkeep.State = probed ? Cleanliness.Owing : Cleanliness.Clean;
                    return null;

                case LineEvent.Frame when frame.Kind is FrameKind.Query or FrameKind.Setter:
                    tally.CountEcho();
                    heard = true;
                    break;

                case LineEvent.Frame:
                    tally.CountStray(frame);
                    heard = true;
                    break;
            }
        }

        return null;
    }

    /// <summary>
    /// Takes an answer. When it repeats, to the letter, the answer to another question that was asked just before, it may be that one said twice: then the unit is asked
    /// who it is, and if a further answer comes before that, the further one is the true one.
    /// </summary>
    private Reply<Answer>? Confirm(Query query, Answer answer, ReadOnlySpan<byte> body, bool probed, Deadline deadline, CancellationToken cancellation)
    {
        var reply = new Reply<Answer>(answer, Encoding.Latin1.GetString(body), DateTime.UtcNow);
        bool suspect = !upkeep.Fence.IsSame(query) && lastAnswer.Command != query.Command && body.SequenceEqual(lastAnswer.Body);
        lastAnswer = (query.Command, body.ToArray());
        if (!suspect)
        {
            upkeep.State = probed || askedTwice ? Cleanliness.Owing : Cleanliness.Clean;
            return reply;
        }

        line.Send(upkeep.Fence.Query.Request, deadline, cancellation);
        while (line.Receive(deadline, cancellation, out Frame frame) is var heard && heard != LineEvent.Quiet)
        {
            if (frame.Kind != FrameKind.Answer)
            {
                continue;
            }

            if (upkeep.Fence.Fits(frame.Body))
            {
                // What was taken may itself have been who it is, said twice: then the question is asked again.
                upkeep.State = Cleanliness.Clean;
                return upkeep.Fence.Fits(Encoding.Latin1.GetBytes(reply.Raw)) ? null : reply;
            }

            if (Fits(query, frame.Body, out Answer? further))
            {
                lastAnswer = (query.Command, frame.Body.ToArray());
                reply = new Reply<Answer>(further, Encoding.Latin1.GetString(frame.Body), DateTime.UtcNow);
            }
        }

        return null;
    }

    private Reply<Answer>? Broken(Tally tally, bool probed)
    {
        if (line.HasPartial)
        {
            tally.CountDamaged();
            line.DropPartial();
        }

        upkeep.State = probed ? Cleanliness.Owing : Cleanliness.Noisy;
        return null;
    }

    private static bool Fits(Query query, ReadOnlySpan<byte> body, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Answer? answer) =>
        query.TryDecodeAny(body, out answer);

    private SetterReply Settled(SetterOutcome outcome)
    {
        upkeep.State = Cleanliness.Clean;
        return new SetterReply(outcome, "", DateTime.UtcNow);
    }

    private void Note(LvxException error) => log?.Write(DateTime.UtcNow, line.Device, FrameLogKind.Failed, [], $"{error.Error} {error.Message}");
}
