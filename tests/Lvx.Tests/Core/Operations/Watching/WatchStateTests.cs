using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

public sealed class WatchStateTests
{
    private readonly WatchBench bench = new();

    [Fact]
    public void A_healthy_system_has_no_events_however_often_it_is_read()
    {
        Assert.Empty(bench.TakeHealthy());
        Assert.Empty(bench.TakeHealthy());
    }

    [Fact]
    public void A_unit_that_works_by_itself_and_is_watched_by_itself_is_well()
    {
        var alone = new WatchBench(units: 1);
        UnitFacts unit = alone.Unit(1, Lvx6048.Alone);
        Assert.Equal(OutputMode.Single, unit.Status.OutputMode);

        Assert.Empty(alone.Take([unit]));
        Assert.True(alone.State.Report!.InSync);
        Assert.Equal(CheckOutcome.Skipped, alone.State.Report.Check("OutputMode")!.Outcome);
    }

    [Fact]
    public void A_fault_is_told_when_it_comes_and_when_it_goes_with_the_unit_and_the_time()
    {
        bench.TakeHealthy();
        bench.Clock.Pass(2);
        IReadOnlyList<LvxWatchEvent> raised = bench.Take([bench.Unit(1), bench.Unit(2, InFault)]);
        IReadOnlyList<LvxWatchEvent> again = bench.Take([bench.Unit(1), bench.Unit(2, InFault)]);
        IReadOnlyList<LvxWatchEvent> cleared = bench.TakeHealthy();

        Assert.Equal([LvxWatchEventKind.FaultRaised, LvxWatchEventKind.SyncLost], raised.Select(one => one.Kind));
        Assert.Equal((2, "lvx6048-2", WatchBench.Start.AddSeconds(2)), (raised[0].Unit, raised[0].Name, raised[0].Timestamp));
        Assert.Contains("83", raised[0].Text, StringComparison.Ordinal);
        Assert.Empty(again);
        Assert.Equal([LvxWatchEventKind.FaultCleared, LvxWatchEventKind.SyncRegained], cleared.Select(one => one.Kind));
    }

    [Fact]
    public void One_fault_after_another_is_both_told() => Assert.Equal(
        [LvxWatchEventKind.FaultCleared, LvxWatchEventKind.FaultRaised],
        [.. Twice(InFault, state => state with { Fault = new FaultStatus { FaultCode = 71 } }).Select(one => one.Kind)]);

    [Fact]
    public void Warnings_and_modes_are_told() => Assert.Equal(
        ["warning fan lock", "mode Charge -> Hybrid"],
        Twice(same => same, state => state with { Mode = OperatingMode.Hybrid, Fault = new FaultStatus { FaultCode = 0, Raised = Flag("fan lock") } }).Select(one => one.Text));

    [Fact]
    public void A_reading_that_a_unit_did_not_give_is_no_event() => Assert.Empty(
        Twice(InFault, state => state with { Fault = new FaultStatus { FaultCode = null, FlagCount = 0 } }));

    [Fact]
    public void What_is_there_when_watching_begins_is_told() =>
        Assert.Equal([LvxWatchEventKind.FaultRaised, LvxWatchEventKind.SyncLost], bench.Take([bench.Unit(1, InFault), bench.Unit(2)]).Select(one => one.Kind));

    [Fact]
    public void A_unit_that_falls_silent_keeps_its_values_which_grow_old_and_comes_back_by_itself()
    {
        bench.TakeHealthy();
        bench.Clock.Pass(40);
        IReadOnlyList<LvxWatchEvent> silent = bench.Take([bench.Unit(1)], 2);
        bench.Clock.Pass(2);

        WatchedUnit unit = bench.State.Units[1];
        Assert.Equal([LvxWatchEventKind.UnitSilent, LvxWatchEventKind.SyncLost], silent.Select(one => one.Kind));
        Assert.True(unit.IsStale);
        Assert.Equal(55.1m, unit.Last?.BatteryVoltage);
        Assert.Equal(TimeSpan.FromSeconds(42), bench.State.AgeOf(unit));
        Assert.Empty(bench.Take([bench.Unit(1)], 2));

        IReadOnlyList<LvxWatchEvent> back = bench.TakeHealthy();
        Assert.Equal([LvxWatchEventKind.UnitBack, LvxWatchEventKind.SyncRegained], back.Select(one => one.Kind));
        Assert.Equal("answers again, after 42s", back[0].Text);
        Assert.True(unit.IsAnswering);
    }

    [Fact]
    public void A_unit_that_never_answered_has_no_values_and_keeps_its_place()
    {
        bench.Take([bench.Unit(2)], 1);

        Assert.Equal(["lvx6048-1", "lvx6048-2"], bench.State.Units.Select(unit => unit.Name));
        Assert.False(bench.State.Units[0].IsStale);
        Assert.Null(bench.State.Units[0].Last);
        Assert.True(bench.State.Units[1].IsAnswering);
    }

