using Lvx.Core.Operations;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

public sealed class EnergySumTests
{
    private static readonly DateOnly Last = new(2026, 4, 26);

    [Fact]
    public void It_has_each_period_once_in_order_with_what_all_units_counted()
    {
        SimulatedPair pair = Counting("sim:pair", [100, 200, 0], [1, 2, 3]);

        IReadOnlyList<LvxEnergy> sums = Sum(pair, EnergyPeriod.Day, EnergyPeriod.Month, EnergyPeriod.Total);

        Assert.Equal([306, null, null, 306, 101, 202, 3], sums.Select(sum => sum.Energy));
        Assert.Equal([null, "2026-02", "2026-03", "2026-04", "2026-04-24", "2026-04-25", "2026-04-26"], sums.Select(sum => sum.Date));
        Assert.All(sums, sum => Assert.Equal(("sum", 2, null, null), (sum.Name, sum.Units, sum.Device, sum.SerialNumber)));
        Assert.All(sums, sum => Assert.Equal(DateTimeKind.Utc, sum.Timestamp.Kind));
    }

    [Fact]
    public void It_has_no_value_where_any_unit_has_none_and_says_whose_is_missing()
    {
        SimulatedPair pair = Counting("sim:pair", [100, 200, 300], [1, null, 3]);

        Assert.Equal([101, null, 303], Sum(pair, EnergyPeriod.Day).Select(sum => sum.Energy));
        Assert.Equal(["warning: The sum has no value for 2026-04-25, which lvx6048-2 did not tell."], Warnings(pair));
    }

    [Fact]
    public void It_names_a_few_of_many_periods_without_a_value()
    {
        SimulatedPair pair = Counting("sim:pair", [], []);

        Assert.All(Sum(pair, 9, EnergyPeriod.Day), sum => Assert.Null(sum.Energy));
        Assert.Equal(["warning: The sum has no value for 2026-04-18, 2026-04-19, 2026-04-20 and 6 more, which lvx6048-1, lvx6048-2 did not tell."], Warnings(pair));
    }

    [Fact]
    public void It_is_of_those_that_answered_and_says_who_did_not()
    {
        SimulatedPair pair = Counting("sim:many=3?misbehave2=silence", [100], [], [1]);

        IReadOnlyList<LvxEnergy> sums = Sum(pair, 1, EnergyPeriod.Day);

        Assert.Equal((101, 2), (Assert.Single(sums).Energy, sums[0].Units));
        Assert.Equal(["warning: The sum is without lvx6048-2 (sim:many=3/2?misbehave2=silence), which failed."], Warnings(pair));
    }

    [Fact]
    public void Of_units_whose_calendars_differ_no_day_is_whole()
    {
        var pair = new SimulatedPair();
        pair.Units[1].Change(state => state with { ClockOffset = TimeSpan.FromDays(-1) });

        IReadOnlyList<LvxEnergy> sums = EnergySum.Of([.. new EnergyOperation(pair.Access).Read(pair.Selection, new EnergyRequest { Periods = [EnergyPeriod.Day] }, pair.Host)], pair.Host);

        Assert.Equal([null, null], sums.Select(sum => sum.Energy));
        Assert.Equal([$"{DateTime.Now.AddDays(-1):yyyy-MM-dd}", $"{DateTime.Now:yyyy-MM-dd}"], sums.Select(sum => sum.Date));
    }

    [Fact]
    public void There_is_none_when_nobody_answered()
    {
        Assert.Empty(Sum(new SimulatedPair("sim:pair?misbehave=silence"), EnergyPeriod.Day));
    }

    /// <summary>What each unit counted on the days that end with the last one; null where it knows nothing.</summary>
    private static SimulatedPair Counting(string device, params long?[][] units)
    {
        var pair = new SimulatedPair(device);
        foreach ((SimulatedUnit unit, long?[] days) in pair.Units.Zip(units))
        {
            unit.Change(state => state with
            {
                Energy = new EnergyTable(0, days.Select((energy, i) => (Day: Last.AddDays(i - days.Length + 1), energy)).Where(day => day.energy is not null).ToDictionary(day => day.Day, day => day.energy!.Value)),
            });
        }

        return pair;
    }

    private static IReadOnlyList<LvxEnergy> Sum(SimulatedPair pair, params EnergyPeriod[] periods) => Sum(pair, 3, periods);

    private static IReadOnlyList<LvxEnergy> Sum(SimulatedPair pair, int last, params EnergyPeriod[] periods) => EnergySum.Of(
        [.. new EnergyOperation(pair.Access).Read(pair.Selection, new EnergyRequest { Periods = periods, Until = Last, Last = last }, pair.Host)], pair.Host);

    private static IEnumerable<string> Warnings(SimulatedPair pair) => pair.Host.Messages.Where(message => message.StartsWith("warning", StringComparison.Ordinal));
}
