using System.Diagnostics;
using System.Text;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

/// <summary>Short ways to ask a simulated unit.</summary>
internal static class Frames
{
    public static byte[] Query(string command) => FrameWriter.Encode(FrameKind.Query, command);

    public static byte[] Setter(string command) => FrameWriter.Encode(FrameKind.Setter, command);

    /// <summary>The body of a frame that is the whole of <paramref name="bytes"/>, with a fitting length and checksum.</summary>
    public static string Body(byte[] bytes)
    {
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(bytes, out Frame frame, out int consumed));
        Assert.Equal(bytes.Length, consumed);
        Assert.Equal(FrameKind.Answer, frame.Kind);
        Assert.True(frame.LengthFits);
        return Encoding.Latin1.GetString(frame.Body);
    }

    public static TAnswer Ask<TAnswer>(this SimulatedUnit unit, Query<TAnswer> query)
        where TAnswer : Answer
    {
        byte[] body = Encoding.Latin1.GetBytes(Body(unit.Answer(query.Request.Span)));
        Assert.True(query.TryDecode(body, out TAnswer? answer));
        return answer;
    }

    public static bool Accepts(this SimulatedUnit unit, string setter)
    {
        byte[] answer = unit.Answer(Setter(setter));
        Assert.True(answer.AsSpan().SequenceEqual(FrameWriter.Accepted) || answer.AsSpan().SequenceEqual(FrameWriter.Refused));
        return answer.AsSpan().SequenceEqual(FrameWriter.Accepted);
    }

    public static bool Refuses(this SimulatedUnit unit, string query) => unit.Answer(Query(query)).AsSpan().SequenceEqual(FrameWriter.Refused);

    /// <summary>The settings as they stand once PIRI no longer lags.</summary>
    public static RatedInformation Settings(this SimulatedUnit unit)
    {
        for (int i = 0; i < unit.Quirks.ReadBackLag; i++)
        {
            unit.Ask(RatedInformation.Query);
        }

        return unit.Ask(RatedInformation.Query);
    }

    /// <summary>A unit of the pair.</summary>
    public static SimulatedUnit Unit(Quirks? quirks = null) => SimulatedSite.Pair(quirks).Units[0];

    /// <summary>A unit of the pair, not charging.</summary>
    public static SimulatedUnit IdleUnit(Quirks? quirks = null)
    {
        SimulatedUnit unit = Unit(quirks);
        unit.Change(state => state with { Status = state.Status with { BatteryDirection = BatteryDirection.Idle, BatteryChargeCurrent = 0 } });
        return unit;
    }

    /// <summary>All that a line without delay gives to one request.</summary>
    public static byte[] Through(this SimulatedLine line, byte[] request, long? at = null)
    {
        long now = at ?? Stopwatch.GetTimestamp();
        line.Receive(request, now);
        return line.TakeAll(now);
    }

    public static byte[] TakeAll(this SimulatedLine line, long now)
    {
        var taken = new byte[4096];
        return taken[..line.Take(taken, now)];
    }
}