    [Fact]
    public void All_units_silent_is_told_and_no_error()
    {
        bench.TakeHealthy();

        Assert.Equal(3, bench.Take([], 1, 2).Count);
        Assert.Null(bench.State.Totals.SolarPower.Value);
    }

    [Fact]
    public void A_unit_named_by_its_serial_number_is_known_again_on_another_device()
    {
        var byserial = new WatchBench(2, ["96132206100002"]);
        byserial.Take([byserial.Unit(2, device: "/dev/hidraw4")]);
        byserial.Take([byserial.Unit(2, device: "/dev/hidraw7")]);

        Assert.Equal("/dev/hidraw7", Assert.Single(byserial.State.Units).Device);
        Assert.Empty(byserial.State.Events);
    }

    [Fact]
    public void Figures_are_summed_averaged_and_shared()
    {
        bench.Take([bench.Unit(1, Grid), bench.Unit(2, state => Grid(state) with { Status = Grid(state).Status with { BatteryVoltage = 55.3m, BatteryCapacity = 95 } })]);

        WatchTotals totals = bench.State.Totals;
        Assert.Equal(6350, totals.SolarPower.Value);
        Assert.Equal(112, totals.BatteryCurrent.Value);
        Assert.Equal((55.1m * 55) + (55.3m * 57), totals.BatteryPower.Value);
        Assert.Equal(55.2m, totals.BatteryVoltage.Value);
        Assert.Equal(96, totals.BatteryPercent.Value);
        Assert.Equal(21_400, totals.SolarToday.Value);
        Assert.Equal(120.3m, totals.GridVoltage);
    }

    [Fact]
    public void A_figure_that_only_some_units_gave_says_of_how_many_it_is_and_is_a_gap_in_the_bars()
    {
        bench.TakeHealthy();
        bench.Take([bench.Unit(1)], 2);

        Assert.Equal("3120 W (1 of 2)", bench.State.Totals.SolarPower.Text("W"));
        Assert.Equal([6350m, null], bench.State.Samples.Select(sample => sample.SolarPower));
    }

    [Fact]
    public void A_figure_that_nobody_gave_is_no_value_and_not_0()
    {
        UnitState Mute(UnitState state) => state with { Status = state.Status with { Pv1Power = null, Pv2Power = null, BatteryVoltage = null, BatteryChargeCurrent = null, BatteryDischargeCurrent = null } };
        bench.Take([bench.Unit(1, Mute), bench.Unit(2, Mute)]);

        Assert.Equal("-- W", bench.State.Totals.SolarPower.Text("W"));
        Assert.Null(bench.State.Totals.BatteryPower.Value);
        Assert.Null(bench.State.Samples.Single().BatteryCurrent);
    }

    [Fact]
    public void Events_and_samples_are_bounded()
    {
        for (int i = 0; i < WatchState.MostSamples; i++)
        {
            bench.Take([bench.Unit(1), bench.Unit(2, InFault)]);
            bench.TakeHealthy();
        }

        Assert.Equal(WatchState.MostEvents, bench.State.Events.Count);
        Assert.Equal(WatchState.MostSamples, bench.State.Samples.Count);
        Assert.Equal(LvxWatchEventKind.SyncRegained, bench.State.Events[^1].Kind);
    }

    [Fact]
    public void The_same_note_is_said_once()
    {
        bench.State.Note("FWS was refused.");
        bench.State.Note("FWS was refused.");

        Assert.Equal(LvxWatchEventKind.Note, Assert.Single(bench.State.Events).Kind);
    }

    [Theory]
    [InlineData(0.9, "0s")]
    [InlineData(42, "42s")]
    [InlineData(185, "3m05s")]
    [InlineData(7800, "2h10m")]
    [InlineData(-5, "0s")]
    public void Ages_are_short(double seconds, string text) => Assert.Equal(text, Ages.Text(TimeSpan.FromSeconds(seconds)));

    private static UnitState InFault(UnitState state) => state with { Fault = new FaultStatus { FaultCode = 83 } };

    private static UnitState Grid(UnitState state) => Lvx6048.WithGrid(state);

    private static uint Flag(string warning) => Enumerable.Range(0, 32).Select(bit => 1u << bit).First(flag => new FaultStatus { Raised = flag }.Warnings.Contains(warning));

    /// <summary>What happens to the one unit that is watched when it goes from one state to another.</summary>
    private static IReadOnlyList<LvxWatchEvent> Twice(Func<UnitState, UnitState> first, Func<UnitState, UnitState> then)
    {
        var alone = new WatchBench(1);
        alone.Take([alone.Unit(1, first)]);
        return [.. alone.Take([alone.Unit(1, then)]).Where(one => one.Unit is not null)];
    }
}
