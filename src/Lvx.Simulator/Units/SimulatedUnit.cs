using System.Text;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>A unit that answers: frames in, frames out, with the refusals and the oddities of a real one. For use by several threads at once.</summary>
public sealed class SimulatedUnit
{
    // A server may run for days; what tests look at is far shorter.
    private const int LongestLog = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<SimulatedRequest> log = new();
    private readonly TimeProvider clock;
    private volatile UnitState state;
    private volatile Quirks quirks;
    private RatedInformation? shown;
    private int staleReads;

    /// <summary>A unit.</summary>
    /// <param name="name">Its name, for people.</param>
    /// <param name="state">What it knows of itself at the start.</param>
    /// <param name="quirks">How it departs from the documents; null for what was seen live.</param>
    /// <param name="clock">Where its clock takes the time from; null for the system's.</param>
    public SimulatedUnit(string name, UnitState state, Quirks? quirks = null, TimeProvider? clock = null)
    {
        Name = name;
        this.state = state;
        this.quirks = quirks ?? Quirks.Live;
        this.clock = clock ?? TimeProvider.System;
        Neighbours = [this];
    }

    /// <summary>Its name, for people.</summary>
    public string Name { get; }

    /// <summary>What it knows of itself now; never changes itself.</summary>
    public UnitState State => state;

    /// <summary>How it departs from the documents; may be changed at any time.</summary>
    public Quirks Quirks
    {
        get => quirks;
        set => quirks = value;
    }

    /// <summary>Is told every state that the unit takes, in order, while nothing else can happen to it; may be null.</summary>
    public Action<UnitState>? Changed { get; set; }

    /// <summary>Every request it took up, in order, the last 10,000 of them: what proves that no setter was sent.</summary>
    public IReadOnlyList<SimulatedRequest> Log
    {
        get
        {
            lock (gate)
            {
                return [.. log];
            }
        }
    }

    /// <summary>All units of its site, itself among them: what the PGS and PRI questions look at.</summary>
    internal IReadOnlyList<SimulatedUnit> Neighbours { get; set; }

    /// <summary>What its clock shows now.</summary>
    internal DateTime Now => clock.GetLocalNow().DateTime + state.ClockOffset;

    /// <summary>Puts the unit into another state from outside, as the weather or somebody at its buttons would.</summary>
    public void Change(Func<UnitState, UnitState> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (gate)
        {
            Become(change(state));
        }
    }

    /// <summary>Puts the unit into the state that a word of a simulated site's options names.</summary>
    /// <param name="what">charging, idle or grid.</param>
    /// <returns>False when there is no such word.</returns>
    public bool Begin(string what)
    {
        if (SiteOptions.StartOf(what) is not { } start)
        {
            return false;
        }

        Change(start);
        return true;
    }

    /// <summary>Answers one request.</summary>
    /// <param name="kind">Query or setter; damaged for one whose checksum does not fit; noise for a word of the PI30 family.</param>
    /// <param name="body">The body of a query or setter; every byte, the CR included, of anything else.</param>
    /// <returns>The whole frame; empty when the unit stays silent.</returns>
    public byte[] Answer(FrameKind kind, ReadOnlySpan<byte> body)
    {
        lock (gate)
        {
            if (kind == FrameKind.Damaged && !quirks.RequireChecksum && LenientRequest.TryRead(body, out FrameKind read, out ReadOnlySpan<byte> inside))
            {
                return Answer(read, inside);
            }

            string text = Note(kind, body);
            return kind switch
            {
                FrameKind.Query => AnswerQuery(text),
                FrameKind.Setter => Obey(text) ? FrameWriter.Accepted.ToArray() : FrameWriter.Refused.ToArray(),
                FrameKind.Damaged => FrameWriter.Refused.ToArray(),
                FrameKind.Noise when body.StartsWith("Q"u8) => "(NAKss\r"u8.ToArray(),
                _ => [],
            };
        }
    }

    /// <summary>Answers the first request in <paramref name="request"/>, header, checksum and CR included.</summary>
    /// <returns>The whole frame; empty when there is no whole request, or the unit stays silent.</returns>
    public byte[] Answer(ReadOnlySpan<byte> request)
    {
        var reader = new RequestReader();
        foreach (byte b in request)
        {
            reader.Feed(b);
            if (reader.TryNext(out ReceivedRequest received))
            {
                return Answer(received.Kind, received.Body);
            }
        }

        return [];
    }

    /// <summary>Writes a request into the log.</summary>
    /// <returns>Its text.</returns>
    internal string Note(FrameKind kind, ReadOnlySpan<byte> body)
    {
        string text = Encoding.Latin1.GetString(body).TrimEnd('\r');
        lock (gate)
        {
            if (log.Count == LongestLog)
            {
                log.Dequeue();
            }

            log.Enqueue(new SimulatedRequest(clock.GetUtcNow().UtcDateTime, kind, text));
        }

        return text;
    }

    /// <summary>The answer to a query, without any of its effects.</summary>
    internal byte[] Peek(string query) => QueryBook.Body(this, query) is { } body ? FrameWriter.Encode(FrameKind.Answer, body) : FrameWriter.Refused.ToArray();

    private byte[] AnswerQuery(string query) => query == RatedInformation.Query.Command
        ? FrameWriter.Encode(FrameKind.Answer, ReadSettings().ToBody())
        : Peek(query);

    /// <summary>PIRI lags the write [live]: the first reads after it show what was before.</summary>
    private RatedInformation ReadSettings()
    {
        if (staleReads > 0 && shown is not null)
        {
            staleReads--;
            return shown;
        }

        shown = null;
        Become(state with { Status = state.Status with { SettingsChanged = false } });
        return state.Rated;
    }

    /// <summary>From now on the settings are shown as they are, without a lag.</summary>
    internal void ShowNow()
    {
        lock (gate)
        {
            (shown, staleReads) = (null, 0);
        }
    }

    private bool Obey(string setter)
    {
        if (SetterBook.Apply(this, setter) is not { } after)
        {
            return false;
        }

        if (after == state)
        {
            return true;
        }

        if (after.Rated != state.Rated)
        {
            shown = staleReads > 0 ? shown ?? state.Rated : state.Rated;
            staleReads = quirks.ReadBackLag;
        }

        Become(after with { Status = after.Status with { SettingsChanged = true } });
        return true;
    }

    private void Become(UnitState after)
    {
        state = after;
        Changed?.Invoke(after);
    }
}
