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
    public async Task One_unit_over_two_ports_has_one_owner()
    {
        using var one = new ServedUnit("tcp");
        using var other = new ServedUnit("tcp");
        string scope = Guid.NewGuid().ToString();
        UnitAccess access = new(Links, new LinkOptions(), new SessionOptions()) { LockScope = scope };
        using (access.Open(new UnitPort(one.Device, "one"), LinkAccess.ReadOnly, null, TestContext.Current.CancellationToken))
        {
            (int? exitCode, _, string error) = await StatusInAnotherProcess(other.Device, scope);
            Assert.Equal(3, exitCode);
            Assert.Contains($"{other.Device}: unit 96132206100001 is in use by ", error, StringComparison.Ordinal);
            Assert.Contains($"(pid {Environment.ProcessId})", error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await StatusInAnotherProcess(other.Device, scope)).ExitCode);
    }

    [Fact]
    public void Within_one_program_a_unit_that_is_named_twice_is_read_twice_and_told()
    {
        using var one = new ServedUnit("tcp");
        using var other = new ServedUnit("tcp");
        UnitAccess access = new(Links, new LinkOptions(), new SessionOptions()) { LockScope = Guid.NewGuid().ToString() };
        UnitSelection both = new UnitFinder(Links, null, () => []).Select([one.Device, other.Device], null);
        for (int i = 0; i < 20; i++)
        {
            Assert.All(new StatusOperation(access).Read(both, new RecordingHost(TestContext.Current.CancellationToken)), outcome => Assert.Null(outcome.Error));
        }

        LvxSyncReport report = new ParallelSyncOperation(access).Check(both, new SyncOptions(), new RecordingHost(TestContext.Current.CancellationToken));
        Assert.Equal(2, report.Units.Count);
        Assert.Equal(CheckOutcome.Warn, report.Check("Answers")!.Outcome);
        Assert.Contains("say they are unit 96132206100001: one unit over two ports", report.Check("Answers")!.Explanation, StringComparison.Ordinal);
    }

    private static Task<(int? ExitCode, string Output, string Error)> StatusInAnotherProcess(string device, string scope)
    {
        System.Diagnostics.ProcessStartInfo command = Child.Command(Child.Dotnet, Child.LvxDll, "status", "--device", device, "--timeout", "0.5");
        command.Environment[UnitAccess.ScopeVariable] = scope;
        return Child.RunAsync(command, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static UnitFinder Finder() => new(Links, () => Site, () => ["sim:pair/1"]);

    private static UnitAccess Access(params string[] plugged) =>
        new(Links, new LinkOptions(), new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(1.5) }) { Plugged = () => plugged };
}
