using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class SessionOverLinkTests
{
    private static readonly LinkOptions Writing = new() { Access = LinkAccess.ReadWrite };

    private readonly SimulatorLinkKind kind = new();
    private readonly LinkRegistry registry;

    public SessionOverLinkTests() => registry = new LinkRegistry(kind);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_session_asks_both_units_of_a_pair()
    {
        var serials = new List<string?>();
        var currents = new List<int?>();
        foreach (string device in registry.Expand("sim:pair"))
        {
            using Session session = Open(device);
            serials.Add(session.SerialNumber);
            currents.Add(session.Ask(GeneralStatus.Query, Token).Answer.BatteryChargeCurrent);
        }

        Assert.Equal(["96132206100001", "96132206100002"], serials);
        Assert.Equal([55, 57], currents);
    }

    [Fact]
    public void What_was_set_stays_set_from_one_opening_to_the_next_and_on_that_unit_only()
    {
        using (Session session = Open("sim:pair/1"))
        {
            Assert.Equal(SetterOutcome.Accepted, session.Tell(Setters.OutputSourcePriority(OutputSourcePriority.SolarUtilityBattery), Token).Outcome);
        }

        using (Session session = Open("sim:pair/1"))
        {
            Assert.Equal(OutputSourcePriority.SolarBatteryUtility, session.Ask(RatedInformation.Query, Token).Answer.OutputSourcePriority);
            Assert.Equal(OutputSourcePriority.SolarUtilityBattery, session.Ask(RatedInformation.Query, Token).Answer.OutputSourcePriority);
        }

        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, kind.Site("sim:pair").Units[1].State.Rated.OutputSourcePriority);
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, new SimulatorLinkKind().Site("sim:pair").Units[0].State.Rated.OutputSourcePriority);
    }

    [Fact]
    public void A_session_survives_an_unplugging()
    {
        using Session session = Open("sim:pair/1?misbehave=unplug=0.1@GS*1");
        Assert.Equal(55, session.Ask(GeneralStatus.Query, Token).Answer.BatteryChargeCurrent);
    }

    [Theory]
    [InlineData("bad-crc@GS*1")]
    [InlineData("wrong-length@GS")]
    [InlineData("garbage")]
    [InlineData("truncate@GS*1")]
    [InlineData("refuse@GS*1")]
    [InlineData("double")]
    [InlineData("other@GS*1")]
    [InlineData("padding")]
    [InlineData("trickle=0.001")]
    [InlineData("silence@GS*1")]
    [InlineData("late=0.3@GS*1")]
    public void A_session_gets_its_answer_all_the_same(string misbehave)
    {
        using Session session = Open("sim:pair/2?misbehave=" + misbehave);
        Assert.Equal(57, session.Ask(GeneralStatus.Query, Token).Answer.BatteryChargeCurrent);
        Assert.Equal(OperatingMode.Charge, session.Ask(WorkingMode.Query, Token).Answer.Mode);
        Assert.Equal(57, session.Ask(GeneralStatus.Query, Token).Answer.BatteryChargeCurrent);
    }

    private Session Open(string device) => Session.Open(device, cancel => registry.Open(device, Writing, cancel), new SessionOptions(), null, Token);
}
