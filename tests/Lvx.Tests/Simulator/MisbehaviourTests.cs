using System.Diagnostics;
using Lvx.Core;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class MisbehaviourTests
{
    private static readonly byte[] Answer = Frames.Unit().Answer(Frames.Query("GS"));

    [Theory]
    [InlineData("silence", MisbehaviourKind.Silence, null, null, null)]
    [InlineData("late=4.5@GS", MisbehaviourKind.Late, 4.5, "GS", null)]
    [InlineData("bad-crc*2", MisbehaviourKind.BadCrc, null, null, 2)]
    [InlineData(" trickle=0.01@PGS0*3 ", MisbehaviourKind.Trickle, 0.01, "PGS0", 3)]
    [InlineData("unplug=2@piri", MisbehaviourKind.Unplug, 2.0, "PIRI", null)]
    [InlineData("revert=0.5@MCHGV*1", MisbehaviourKind.Revert, 0.5, "MCHGV", 1)]
    public void A_misbehaviour_is_read_from_its_text(string text, MisbehaviourKind kind, double? seconds, string? command, int? times)
    {
        Misbehaviour read = Assert.Single(Misbehaviour.Parse(text));
        Assert.Equal((kind, seconds, command, times), (read.Kind, read.Duration?.TotalSeconds, read.Command, read.Times));
        Assert.Equal(read, Assert.Single(Misbehaviour.Parse(read.ToString())));
    }

    [Fact]
    public void Every_kind_has_a_text_of_its_own()
    {
        foreach (MisbehaviourKind kind in Enum.GetValues<MisbehaviourKind>())
        {
            Assert.Equal(kind, Assert.Single(Misbehaviour.Parse(new Misbehaviour { Kind = kind }.ToString())).Kind);
        }

        Assert.Equal(2, Misbehaviour.Parse("late@GS*1,bad-crc*2").Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sulk")]
    [InlineData("late,")]
    [InlineData("late=x")]
    [InlineData("late=-1")]
    [InlineData("late=NaN")]
    [InlineData("late=1e9")]
    [InlineData("refuse=1")]
    [InlineData("ignore=1")]
    [InlineData("stray=1")]
    [InlineData("refuse@")]
    [InlineData("refuse@G S")]
    [InlineData("refuse*0")]
    [InlineData("refuse*many")]
    public void A_text_without_that_form_is_refused_with_the_list_of_kinds(string text)
    {
        LvxException error = Assert.Throws<LvxException>(() => Misbehaviour.Parse(text));
        Assert.Equal(LvxError.ArgumentInvalid, error.Error);
        Assert.Contains("silence, late, bad-crc, wrong-length, garbage, truncate, refuse, double, other, unplug, padding, trickle, ignore, revert, stray", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GS", "GS", true)]
    [InlineData("GS", "PGS0", false)]
    [InlineData("PI", "PIRI", false)]
    [InlineData("PGS", "PGS0", true)]
    [InlineData("POP", "POP1", true)]
    [InlineData("POP0", "POP1", false)]
    [InlineData("MCHGC", "MCHGC0,060", true)]
    [InlineData("MCHGC", "MCHGCR", false)]
    public void A_command_stands_for_itself_with_any_argument(string command, string request, bool concerns) =>
        Assert.Equal(concerns, Assert.Single(Misbehaviour.Parse("refuse@" + command)).Concerns(request));

    [Fact]
    public void Silence_swallows_the_request()
    {
        SimulatedUnit unit = Frames.Unit();
        SimulatedLine line = Line(unit, "silence*1");
        Assert.Empty(line.Through(Frames.Setter("POP0")));
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.State.Rated.OutputSourcePriority);
        Assert.Equal("POP0", Assert.Single(unit.Log).Text);
        Assert.Equal(FrameWriter.Accepted.ToArray(), line.Through(Frames.Setter("POP0")));
    }

    [Fact]
    public void A_late_answer_keeps_the_unit_from_further_questions()
    {
        SimulatedLine line = Line(Frames.Unit(), "late@GS*1");
        long now = Stopwatch.GetTimestamp();
        Assert.Empty(line.Through(Frames.Query("GS"), now));
        Assert.Empty(line.Through(Frames.Query("PI"), now + Seconds(1)));
        Assert.Empty(line.TakeAll(now + Seconds(3.99)));
        Assert.Equal(now + Seconds(4), line.NextDue);
        Assert.Equal([.. Answer, .. Frames.Unit().Answer(Frames.Query("PI"))], line.TakeAll(now + Seconds(4)));
        Assert.Null(line.NextDue);
    }

    [Fact]
    public void Bad_crc_damages_nothing_but_the_checksum()
    {
        byte[] given = Through("bad-crc");
        Assert.Equal(Answer[..^2], given[..^2]);
        Assert.Equal(Answer.Length, given.Length);
        Assert.Equal(FrameKind.Damaged, Assert.Single(Kinds(given)));
    }

    [Fact]
    public void Bad_crc_damages_every_answer_and_never_makes_a_byte_that_ends_one()
    {
        SimulatedUnit unit = Frames.Unit();
        for (int volts = 0; volts < 3000; volts++)
        {
            unit.Change(state => state with { Status = state.Status with { GridVoltage = volts / 10m } });
            byte[] given = Line(unit, "bad-crc").Through(Frames.Query("GS"));
            Assert.Equal(0x0D, Assert.Single(given, b => b == 0x0D));
            Assert.Equal(FrameKind.Damaged, Kinds(given)[0]);
            Assert.DoesNotContain(FrameKind.Answer, Kinds(given));
        }
    }

    [Fact]
    public void Wrong_length_has_a_checksum_that_fits()
    {
        byte[] given = Through("wrong-length");
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(given, out Frame frame, out _));
        Assert.False(frame.LengthFits);
        Assert.Equal(Answer[5..^3], frame.Body.ToArray());
        Assert.Equal(FrameWriter.Accepted.ToArray(), Line(Frames.Unit(), "wrong-length").Through(Frames.Setter("POP1")));
    }

    [Fact]
    public void Garbage_comes_before_a_sound_answer_and_holds_what_begins_and_ends_frames()
    {
        byte[] given = Through("garbage");
        byte[] noise = given[..^Answer.Length];
        Assert.Equal(Answer, given[^Answer.Length..]);
        Assert.All("^(\r"u8.ToArray(), sign => Assert.Contains(sign, noise));
        Assert.Equal(FrameKind.Answer, Kinds(given)[^1]);
    }

    [Fact]
    public void A_truncated_answer_is_never_continued()
    {
        SimulatedLine line = Line(Frames.Unit(), "truncate*1");
        byte[] given = line.Through(Frames.Query("GS"));
        Assert.Equal(Answer[..given.Length], given);
        Assert.InRange(given.Length, 2, Answer.Length - 4);
        Assert.Equal(Answer, line.Through(Frames.Query("GS")));
    }

    [Fact]
    public void Refuse_does_nothing_and_says_so()
    {
        SimulatedUnit unit = Frames.Unit();
        SimulatedLine line = Line(unit, "refuse*2");
        Assert.Equal(FrameWriter.Refused.ToArray(), line.Through(Frames.Query("GS")));
        Assert.Equal(FrameWriter.Refused.ToArray(), line.Through(Frames.Setter("POP0")));
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.State.Rated.OutputSourcePriority);
        Assert.Equal(Answer, line.Through(Frames.Query("GS")));
        Assert.Equal(3, unit.Log.Count);
    }

    [Fact]
    public void Double_says_it_twice() => Assert.Equal([.. Answer, .. Answer], Through("double"));

    [Theory]
    [InlineData("GS")]
    [InlineData("PIRI")]
    [InlineData("MOD")]
    [InlineData("ID")]
    [InlineData("DI")]
    [InlineData("PGS0")]
    [InlineData("MCHGCR")]
    public void Other_is_a_sound_answer_that_does_not_fit_the_question(string command)
    {
        byte[] given = Line(Frames.Unit(), "other").Through(Frames.Query(command));
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(given, out Frame frame, out _));
        Assert.True(QueryCatalogue.TryParse(command, out Query? query, out _));
        Assert.False(query.TryDecodeAny(frame.Body, out _));
    }

    [Fact]
    public void Unplugging_breaks_off_in_the_middle_and_forgets_what_was_asked()
    {
        SimulatedUnit unit = Frames.Unit();
        SimulatedLine line = Line(unit, "unplug=2*1");
        long now = Stopwatch.GetTimestamp();
        line.Receive([.. Frames.Query("GS"), .. Frames.Query("PI")], now);
        byte[] given = line.TakeAll(now);
        Assert.Equal(Answer[..(Answer.Length / 2)], given);
        Assert.Empty(line.TakeAll(now));
        Assert.Equal(1, line.Unplugged);
        Assert.Equal(2, line.AbsenceLeft(now).TotalSeconds, 3);
        Assert.Empty(line.Through(Frames.Query("GS"), now + Seconds(1)));
        Assert.Equal(TimeSpan.Zero, line.AbsenceLeft(now + Seconds(2)));
        Assert.Equal(Answer, line.Through(Frames.Query("GS"), now + Seconds(2)));
        Assert.Equal(["GS", "GS"], unit.Log.Select(entry => entry.Text));
    }

    [Fact]
    public void Padding_fills_up_reports_of_eight()
    {
        byte[] given = Through("padding");
        Assert.Equal(0, given.Length % 8);
        Assert.Equal(Answer, given[..Answer.Length]);
        Assert.All(given[Answer.Length..], b => Assert.Equal(0, b));
    }

    [Fact]
    public void Trickle_gives_a_byte_at_a_time()
    {
        SimulatedLine line = Line(Frames.Unit(), "trickle=0.1");
        long now = Stopwatch.GetTimestamp();
        Assert.Empty(line.Through(Frames.Query("PI"), now));
        Assert.Equal("^"u8.ToArray(), line.TakeAll(now + Seconds(0.11)));
        Assert.Equal("D0"u8.ToArray(), line.TakeAll(now + Seconds(0.31)));
        Assert.Equal(now + Seconds(0.4), line.NextDue!.Value);
    }

    [Fact]
    public void A_setter_whose_answer_is_damaged_was_applied_all_the_same()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.Equal(FrameKind.Damaged, Assert.Single(Kinds(Line(unit, "bad-crc@POP").Through(Frames.Setter("POP0")))));
        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, unit.State.Rated.OutputSourcePriority);
    }

    [Fact]
    public void Ignore_says_yes_and_does_nothing()
    {
        SimulatedUnit unit = Frames.Unit();
        UnitState before = unit.State;
        Assert.Equal(FrameWriter.Accepted.ToArray(), Line(unit, "ignore*1").Through(Frames.Setter("POP0")));
        Assert.Equal(before, unit.State);
        Assert.Equal("POP0", Assert.Single(unit.Log).Text);
    }

    [Fact]
    public void Revert_shows_the_new_value_at_once_and_then_the_old_one_and_keeps_what_was_set_since()
    {
        SimulatedUnit unit = Frames.Unit();
        unit.Quirks = unit.Quirks with { ReadBackLag = 2 };
        SimulatedLine line = Line(unit, "revert@POP*1");
        byte[] old = unit.Answer(Frames.Query("PIRI"));
        long now = Stopwatch.GetTimestamp();
        Assert.Equal(FrameWriter.Accepted.ToArray(), line.Through(Frames.Setter("POP0"), now));
        byte[] changed = line.Through(Frames.Query("PIRI"), now + Seconds(0.29));
        Assert.NotEqual(old, changed);
        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, unit.State.Rated.OutputSourcePriority);
        Assert.Equal(old, line.Through(Frames.Query("PIRI"), now + Seconds(0.31)));
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.State.Rated.OutputSourcePriority);

        line = Line(unit, "revert=1@POP*1");
        line.Through(Frames.Setter("POP0"), now);
        line.Through(Frames.Setter("PSDV470"), now + Seconds(0.5));
        line.TakeAll(now + Seconds(1));
        Assert.Equal((OutputSourcePriority.SolarBatteryUtility, 47.0m), (unit.State.Rated.OutputSourcePriority, unit.State.Rated.CutOffVoltage));
    }

    [Fact]
    public void Stray_changes_another_setting_beside_what_was_asked()
    {
        SimulatedUnit unit = Frames.Unit();
        bool? buzzer = unit.State.Flags.Buzzer;
        SimulatedLine line = Line(unit, "stray");
        Assert.Equal(FrameWriter.Accepted.ToArray(), line.Through(Frames.Setter("POP0")));
        Assert.Equal((OutputSourcePriority.SolarUtilityBattery, !buzzer), (unit.State.Rated.OutputSourcePriority, unit.State.Flags.Buzzer));

        bool? backlight = unit.State.Flags.Backlight;
        line.Through(Frames.Setter(buzzer == true ? "PEA" : "PDA"));
        Assert.Equal((buzzer, !backlight), (unit.State.Flags.Buzzer, unit.State.Flags.Backlight));
        UnitState before = unit.State;
        Assert.Equal(FrameWriter.Refused.ToArray(), line.Through(Frames.Setter("PSDV999")));
        Assert.Equal(before, unit.State);
    }

    [Theory]
    [InlineData("ignore*1")]
    [InlineData("revert*1")]
    [InlineData("stray*1")]
    public void What_goes_with_setters_leaves_questions_alone_and_is_not_used_up_by_them(string misbehave)
    {
        SimulatedUnit unit = Frames.Unit();
        SimulatedLine line = Line(unit, misbehave);
        SwitchFlags flags = unit.State.Flags;
        long now = Stopwatch.GetTimestamp();
        Assert.Equal(Answer, line.Through(Frames.Query("GS"), now));
        Assert.Equal(FrameWriter.Accepted.ToArray(), line.Through(Frames.Setter("POP0"), now));
        line.TakeAll(now + Seconds(1));
        Assert.True(unit.State.Rated.OutputSourcePriority == OutputSourcePriority.SolarBatteryUtility || unit.State.Flags != flags);
    }

    private static long Seconds(double seconds) => (long)(seconds * Stopwatch.Frequency);

    private static SimulatedLine Line(SimulatedUnit unit, string misbehave) => new(unit, new LineOptions { Misbehaviours = Misbehaviour.Parse(misbehave) });

    private static byte[] Through(string misbehave) => Line(Frames.Unit(), misbehave).Through(Frames.Query("GS"));

    private static List<FrameKind> Kinds(ReadOnlySpan<byte> bytes)
    {
        var kinds = new List<FrameKind>();
        while (!bytes.IsEmpty && FrameReader.TryRead(bytes, out Frame frame, out int consumed) != ReadOutcome.NeedMore)
        {
            kinds.Add(frame.Kind);
            bytes = bytes[consumed..];
        }

        return kinds;
    }
}
