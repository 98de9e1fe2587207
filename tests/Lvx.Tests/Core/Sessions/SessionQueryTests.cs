using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Sessions;

public sealed class SessionQueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_unit_says_its_protocol_and_its_serial_number_before_anything_else()
    {
        var unit = new ScriptedUnit();

        using Session session = Sessions.Open(unit);

        Assert.Equal("96132206100001", session.SerialNumber);
        Assert.Equal(["PI", "ID"], unit.Asked);
    }

    [Fact]
    public void An_answer_comes_decoded_with_its_raw_text_and_its_time()
    {
        DateTime before = DateTime.UtcNow;
        using Session session = Sessions.Open(new ScriptedUnit());

        Reply<GeneralStatus> reply = session.Ask(GeneralStatus.Query, Token);

        Assert.Equal(55.1m, reply.Answer.BatteryVoltage);
        Assert.Equal(Body("GS"), reply.Raw);
        Assert.Equal(DateTimeKind.Utc, reply.Timestamp.Kind);
        Assert.InRange(reply.Timestamp, before, DateTime.UtcNow);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("30")]
    public void A_unit_of_another_protocol_is_refused_and_nothing_else_is_asked(string protocol)
    {
        var unit = new ScriptedUnit { Script = (_, _) => [Now(protocol)] };

        LvxException error = Assert.Throws<LvxException>(() => Sessions.Open(unit));

        Assert.Equal(LvxError.NotPi18, error.Error);
        Assert.Contains(protocol, error.Message, StringComparison.Ordinal);
        Assert.All(unit.Asked, command => Assert.Equal("PI", command));
    }

    [Fact]
    public void A_unit_that_refuses_the_way_PI30_does_is_named_so()
    {
        var unit = new ScriptedUnit { Script = (_, _) => [Now("(NAKss\r"u8.ToArray())] };

        LvxException error = Assert.Throws<LvxException>(() => Sessions.Open(unit));

        Assert.Equal(LvxError.NotPi18, error.Error);
        Assert.Contains("PI30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_mode_of_somebody_elses_question_is_not_taken_for_the_protocol()
    {
        // "05" has the shape of an answer to PI: the mode that an earlier program asked for and did not wait for.
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("PI", 1) ? [Now("05"), Now("18")] : null) };

        using Session session = Sessions.Open(unit);

        Assert.Equal(Serial, session.SerialNumber);
    }

    [Fact]
    public void A_unit_that_refuses_its_serial_number_is_used_without_one()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "ID" ? [Now(FrameWriter.Refused.ToArray())] : null) };

        using Session session = Sessions.Open(unit);

        Assert.Null(session.SerialNumber);
        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
    }

    [Fact]
    public void A_passing_refusal_is_asked_once_more()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("MOD", 1) ? [Now(FrameWriter.Refused.ToArray())] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
        Assert.Equal(2, unit.Asked.Count(command => command == "MOD"));
    }

    [Fact]
    public void A_refusal_that_stands_is_an_error_after_two_questions()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "GMN" ? [Now(FrameWriter.Refused.ToArray())] : null) };
        using Session session = Sessions.Open(unit);

        LvxException error = Assert.Throws<LvxException>(() => session.Ask(MachineModel.Query, Token));

        Assert.Equal(LvxError.QueryRefused, error.Error);
        Assert.Contains("GMN", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripted", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, unit.Asked.Count(command => command == "GMN"));
    }

    [Fact]
    public void A_unit_that_takes_only_the_printed_length_is_asked_with_it_in_the_end()
    {
        int lengths = 0;
        var unit = new ScriptedUnit { Script = Except((command, time) => command == "FWS" && (lengths = time) < 3 ? [Now(FrameWriter.Refused.ToArray())] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(0, session.Ask(FaultStatus.Query, Token).Answer.FaultCode);
        Assert.Equal(3, lengths);
        Assert.Equal("^P005FWS"u8.ToArray(), FaultStatus.Query.PrintedRequest!.Value[..8].ToArray());
    }

    [Fact]
    public void A_damaged_answer_is_asked_for_again()
    {
        byte[] damaged = Frame(Body("GS"));
        damaged[20] ^= 1;
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [Now(damaged)] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        Assert.Equal(2, unit.Asked.Count(command => command == "GS"));
    }

    [Fact]
    public void Only_damaged_answers_are_an_error_that_counts_them_after_three_questions()
    {
        byte[] damaged = Frame(Body("MOD"));
        damaged[^2] ^= 0x40;
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "MOD" ? [Now(damaged)] : null) };
        using Session session = Sessions.Open(unit);

        LvxException error = Assert.Throws<LvxException>(() => session.Ask(WorkingMode.Query, Token));

        Assert.Equal(LvxError.AnswerDamaged, error.Error);
        Assert.Contains("3 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, unit.Asked.Count(command => command == "MOD"));
    }

    [Fact]
    public void A_broken_off_answer_is_asked_for_again()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [Now(Frame(Body("GS"))[..60])] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
    }

    [Fact]
    public void A_lost_question_is_asked_again_when_the_unit_still_says_who_it_is()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        Assert.Equal(["PI", "ID", "GS", "ID", "GS"], unit.Asked);
    }

    [Fact]
    public void A_slow_answer_within_the_deadline_counts()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [After(800, Body("GS"))] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        Assert.Equal(1, unit.Asked.Count(command => command == "GS"));
        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
    }

    [Fact]
    public void A_silent_unit_is_an_error_at_the_deadline_that_names_device_question_and_cause()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("PI", 1) ? null : []) };
        var waited = Stopwatch.StartNew();

        LvxException error = Assert.Throws<LvxException>(() => Sessions.Open(unit));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.Equal("scripted: ID got no answer within 1.2 s: the line was silent.", error.Message);
        Assert.InRange(waited.ElapsedMilliseconds, 1190, 5000);
    }

    [Fact]
    public void An_echo_before_the_answer_is_passed_over()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "GS" ? [Now(GeneralStatus.Query.Request.ToArray()), Now(Body("GS"))] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
    }

    [Fact]
    public void Nothing_but_an_echo_is_named_so()
    {
        var unit = new ScriptedUnit { Script = (command, _) => [Now(FrameWriter.Encode(FrameKind.Query, command))] };

        LvxException error = Assert.Throws<LvxException>(() => Sessions.Open(unit));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.Contains("echo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_to_another_question_is_not_taken()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [Now(Body("PIRI"))] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
    }

    [Fact]
    public void Answers_to_other_questions_only_are_an_error_that_shows_the_last()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "GS" ? [Now("05")] : null) };
        using Session session = Sessions.Open(unit);

        LvxException error = Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));

        Assert.Equal(LvxError.AnswerUnexpected, error.Error);
        Assert.Contains("^D00505", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_only_is_named_so()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "GS" ? [Now([0xFF, 0x41, 0x0D])] : null) };
        using Session session = Sessions.Open(unit);

        LvxException error = Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.Contains("noise", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_is_no_noise()
    {
        byte[] padded = [.. Frame(Body("GS")), 0, 0, 0, 0, 0];
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "GS" ? [Now(padded)] : null) };
        using Session session = Sessions.Open(unit);

        session.Ask(GeneralStatus.Query, Token);
        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
        Assert.Equal(["PI", "ID", "GS", "MOD"], unit.Asked);
    }

    [Fact]
    public void A_read_only_link_carries_no_setter()
    {
        var unit = new ScriptedUnit();
        using Session session = Sessions.Open(unit, LinkAccess.ReadOnly);

        LvxException error = Assert.Throws<LvxException>(() => session.Tell(Setters.OutputSourcePriority(OutputSourcePriority.SolarBatteryUtility), Token));

        Assert.Equal(LvxError.LinkReadOnly, error.Error);
        Assert.DoesNotContain(unit.Asked, command => command.StartsWith("set", StringComparison.Ordinal));
    }

    [Fact]
    public void Cancelling_ends_the_wait_at_once_and_the_next_question_is_sound()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [After(1500, Body("GS"))] : null) };
        using Session session = Sessions.Open(unit, options: new() { QueryTimeout = TimeSpan.FromSeconds(5) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var waited = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => session.Ask(GeneralStatus.Query, cancel.Token));
        Assert.InRange(waited.ElapsedMilliseconds, 40, 1400);

        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
    }
}
