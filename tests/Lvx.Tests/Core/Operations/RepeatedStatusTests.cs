using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Tests.Core.Sessions;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Operations;

public sealed class RepeatedStatusTests
{
    private const string One = "96132206100001";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_port_stays_open_and_what_does_not_change_is_not_asked_again()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One);

        LvxStatus?[] statuses = [.. Repeat(unit, 3).Select(outcome => outcome.Value)];

        Assert.Equal(3, statuses.OfType<LvxStatus>().Count());
        Assert.Equal(1, unit.Opened);
        Assert.Equal(["PI", "ID", "VFW", "PIRI", "GS", "MOD", "FWS", "GS", "MOD", "FWS", "GS", "MOD", "FWS"], unit.Asked);
    }

    [Fact]
    public void When_the_unit_says_that_its_settings_changed_they_are_read_again()
    {
        string changed = Body("GS").Replace("2101,2089,0,", "2101,2089,1,", StringComparison.Ordinal);
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, time) => (command, time) is ("GS", 2) ? [Now(changed)] : null);

        _ = Repeat(unit, 3).Count();

        Assert.Equal(2, unit.Asked.Count(command => command == "PIRI"));
    }

    [Fact]
    public void A_unit_that_failed_comes_back_by_itself()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, time) => command == "GS" && time is >= 2 and <= 4 ? [Now("05")] : null);

        UnitOutcome<LvxStatus>[] outcomes = [.. Repeat(unit, 3)];

        Assert.Equal(One, outcomes[0].Value?.SerialNumber);
        Assert.Equal(LvxError.AnswerUnexpected, outcomes[1].Error?.Error);
        Assert.Equal(One, outcomes[2].Value?.SerialNumber);
        Assert.Equal(2, unit.Opened);
    }

    [Fact]
    public void A_unit_that_was_not_asked_for_is_let_go_of_and_left_alone_as_long_as_the_wanted_one_is_there()
    {
        const string two = "96132206100002";
        ScriptedUnit stranger = ScriptedSite.Unit(One);
        ScriptedUnit wanted = ScriptedSite.Unit(two);
        (UnitAccess access, UnitSelection selection) =
            ScriptedSite.Of(new Dictionary<string, ScriptedUnit> { ["a"] = stranger, ["b"] = wanted }, two);

        foreach (IEnumerable<UnitOutcome<LvxStatus>> reading in new StatusOperation(access).Repeat(selection, TimeSpan.FromMilliseconds(1), 3, new RecordingHost(Token)))
        {
            Assert.Equal(two, Assert.Single(reading).Value?.SerialNumber);
            Assert.Equal((1, 1), (stranger.Opened, stranger.Closed));
            Assert.Equal((1, 0), (wanted.Opened, wanted.Closed));
        }
    }

    [Fact]
    public void Cancelling_between_two_readings_ends_at_once()
    {
        using var cancel = new CancellationTokenSource();
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(new Dictionary<string, ScriptedUnit> { ["a"] = ScriptedSite.Unit(One) });
        var waited = new Stopwatch();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (IEnumerable<UnitOutcome<LvxStatus>> reading in
                new StatusOperation(access).Repeat(selection, TimeSpan.FromMinutes(10), null, new RecordingHost(cancel.Token)))
            {
                Assert.Single(reading);
                waited.Start();
                cancel.CancelAfter(30);
            }
        });

        Assert.True(waited.ElapsedMilliseconds < 5000, $"{waited.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Cancelling_in_the_middle_of_a_silent_unit_ends_at_once()
    {
        using var cancel = new CancellationTokenSource();
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) =>
        {
            if (command != "GS")
            {
                return null;
            }

            cancel.CancelAfter(30);
            return [];
        });
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(new Dictionary<string, ScriptedUnit> { ["a"] = unit });
        access = access with { SessionOptions = new() { QueryTimeout = TimeSpan.FromMinutes(5) } };
        var waited = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => new StatusOperation(access).Read(selection, new RecordingHost(cancel.Token)).Count());

        Assert.True(waited.ElapsedMilliseconds < 5000, $"{waited.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Who_stops_listening_stops_the_reading()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One);
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(new Dictionary<string, ScriptedUnit> { ["a"] = unit });

        _ = new StatusOperation(access).Repeat(selection, TimeSpan.Zero, null, new RecordingHost(Token)).First().Count();

        Assert.Equal(1, unit.Asked.Count(command => command == "GS"));
    }

    private static IEnumerable<UnitOutcome<LvxStatus>> Repeat(ScriptedUnit unit, int count)
    {
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(new Dictionary<string, ScriptedUnit> { ["a"] = unit });
        return new StatusOperation(access).Repeat(selection, TimeSpan.FromMilliseconds(1), count, new RecordingHost(Token)).SelectMany(reading => reading.ToArray());
    }
}
