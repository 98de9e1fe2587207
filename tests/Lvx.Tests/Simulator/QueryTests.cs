using System.Text;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class QueryTests
{
    public static TheoryData<string> Queries => [.. QueryCatalogue.WithoutArgument.Select(query => query.Command), "PGS0", "PGS1", "PGS9", "PRI0", "PRI1", "PRI9"];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Every_query_is_answered_with_a_frame_that_decodes(string command)
    {
        foreach (SimulatedUnit unit in SimulatedSite.Pair().Units.Concat(SimulatedSite.Single().Units))
        {
            Assert.True(QueryCatalogue.TryParse(command, out Query? query, out _));
            string body = Frames.Body(unit.Answer(query.Request.Span));
            Assert.True(query.TryDecodeAny(Encoding.Latin1.GetBytes(body), out Answer? answer), body);
            if (unit.State.IsParallel)
            {
                Assert.Equal(body, answer.ToBody());
            }
        }
    }

    [Fact]
    public void The_pair_is_as_it_was_seen_charging()
    {
        SimulatedSite site = SimulatedSite.Pair();
        GeneralStatus[] status = [.. site.Units.Select(unit => unit.Ask(GeneralStatus.Query))];
        Assert.Equal([55, 57], status.Select(s => s.BatteryChargeCurrent!.Value));
        Assert.Equal([0, 1], status.Select(s => s.ParallelInstance!.Value));
        Assert.All(status, s =>
        {
            Assert.Equal(55.1m, s.BatteryVoltage);
            Assert.Equal(120.1m, s.OutputVoltage);
            Assert.Equal(0m, s.GridVoltage);
            Assert.Equal(LineDirection.Idle, s.LineDirection);
            Assert.Equal(96, s.BatteryCapacity);
            Assert.False(s.SettingsChanged);
            Assert.True(s.Pv1Power + s.Pv2Power > s.BatteryVoltage * s.BatteryChargeCurrent);
        });
        Assert.All(site.Units, unit => Assert.Equal(OperatingMode.Charge, unit.Ask(WorkingMode.Query).Mode));
        Assert.All(site.Units, unit => Assert.Equal("06306", unit.Ask(Firmware.Query).Main));
        Assert.All(site.Units, unit => Assert.Equal(0, unit.Ask(FaultStatus.Query).FaultCode));
        Assert.All(site.Units, unit => Assert.Empty(unit.Ask(FaultStatus.Query).Warnings));
        Assert.Equal(["96132206100001", "96132206100002"], site.Units.Select(unit => unit.Ask(Identity.Query).SerialNumber));
        Assert.Equal(["lvx6048-1", "lvx6048-2"], site.Units.Select(unit => unit.Name));
        Assert.Equal(site.Units[0].Ask(RatedInformation.Query), site.Units[1].Ask(RatedInformation.Query));
    }

    [Fact]
    public void Settings_of_the_pair_are_those_of_the_site()
    {
        Assert.Equal(
            "1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00",
            Frames.Unit().Ask(RatedInformation.Query).ToBody());
        Assert.Equal("010,020,030,040,050,060,070,080", Frames.Unit().Ask(ChargeCurrents.Total).ToBody());
        Assert.Equal("002,010,020,030,040,050,060,070,080", Frames.Unit().Ask(ChargeCurrents.Utility).ToBody());
        Assert.Equal("1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1", Frames.Unit().Ask(DefaultSettings.Query).ToBody());
    }

    [Fact]
    public void The_clock_shows_local_time()
    {
        DateTime? time = Frames.Unit().Ask(Clock.Query).Time;
        Assert.InRange((DateTime.Now - time!.Value).TotalSeconds, -2, 5);
    }

    [Fact]
    public void Energy_of_parts_adds_up_and_unknown_dates_are_refused()
    {
        SimulatedUnit unit = Frames.Unit();
        DateTime now = unit.Ask(Clock.Query).Time!.Value;
        long? day = unit.Ask(SolarEnergy.OfDay(DateOnly.FromDateTime(now))).Energy;
        long? month = unit.Ask(SolarEnergy.OfMonth(now.Year, now.Month)).Energy;
        long? year = unit.Ask(SolarEnergy.OfYear(now.Year)).Energy;
        long? total = unit.Ask(SolarEnergy.Total).Energy;
        Assert.InRange(day!.Value, 18_000, 30_000);
        Assert.True(day <= month && month <= year && year < total);
        Assert.All(["EY", "EM", "ED", "EY2001", "EM200101", "ED20010101", "ED20260230", "EY202", "ET1"], command => Assert.True(unit.Refuses(command), command));
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("PGS")]
    [InlineData("PGS10")]
    [InlineData("PRIx")]
    [InlineData("POP1")]
    [InlineData("PF")]
    public void An_unknown_query_is_refused_and_changes_nothing(string command)
    {
        SimulatedUnit unit = Frames.Unit();
        UnitState before = unit.State;
        Assert.True(unit.Refuses(command));
        Assert.Same(before, unit.State);
    }

    [Fact]
    public void Older_firmware_refuses_its_model()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.Equal("12", unit.Ask(MachineModel.Query).Number);
        unit.Change(state => state with { Model = null });
        Assert.True(unit.Refuses("GMN"));
    }

    [Fact]
    public void Printed_lengths_do_not_matter()
    {
        // The 2017 document prints ^P005 for FWS.
        byte[] request = [.. "^P005FWS"u8, 0, 0, 0x0D];
        (request[^3], request[^2]) = Crc16.OnWire(request.AsSpan()[..^3]);
        Assert.StartsWith("00,0", Frames.Body(Frames.Unit().Answer(request)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_with_a_wrong_checksum_is_refused_unless_the_unit_is_lenient()
    {
        SimulatedUnit unit = Frames.Unit();
        byte[][] requests = ["^P005PI\r"u8.ToArray(), "^P005PIxx\r"u8.ToArray(), "^P004T\r"u8.ToArray(), "^S007POP0\r"u8.ToArray()];
        Assert.All(requests, request => Assert.Equal(FrameWriter.Refused.ToArray(), unit.Answer(request)));
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.State.Rated.OutputSourcePriority);
        Assert.All(unit.Log, entry => Assert.Equal(FrameKind.Damaged, entry.Kind));

        unit.Quirks = Quirks.Live with { RequireChecksum = false };
        Assert.Equal("18", Frames.Body(unit.Answer(requests[0])));
        Assert.Equal("18", Frames.Body(unit.Answer(requests[1])));
        Assert.Equal(14, Frames.Body(unit.Answer(requests[2])).Length);
        Assert.Equal(FrameWriter.Accepted.ToArray(), unit.Answer(requests[3]));
        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, unit.State.Rated.OutputSourcePriority);
    }

    [Fact]
    public void A_request_of_the_pi30_family_is_refused_in_its_own_way()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.Equal("(NAKss\r"u8.ToArray(), unit.Answer([.. "QPIGS"u8, 0xB7, 0xA9, 0x0D]));
        Assert.Equal("(NAKss\r"u8.ToArray(), unit.Answer("QPIGS\r"u8));
        Assert.Empty(unit.Answer("hello\r"u8));
    }

    [Fact]
    public void The_log_tells_queries_from_setters()
    {
        SimulatedUnit unit = Frames.Unit();
        unit.Ask(GeneralStatus.Query);
        unit.Accepts("POP1");
        Assert.Equal([(FrameKind.Query, "GS"), (FrameKind.Setter, "POP1")], unit.Log.Select(entry => (entry.Kind, entry.Text)));
        Assert.InRange((DateTime.UtcNow - unit.Log[0].Time).TotalSeconds, -1, 30);
    }
}
