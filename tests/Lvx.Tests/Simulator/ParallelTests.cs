using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class ParallelTests
{
    [Fact]
    public void Any_unit_tells_of_all_with_the_totals_of_the_site()
    {
        SimulatedSite site = SimulatedSite.Pair();
        site.Units[0].Change(state => state with { Status = state.Status with { OutputActivePower = 900, OutputApparentPower = 1000 } });
        site.Units[1].Change(state => state with { Status = state.Status with { OutputActivePower = 300, OutputApparentPower = 400 } });
        foreach (SimulatedUnit asked in site.Units)
        {
            ParallelStatus master = asked.Ask(ParallelStatus.Query(0));
            ParallelStatus slave = asked.Ask(ParallelStatus.Query(1));
            Assert.Equal((55, 57), (master.BatteryChargeCurrent, slave.BatteryChargeCurrent));
            Assert.Equal((112, 112), (master.TotalChargeCurrent, slave.TotalChargeCurrent));
            Assert.Equal((900, 300), (master.OutputActivePower, slave.OutputActivePower));
            Assert.Equal((1200, 1400, 10), (master.TotalActivePower, master.TotalApparentPower, master.TotalLoadPercent));
            Assert.True(master.IsPresent && slave.IsPresent);
            Assert.False(asked.Ask(ParallelStatus.Query(2)).IsPresent);
        }
    }

    [Fact]
    public void Any_unit_tells_who_the_others_are()
    {
        SimulatedSite site = SimulatedSite.Many(3);
        ParallelRating second = site.Units[2].Ask(ParallelRating.Query(1));
        Assert.Equal((1, "96132206100002", 60, 30, OutputMode.Parallel), (second.Exists, second.SerialNumber, second.MaxChargeCurrent, second.MaxAcChargeCurrent, second.OutputMode));
        ParallelRating nobody = site.Units[0].Ask(ParallelRating.Query(3));
        Assert.Equal((0, null), (nobody.Exists, nobody.SerialNumber));
    }

    [Fact]
    public void A_single_unit_answers_with_the_captured_garbage()
    {
        SimulatedUnit unit = SimulatedSite.Single().Units[0];
        Assert.Equal("1,00,0\u0002001 020  00.000000,0,000,000,0", Frames.Body(unit.Answer(Frames.Query("PRI0"))));
        Assert.Null(unit.Ask(ParallelRating.Query(0)).SerialNumber);
        Assert.Equal(12338, unit.Ask(ParallelStatus.Query(0)).TotalApparentPower);
        Assert.Equal(OutputMode.Single, unit.Ask(RatedInformation.Query).OutputMode);
        Assert.Equal(0, unit.Ask(GeneralStatus.Query).ParallelInstance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Many_units_have_serial_numbers_and_instances_of_their_own(int count)
    {
        SimulatedSite site = SimulatedSite.Many(count);
        Assert.Equal(count, site.Units.Count);
        Assert.Equal(count, site.Units.Select(unit => unit.State.Identity.SerialNumber).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, count), site.Units.Select(unit => unit.State.Status.ParallelInstance!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void More_than_nine_units_or_none_there_are_not(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedSite.Many(count));
}
