using Lvx.Core;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Sessions;

/// <summary>An answer does not say to which question it belongs: what is late, or said twice, must never be taken for the answer to something else.</summary>
public sealed class OwedAnswerTests
{
    // Quick, so that some hundreds of pairs can be tried; nothing here depends on the machine being fast, since only safety is asserted.
    private static readonly SessionOptions Quick = new() { QueryTimeout = TimeSpan.FromMilliseconds(240) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Query[] Questions =>
    [
        .. QueryCatalogue.WithoutArgument, SolarEnergy.OfYear(2025), SolarEnergy.OfYear(2026), SolarEnergy.OfMonth(2026, 4), SolarEnergy.OfDay(new DateOnly(2026, 4, 26)),
        ParallelStatus.Query(0), ParallelStatus.Query(1), ParallelRating.Query(0), ParallelRating.Query(1),
    ];

    [Fact]
    public void A_late_answer_is_never_taken_for_the_answer_to_the_next_question_whichever_two_they_are()
    {
        (Query First, Query Second)[] pairs = [.. from first in Questions from second in Questions where first.Command != second.Command select (first, second)];
        int answered = 0;
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();

        OnThreads.ForEach(pairs, 64, pair =>
        {
            bool late = false;
            var unit = new ScriptedUnit
            {
                Script = Except((command, _) => late && command == pair.First.Command ? [After(320, Body(command))] : null),
            };
            using Session session = Sessions.Open(unit, options: Quick);
            late = true;
            bool timedOut = !Right(session, pair.First, wrong);
            late = false;
            if (Right(session, pair.Second, wrong) && timedOut)
            {
                Interlocked.Increment(ref answered);
            }
        });

        Assert.Empty(wrong);
        Assert.True(answered > pairs.Length / 2, $"only {answered} of {pairs.Length} pairs had a time-out and then an answer: the test shows too little");
    }

    /// <summary>Whether an answer came; on a busy machine even the late one may come in time, or a prompt one too late. A wrong one is noted.</summary>
    private static bool Right(Session session, Query query, System.Collections.Concurrent.ConcurrentBag<string> wrong)
    {
        try
        {
            string raw = session.AskAny(query, Token).Raw;
            if (raw != Body(query.Command))
            {
                wrong.Add($"{query}: {raw}");
            }

            return true;
        }
        catch (LvxException error) when (error.Error == LvxError.DeviceTimeout)
        {
            return false;
        }
    }

    [Fact]
    public void An_answer_said_twice_is_never_taken_for_the_answer_to_the_next_question_whichever_two_they_are()
    {
        foreach (Query first in Questions)
        {
            foreach (Query second in Questions.Where(second => second.Command != first.Command))
            {
                var unit = new ScriptedUnit { Script = Except((command, _) => command == first.Command ? [Now(Body(command)), Now(Body(command))] : null) };
                using Session session = Sessions.Open(unit);

                Assert.Equal(Body(first.Command), session.AskAny(first, Token).Raw);
                Assert.Equal(Body(second.Command), session.AskAny(second, Token).Raw);
            }
        }
    }

    [Fact]
    public void An_answer_said_twice_with_a_pause_is_not_taken_for_the_next_answer_of_the_same_shape()
    {
        // The copy comes after the next question has left: only its being the same to the letter gives it away.
        var unit = new ScriptedUnit
        {
            Script = Except((command, _) => command == "ET" ? [Now(Body(command)), After(60, Body(command))] : null),
        };
        using Session session = Sessions.Open(unit);

        Assert.Equal(1, session.Ask(SolarEnergy.Total, Token).Answer.Energy);
        Assert.Equal(2026, session.Ask(SolarEnergy.OfYear(2026), Token).Answer.Energy);
    }

    [Fact]
    public void When_a_question_was_asked_twice_its_second_answer_is_not_taken_for_that_of_the_next()
    {
        // A foreign answer first, the true one late: by then the question has been asked again, and the second reading differs from the first.
        string again = Body("PGS0").Replace("050,112", "051,113", StringComparison.Ordinal);
        var unit = new ScriptedUnit
        {
            Script = Except((command, time) => (command, time) switch
            {
                ("PGS0", 1) => [Now("05"), After(800, Body("PGS0"))],
                ("PGS0", 2) => [After(150, again)],
                _ => null,
            }),
        };
        using Session session = Sessions.Open(unit);

        Assert.Equal(Body("PGS0"), session.AskAny(ParallelStatus.Query(0), Token).Raw);
        Assert.Equal(2, unit.Asked.Count(command => command == "PGS0"));
        Assert.Equal(Body("PGS1"), session.AskAny(ParallelStatus.Query(1), Token).Raw);
    }

    [Fact]
    public void Two_answers_that_are_truly_alike_are_both_taken()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command is "ACCT" or "ACLT" ? [Now("0000,0000")] : null) };
        using Session session = Sessions.Open(unit);

        Assert.Equal(TimeOnly.MinValue, session.Ask(TimeWindow.AcCharge, Token).Answer.From);
        Assert.Equal(TimeOnly.MinValue, session.Ask(TimeWindow.AcLoad, Token).Answer.From);
        Assert.Equal(["PI", "ID", "ACCT", "ACLT", "ID"], unit.Asked);
    }

    [Fact]
    public void Who_the_unit_is_is_never_taken_for_the_answer_to_a_question_of_any_shape_that_it_does_not_answer()
    {
        // An answer to a question that no catalogue knows can have any shape, that of the ID too.
        Query unknown = Unknown("AFT");
        var unit = new ScriptedUnit { Script = Except((command, _) => command == unknown.Command ? [] : null) };
        using Session session = Sessions.Open(unit);

        LvxException error = Assert.Throws<LvxException>(() => session.AskAny(unknown, Token));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.Contains("AFT got no answer within 1.2 s: the unit answers, but not this.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_the_unit_is_said_twice_is_not_taken_for_the_answer_to_a_question_of_any_shape()
    {
        Query unknown = Unknown("AFT");
        var unit = new ScriptedUnit
        {
            Script = Except((command, time) => (command, time) switch
            {
                ("ID", 1) => [Now(Body(command)), After(60, Body(command))],
                ("AFT", 1) => [],
                ("AFT", _) => [Now("77")],
                _ => null,
            }),
        };
        using Session session = Sessions.Open(unit);

        Assert.Equal("77", session.AskAny(unknown, Token).Raw);
    }

    [Fact]
    public void After_a_time_out_nothing_is_asked_before_the_unit_has_said_its_serial_number_again()
    {
        bool silent = false;
        var unit = new ScriptedUnit { Script = Except((_, _) => silent ? [] : null) };
        using Session session = Sessions.Open(unit);
        silent = true;
        Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));
        silent = false;

        session.Ask(WorkingMode.Query, Token);

        // The ID before the last was asked beside GS, while that was waited for.
        Assert.Equal(["PI", "ID", "GS", "ID", "ID", "MOD"], unit.Asked);
    }

    [Fact]
    public void A_late_mode_of_a_unit_without_a_serial_number_is_not_taken_for_another_protocol()
    {
        // Such a unit is asked PI in place of ID, and a mode has the same shape as its answer.
        bool late = false;
        var unit = new ScriptedUnit
        {
            Script = Except((command, _) => command switch
            {
                "ID" => [Now(FrameWriter.Refused.ToArray())],
                "MOD" when late => [After(1500, Body("MOD"))],
                _ => null,
            }),
        };
        using Session session = Sessions.Open(unit);
        late = true;
        Assert.Throws<LvxException>(() => session.Ask(WorkingMode.Query, Token));

        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
    }

    [Fact]
    public void Another_unit_on_the_line_after_a_time_out_is_an_error()
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

        LvxException error = Assert.Throws<LvxException>(() => session.Ask(WorkingMode.Query, Token));

        Assert.Equal(LvxError.UnitChanged, error.Error);
        Assert.Contains("96132206109999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_said_twice_is_taken_neither_for_that_of_the_next_question_nor_for_the_second_of_its_own()
    {
        byte[] refused = FrameWriter.Refused.ToArray();
        var unit = new ScriptedUnit
        {
            Script = Except((command, time) => command switch
            {
                "EY2025" => [(TimeSpan.Zero, refused), (TimeSpan.FromMilliseconds(20), refused)],
                "EY2027" when time == 1 => [(TimeSpan.Zero, refused), (TimeSpan.FromMilliseconds(20), refused)],
                _ when command.StartsWith('E') => [After(20, Body(command))],
                _ => null,
            }),
        };
        using Session session = Sessions.Open(unit);

        Assert.Equal(LvxError.QueryRefused, Assert.Throws<LvxException>(() => session.Ask(SolarEnergy.OfYear(2025), Token)).Error);
        foreach (int year in (int[])[2026, 2027, 2028])
        {
            Assert.Equal(year, session.Ask(SolarEnergy.OfYear(year), Token).Answer.Energy);
        }

        Assert.Equal(2, unit.Asked.Count(command => command == "EY2025"));
    }

    private static Query Unknown(string text) => QueryCatalogue.TryParse(text, out Query? query, out _) ? query : throw new ArgumentException(text);
}
