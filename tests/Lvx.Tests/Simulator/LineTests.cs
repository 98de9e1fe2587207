using System.Diagnostics;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class LineTests
{
    private static readonly byte[] Request = Frames.Query("GS");
    private static readonly byte[] Answer = Frames.Unit().Answer(Request);

    [Fact]
    public void Without_a_speed_the_answer_is_there_at_once()
    {
        var line = new SimulatedLine(Frames.Unit(), new LineOptions());
        Assert.Equal(Answer, line.Through(Request));
        Assert.Null(line.NextDue);
    }

    [Fact]
    public void At_2400_baud_each_byte_takes_ten_bits_by_an_absolute_schedule()
    {
        var line = new SimulatedLine(Frames.Unit(), new LineOptions { Baud = 2400 });
        long start = Stopwatch.GetTimestamp();
        line.Receive(Request, start);
        Assert.Equal(Request.Length / 240.0, Since(start, line.NextDue!.Value), 4);
        for (int taken = 0; taken < Answer.Length; taken++)
        {
            // The request is taken up first; then byte after byte.
            _ = line.TakeAll(start + Ticks((Request.Length + taken + 0.5) / 240));
            Assert.Equal((Request.Length + taken + 1) / 240.0, Since(start, line.NextDue!.Value), 4);
            Assert.Equal([Answer[taken]], line.TakeAll(line.NextDue!.Value));
        }

        Assert.Null(line.NextDue);
    }

    [Fact]
    public void A_late_reader_finds_all_that_became_due()
    {
        var line = new SimulatedLine(Frames.Unit(), new LineOptions { Baud = 2400 });
        long start = Stopwatch.GetTimestamp();
        line.Receive(Request, start);
        Assert.Equal(Answer[..100], line.TakeAll(start + Ticks((Request.Length + 100.5) / 240)));
        Assert.Equal(Answer[100..], line.TakeAll(start + Ticks(2)));
    }

    [Fact]
    public void Requests_are_taken_up_one_after_the_other()
    {
        SimulatedUnit unit = Frames.Unit();
        var line = new SimulatedLine(unit, new LineOptions { Baud = 2400 });
        long start = Stopwatch.GetTimestamp();
        line.Receive([.. Request, .. Request], start);
        double whole = (Request.Length + Answer.Length) / 240.0;
        Assert.Equal(Answer, line.TakeAll(start + Ticks(whole + 0.001)));
        Assert.Equal(Answer[..24], line.TakeAll(start + Ticks(whole + 0.1 + 0.001)));
        Assert.Equal(2, unit.Log.Count);
    }

    [Fact]
    public void A_request_in_pieces_and_after_noise_is_understood()
    {
        var line = new SimulatedLine(Frames.Unit(), new LineOptions());
        long now = Stopwatch.GetTimestamp();
        line.Receive([0, 0, 0xFF, .. "^P005"u8], now);
        foreach (byte b in Request)
        {
            Assert.Empty(line.TakeAll(now));
            line.Receive([b], now);
        }

        Assert.Equal(Answer, line.TakeAll(now));
    }

    [Fact]
    public void A_flood_is_bounded()
    {
        SimulatedUnit unit = Frames.Unit();
        var line = new SimulatedLine(unit, new LineOptions { Baud = 2400 });
        long now = Stopwatch.GetTimestamp();
        line.Receive(Enumerable.Repeat(Request, 1000).SelectMany(b => b).ToArray(), now);
        line.Receive(Enumerable.Repeat((byte)'Q', 100_000).ToArray(), now);
        line.Receive([.. "^D000"u8, .. Enumerable.Repeat((byte)'x', 5000)], now);
        line.Leave();
        Assert.Equal(64, unit.Log.Count);
    }

    [Fact]
    public void What_was_sent_reaches_the_unit_though_the_sender_left()
    {
        SimulatedUnit unit = Frames.Unit();
        var line = new SimulatedLine(unit, new LineOptions { Baud = 2400 });
        line.Receive(Frames.Setter("POP0"), Stopwatch.GetTimestamp());
        Assert.Empty(unit.Log);
        line.Leave();
        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, unit.State.Rated.OutputSourcePriority);
    }

    private static double Since(long start, long end) => (end - start) / (double)Stopwatch.Frequency;

    private static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);
}
