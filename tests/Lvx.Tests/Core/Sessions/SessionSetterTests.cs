using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Sessions;

public sealed class SessionSetterTests
{
    private static readonly byte[] Accepted = FrameWriter.Accepted.ToArray();
    private static readonly byte[] Refused = FrameWriter.Refused.ToArray();
    private static readonly Setter Pop1 = Setters.OutputSourcePriority(OutputSourcePriority.SolarBatteryUtility);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Troubles => ["silence", "damaged", "echo", "lost", "stray", "late"];

    [Fact]
    public void Accepted_and_refused_are_told_as_the_unit_said_them()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => command == "set POP1" ? [Now(time == 1 ? Accepted : Refused)] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(SetterOutcome.Accepted, session.Tell(Pop1, Token).Outcome);
        Assert.Equal(SetterOutcome.Refused, session.Tell(Pop1, Token).Outcome);
    }

    [Fact]
    public void A_stray_answer_before_the_unit_s_word_is_passed_over()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "set POP1" ? [Now(Body("GS")), Now(Accepted)] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(SetterOutcome.Accepted, session.Tell(Pop1, Token).Outcome);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_setter_is_sent_once_whatever_becomes_of_its_answer(string trouble)
    {
        var unit = new ScriptedUnit
        {
            Script = Except((command, _) => command != "set POP1" ? null : trouble switch
            {
                "damaged" => [Now([0x5E, 0x31, 0x0B, 0xC3, 0x0D])],
                "echo" => [Now(Pop1.Request.ToArray())],
                "lost" => [Lost()],
                "stray" => [Now(Body("MOD"))],
                "late" => [(TimeSpan.FromMilliseconds(500), Accepted)],
                _ => [],
            }),
        };
        using Session session = Sessions.Open(unit);
        var waited = Stopwatch.StartNew();

        SetterReply reply = session.Tell(Pop1, Token);

        Assert.Equal(SetterOutcome.Unknown, reply.Outcome);
        Assert.NotEmpty(reply.Cause);
        Assert.True(waited.ElapsedMilliseconds < 4000, $"{waited.ElapsedMilliseconds} ms");
        Assert.Equal(1, unit.Asked.Count(command => command == "set POP1"));

        // And what comes late is not taken for anything else.
        Assert.Equal(OperatingMode.Hybrid, session.Ask(WorkingMode.Query, Token).Answer.Mode);
        Assert.Equal(1, unit.Asked.Count(command => command == "set POP1"));
    }

    [Fact]
    public void After_a_time_out_no_setter_is_sent_before_the_unit_has_said_its_serial_number_again()
    {
        bool silent = false;
        var unit = new ScriptedUnit { Script = Except((command, _) => silent ? [] : command == "set POP1" ? [Now(Accepted)] : null) };
        using Session session = Sessions.Open(unit);
        silent = true;
        Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));
        silent = false;

        Assert.Equal(SetterOutcome.Accepted, session.Tell(Pop1, Token).Outcome);

        // The ID before the last was asked beside GS, while that was waited for.
        Assert.Equal(["PI", "ID", "GS", "ID", "ID", "set POP1"], unit.Asked);
    }

    [Fact]
    public void A_setter_is_not_sent_to_another_unit_that_answers_after_a_time_out()
    {
        bool silent = false;
        bool swapped = false;
        var unit = new ScriptedUnit
        {
            Script = Except((command, _) => silent ? [] : swapped && command == "ID" ? [Now(Lvx.Pi18.SerialNumber.ToWire("96132206109999"))] : null),
        };
        using Session session = Sessions.Open(unit);
        silent = true;
        Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));
        (silent, swapped) = (false, true);

        LvxException error = Assert.Throws<LvxException>(() => session.Tell(Pop1, Token));

        Assert.Equal(LvxError.UnitChanged, error.Error);
        Assert.DoesNotContain("set POP1", unit.Asked);
    }

    [Fact]
    public void A_setter_whose_answer_was_waited_for_when_it_was_cancelled_is_unknown_and_not_unsent()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command == "set POP1" ? [] : null) };
        using Session session = Sessions.Open(unit);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        SetterReply reply = session.Tell(Pop1, cancel.Token);

        Assert.Equal(SetterOutcome.Unknown, reply.Outcome);
        Assert.Contains("cancelled", reply.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setter_that_was_cancelled_beforehand_is_not_sent()
    {
        var unit = new ScriptedUnit();
        using Session session = Sessions.Open(unit);

        Assert.ThrowsAny<OperationCanceledException>(() => session.Tell(Pop1, new CancellationToken(canceled: true)));

        Assert.DoesNotContain("set POP1", unit.Asked);
    }
}
