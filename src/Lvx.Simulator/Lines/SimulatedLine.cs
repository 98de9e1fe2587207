using System.Diagnostics;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>
/// The line between a computer and a unit: request bytes go in, answer bytes come out when they are due. A function of time, so it has no thread and waits for
/// nothing: whoever serves it waits until <see cref="NextDue"/>. For use by several threads at once.
/// </summary>
/// <remarks>
/// Like a unit with a UART it takes up one request at a time, in order. A request occupies the line for ten bits a byte, and its answer follows at the same
/// speed. All times are ticks of <see cref="Stopwatch"/>.
/// </remarks>
public sealed class SimulatedLine
{
    // What a small UART could not hold is lost.
    private const int MostWaiting = 64;

    private readonly Lock gate = new();
    private readonly SimulatedUnit unit;
    private readonly MisbehaviourPlan plan;
    private readonly long step;
    private readonly RequestReader reader = new();
    private readonly Queue<(long Arrived, ReceivedRequest Request)> waiting = new();
    private readonly Queue<Burst> output = new();
    private readonly Queue<(long Due, Func<UnitState, UnitState> Undo)> undos = new();
    private long inputFree;
    private long unitFree;
    private long? unplugAt;
    private TimeSpan absence;
    private long backAt;

    /// <summary>A line to a unit.</summary>
    /// <param name="unit">The unit that answers.</param>
    /// <param name="options">Speed and misbehaviour.</param>
    public SimulatedLine(SimulatedUnit unit, LineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.unit = unit;
        plan = new MisbehaviourPlan(options.Misbehaviours);
        step = options.Baud > 0 ? (long)Math.Round(10.0 * Stopwatch.Frequency / options.Baud) : 0;
    }

    /// <summary>How many times it was unplugged. Whoever serves it lets go when this has changed.</summary>
    public int Unplugged { get; private set; }

    /// <summary>Takes request bytes, sent at <paramref name="now"/>; while unplugged they are lost.</summary>
    public void Receive(ReadOnlySpan<byte> bytes, long now)
    {
        lock (gate)
        {
            if (now < backAt)
            {
                return;
            }

            inputFree = Math.Max(inputFree, now);
            foreach (byte b in bytes)
            {
                inputFree += step;
                reader.Feed(b);
                if (reader.TryNext(out ReceivedRequest request) && waiting.Count < MostWaiting)
                {
                    waiting.Enqueue((inputFree, request));
                }
            }

            TakeUp(now);
        }
    }

    /// <summary>Gives the answer bytes that are due by <paramref name="now"/>.</summary>
    /// <returns>How many; 0 when none is due.</returns>
    public int Take(Span<byte> destination, long now)
    {
        lock (gate)
        {
            TakeUp(now);
            int count = 0;
            while (output.TryPeek(out Burst? burst))
            {
                count += burst.Take(destination[count..], now);
                if (!burst.IsTaken)
                {
                    return count;
                }

                output.Dequeue();
            }

            // What came before the plug was pulled is read first.
            if (count == 0 && unplugAt <= now)
            {
                Unplug(unplugAt.Value);
            }

            return count;
        }
    }

    /// <summary>When something will be due next; null when nothing will unless more is received.</summary>
    public long? NextDue
    {
        get
        {
            lock (gate)
            {
                long? next = output.TryPeek(out Burst? burst) ? burst.NextDue : unplugAt;
                long? request = unplugAt is null && waiting.TryPeek(out (long Arrived, ReceivedRequest) first) ? Math.Max(first.Arrived, unitFree) : null;
                return next is null || request < next ? request ?? next : next;
            }
        }
    }

    /// <summary>How long it will still be unplugged; zero when it is not.</summary>
    public TimeSpan AbsenceLeft(long now)
    {
        lock (gate)
        {
            return now < backAt ? Stopwatch.GetElapsedTime(now, backAt) : TimeSpan.Zero;
        }
    }

    /// <summary>Somebody new is at the computer's end: what is due already was for nobody, and what is not due yet still comes.</summary>
    public void Discard(long now)
    {
        Span<byte> nobody = stackalloc byte[256];
        while (Take(nobody, now) > 0)
        {
        }
    }

    /// <summary>Nobody is at the computer's end any more. The unit takes up all that was sent, whether or not its time has come.</summary>
    public void Leave()
    {
        lock (gate)
        {
            reader.Reset();
            TakeUp(long.MaxValue);
        }
    }

    private void UndoDue(long now)
    {
        while (undos.TryPeek(out (long Due, Func<UnitState, UnitState> Undo) first) && first.Due <= now)
        {
            undos.Dequeue();
            unit.Change(first.Undo);
            unit.ShowNow();
        }
    }

    private void TakeUp(long now)
    {
        while (unplugAt is null && waiting.TryPeek(out (long Arrived, ReceivedRequest Request) first) && Math.Max(first.Arrived, unitFree) <= now)
        {
            waiting.Dequeue();
            Answer(first.Request, Math.Max(first.Arrived, unitFree));
        }

        UndoDue(now);
    }

    private void Answer(ReceivedRequest request, long start)
    {
        Misbehaviour? wrong = plan.Next(request);
        UndoDue(start);
        if (wrong?.Kind is MisbehaviourKind.Silence or MisbehaviourKind.Refuse or MisbehaviourKind.Ignore)
        {
            unit.Note(request.Kind, request.Body);
            if (wrong.Kind == MisbehaviourKind.Silence)
            {
                return;
            }
        }

        UnitState before = unit.State;
        byte[] frame = wrong?.Kind switch
        {
            MisbehaviourKind.Refuse => FrameWriter.Refused.ToArray(),
            MisbehaviourKind.Ignore => FrameWriter.Accepted.ToArray(),
            _ => unit.Answer(request.Kind, request.Body),
        };
        if (wrong is null)
        {
            Send(frame, start, step);
            return;
        }

        if (wrong.Kind == MisbehaviourKind.Other)
        {
            // PIRI looks like no other answer but to itself.
            frame = unit.Peek(request.Text == "PIRI" ? "GS" : "PIRI");
        }

        if (wrong.Kind == MisbehaviourKind.Revert)
        {
            unit.ShowNow();
            undos.Enqueue((start + Ticks(wrong.DurationOrDefault), SettingsUndo.Of(before, unit.State)));
        }
        else if (wrong.Kind == MisbehaviourKind.Stray && unit.State != before)
        {
            unit.Change(request.Text is "PEA" or "PDA"
                ? state => state with { Flags = state.Flags with { Backlight = state.Flags.Backlight != true } }
                : state => state with { Flags = state.Flags with { Buzzer = state.Flags.Buzzer != true } });
        }

        Send(
            AnswerShaper.Shape(wrong.Kind, frame),
            wrong.Kind == MisbehaviourKind.Late ? start + Ticks(wrong.DurationOrDefault) : start,
            wrong.Kind == MisbehaviourKind.Trickle ? Math.Max(step, Ticks(wrong.DurationOrDefault)) : step);
        if (wrong.Kind == MisbehaviourKind.Unplug)
        {
            unplugAt = unitFree;
            absence = wrong.DurationOrDefault;
        }
    }

    private void Send(byte[] bytes, long start, long each)
    {
        var burst = new Burst(bytes, start, each);
        unitFree = burst.End;
        if (bytes.Length > 0)
        {
            output.Enqueue(burst);
        }
    }

    private void Unplug(long at)
    {
        Unplugged++;
        backAt = at + Ticks(absence);
        unplugAt = null;
        waiting.Clear();
        output.Clear();
        reader.Reset();
        inputFree = unitFree = 0;
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);
}
