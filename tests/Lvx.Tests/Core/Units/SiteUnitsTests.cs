using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Simulator;
using Lvx.Tests.Core.Operations;

namespace Lvx.Tests.Core.Units;

public sealed class SiteUnitsTests
{
    private static readonly SimulatorLinkKind Simulator = new();
    private static readonly LinkRegistry Links = new(Simulator);

    private static readonly LvxSite Site = new(
        "site.yaml",
        null,
        [new SiteUnit("roof", "96132206100001", null, 0), new SiteUnit("barn", "96132206100002", "sim:pair/2", 1)],
        [],
        new SiteTolerances());

    [Fact]
    public void When_nothing_is_named_the_site_says_which_units_there_are()
    {
        UnitSelection selection = Finder().Select(null, null);
        Assert.Equal(["hid:96132206100001", "sim:pair/2"], selection.Ports.Select(port => port.Device));
        Assert.Equal(["roof", "barn"], selection.Ports.Select(port => port.Name));
    }

    [Theory]
    [InlineData("roof", "roof")]
    [InlineData("ROOF", "roof")]
    [InlineData("*", "roof barn")]
    [InlineData("b*", "barn")]
    public void Names_of_the_site_stand_for_its_units_also_with_wildcards(string named, string found) =>
        Assert.Equal(found.Split(' '), Finder().Select([named], null).Ports.Select(port => port.Name));

    [Fact]
    public void A_name_that_is_none_of_the_site_is_an_error_with_those_that_are()
    {
        LvxException error = Assert.Throws<LvxException>(() => Finder().Select(["attic"], null));
        Assert.Equal(LvxError.DeviceNotFound, error.Error);
        Assert.Contains("There is no unit attic; site.yaml has roof, barn.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_can_be_named_in_spite_of_a_broken_site_file()
    {
        var finder = new UnitFinder(Links, () => throw new LvxException(LvxError.SiteInvalid, "site.yaml", "broken", "mend it"), () => []);
        Assert.Equal("sim:pair/1", finder.Select(["sim:pair/1"], null).Ports[0].Device);
        Assert.Equal(LvxError.SiteInvalid, Assert.Throws<LvxException>(() => finder.Select(null, null)).Error);
    }

    [Theory]
    [InlineData("96132206100002", "sim:pair/2")]
    [InlineData("1496132206100002000000", "sim:pair/2")]
    [InlineData("96132206100009", "sim:pair/1")]
    public void A_serial_number_is_looked_for_where_the_site_says_and_else_on_usb(string serial, string device) =>
        Assert.Equal(device, new UnitFinder(Links, () => Site, () => ["sim:pair/1"]).Select(null, [serial]).Ports[0].Device);

    [Theory]
    [InlineData("sim:pair/1", "sim:pair/2")]
    [InlineData("sim:pair/2", "sim:pair/1")]
    public void A_unit_is_found_by_its_serial_number_on_whatever_port_it_is(string first, string second)
    {
        UnitAccess access = Access(first, second);
        foreach (string serial in (string[])["96132206100001", "96132206100002"])
        {
            using Session session = access.Open(new UnitPort("hid:" + serial, serial), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken);
            Assert.Equal(serial, session.SerialNumber);
            Assert.Equal($"sim:pair/{serial[^1]}", session.Device);
        }
    }

    [Fact]
    public void Two_units_looked_for_at_the_same_time_are_both_found()
    {
        UnitAccess access = Access("sim:pair/1", "sim:pair/2");
        UnitSelection selection = new UnitFinder(Links, null, () => []).Select(["hid:96132206100002", "hid:96132206100001"], null);
        for (int i = 0; i < 20; i++)
        {
            UnitOutcome<LvxStatus>[] found = [.. new StatusOperation(access).Read(selection, new RecordingHost(TestContext.Current.CancellationToken))];
            Assert.All(found, outcome => Assert.Null(outcome.Error));
            Assert.Equal(["96132206100002", "96132206100001"], found.Select(outcome => outcome.Value!.SerialNumber));
            Assert.Equal(["hid:96132206100002", "hid:96132206100001"], found.Select(outcome => outcome.Value!.Device));
        }
    }

    [Fact]
    public void A_unit_that_is_on_no_port_is_an_error_that_says_who_is_there()
    {
        LvxException error = Assert.Throws<LvxException>(() =>
            Access("sim:pair/1").Open(new UnitPort("hid:96132206100009", "x"), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken));
        Assert.Equal(LvxError.DeviceNotFound, error.Error);
        Assert.Contains("Unit 96132206100009 is on no USB port: 96132206100001 on sim:pair/1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_unit_than_the_site_says_is_never_worked_on()
    {
        LvxException error = Assert.Throws<LvxException>(() => Access().Open(
            new UnitPort("sim:pair/1", "barn") { SerialNumber = "96132206100002" }, LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken));
        Assert.Equal(LvxError.UnitChanged, error.Error);
        Assert.Contains("barn should be unit 96132206100002, and unit 96132206100001 answers there.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unit_over_two_ports_has_one_owner()
    {
        using var one = new ServedUnit("tcp");
        using var other = new ServedUnit("tcp");
        UnitAccess access = new(Links, new LinkOptions { OpenTimeout = TimeSpan.FromSeconds(0.3) }, new SessionOptions()) { LockScope = Guid.NewGuid().ToString() };
        using (access.Open(new UnitPort(one.Device, "one"), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken))
        {
            LvxException error = Assert.Throws<LvxException>(() => access.Open(new UnitPort(other.Device, "other"), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken));
            Assert.Equal(LvxError.DeviceInUse, error.Error);
            Assert.Contains("this same process", error.Message, StringComparison.Ordinal);
        }

        access.Open(new UnitPort(other.Device, "other"), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken).Dispose();
    }

    private static UnitFinder Finder() => new(Links, () => Site, () => ["sim:pair/1"]);

    private static UnitAccess Access(params string[] plugged) =>
        new(Links, new LinkOptions(), new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(1.5) }) { Plugged = () => plugged };
}
