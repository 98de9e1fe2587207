using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.Maintenances;

public sealed class MaintenanceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RecordingHost host = new(TestContext.Current.CancellationToken);
    private IReadOnlyList<(string Port, PortHolder Holder)> held = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Services_are_stopped_in_order_and_started_in_the_opposite_one()
    {
        var services = new FakeServices("a", "b", "c");
        using (Maintenance maintenance = Begin(services, "b", "a"))
        {
            Assert.Equal("c", services.Running);
            Assert.True(File.Exists(folder["maintenance"]));
            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(folder["maintenance.json"]));
            maintenance.Finish(host);
        }

        Assert.Equal(["stop b", "stop a", "start a", "start b"], services.Calls);
        Assert.Equal(["maintenance.lock"], folder.Names);
    }

    [Fact]
    public void A_service_that_did_not_run_is_neither_stopped_nor_started()
    {
        var services = new FakeServices("a");
        Begin(services, "a", "b").Dispose();
        Assert.Equal(["stop a", "start a"], services.Calls);
    }

    [Fact]
    public void A_name_that_is_wrong_stops_nothing()
    {
        var services = new FakeServices("a") { Unknown = { "x" } };
        Assert.Equal(LvxError.ServiceFailed, Assert.Throws<LvxException>(() => Begin(services, "a", "x")).Error);
        Assert.Equal(LvxError.ArgumentInvalid, Assert.Throws<LvxException>(() => Begin(services, "a", "--force")).Error);
        Assert.Empty(services.Calls);
        Begin(services, "a").Dispose();
    }

    [Fact]
    public void When_one_does_not_stop_those_before_it_run_again()
    {
        var services = new FakeServices("a", "b", "c") { Stuck = { "b" } };
        Assert.Equal("b", Assert.Throws<LvxException>(() => Begin(services, "a", "b", "c")).Device);
        Assert.Equal("a b c", services.Running);
        Assert.DoesNotContain("stop c", services.Calls);
        Assert.Equal(["maintenance.lock"], folder.Names);
    }

    [Fact]
    public void When_one_does_not_start_the_others_do_it_is_named_and_the_next_run_tries_again()
    {
        var services = new FakeServices("a", "b") { Broken = { "b" } };
        Maintenance maintenance = Begin(services, "a", "b");
        LvxException error = Assert.Throws<LvxException>(() => maintenance.Finish(host));
        Assert.Equal("b", error.Device);
        Assert.Equal("Start it by hand: systemctl start b", error.NextStep);
        Assert.Equal("a", services.Running);
        Assert.False(File.Exists(folder["maintenance"]));

        services.Broken.Clear();
        Assert.Equal(["a", "b"], Operation(services).FinishLeft(host));
        Assert.Equal("a b", services.Running);
        Assert.Empty(Operation(services).FinishLeft(host));
    }

    [Fact]
    public void What_a_killed_one_left_is_finished_by_the_next_one_with_the_state_from_before()
    {
        var services = new FakeServices("a", "b");
        Operation(services);
        // Killed after it had stopped both: no record is taken back, and the kernel lets go of the lock.
        string record = """{"schema":"lvxps-maintenance/1","services":[{"name":"a","wasActive":true},{"name":"z","wasActive":true},{"name":"y","wasActive":false}]}""";
        File.WriteAllText(folder["maintenance.json"], record);
        services.StopService("a");
        services.Calls.Clear();
        Begin(services, "b", "a").Dispose();
        Assert.Equal(["stop b", "stop a", "stop z", "start z", "start a", "start b"], services.Calls);
        Assert.Contains("warning: an earlier maintenance was not finished; a, z will be started again by this one.", host.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"schema":"lvxps-maintenance/2","services":[]}""")]
    [InlineData("""{"schema":"lvxps-maintenance/1","services":[{"name":"a"}]}""")]
    [InlineData("""{"schema":"lvxps-maintenance/1","services":[{"name":null,"wasActive":true}]}""")]
    [InlineData("""{"schema":"lvxps-maintenance/1","services":[{"name":"--root=/x","wasActive":true}]}""")]
    [InlineData("""{"schema":"lvxps-maintenance/1","services":[{"name":"a/../b","wasActive":true}]}""")]
    public void A_record_that_cannot_be_read_is_an_error_that_names_it_and_nothing_is_stopped(string text)
    {
        File.WriteAllText(folder["maintenance.json"], text);
        var services = new FakeServices("a");
        Assert.Equal(folder["maintenance.json"], Assert.Throws<LvxException>(() => Begin(services, "a")).Device);
        Assert.Empty(services.Calls);
    }

    [Fact]
    public void Root_takes_no_record_that_another_could_have_written()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root does not trust");
        File.WriteAllText(folder["maintenance.json"], """{"schema":"lvxps-maintenance/1","services":[{"name":"a","wasActive":true}]}""");
        File.SetUnixFileMode(folder["maintenance.json"], (UnixFileMode)0b110_110_110);
        var services = new FakeServices("a");
        Assert.Equal(LvxError.FileNotTrusted, Assert.Throws<LvxException>(() => Begin(services, "a")).Error);
        Assert.Empty(services.Calls);
    }

    [Fact]
    public void Only_one_is_under_way_at_a_time()
    {
        var services = new FakeServices("a");
        using Maintenance first = Begin(services, "a");
        Assert.Equal(LvxError.MaintenanceUnderWay, Assert.Throws<LvxException>(() => Begin(services, "a")).Error);
        Assert.Equal(LvxError.MaintenanceUnderWay, Assert.Throws<LvxException>(() => Operation(services).FinishLeft(host)).Error);
    }

    [Fact]
    public void Ports_are_waited_for_and_what_holds_one_too_long_is_named_after_the_services_run_again()
    {
        held = [("/dev/hidraw0", new PortHolder(7, "slow", null))];
        var services = new FakeServices("a");
        using (var late = new Timer(_ => held = [], null, 100, Timeout.Infinite))
        {
            Begin(services, 10, "a").Dispose();
        }

        held = [("/dev/hidraw0", new PortHolder(7, "powermon", "powermon.service"))];
        LvxException error = Assert.Throws<LvxException>(() => Begin(services, "a"));
        Assert.Equal(LvxError.DeviceInUse, error.Error);
        Assert.Contains("powermon (pid 7, powermon.service)", error.Message, StringComparison.Ordinal);
        Assert.Equal("a", services.Running);
    }

    [Fact]
    public void Cancelled_while_it_begins_everything_runs_again()
    {
        using var cancel = new CancellationTokenSource();
        var services = new FakeServices("a", "b") { OnStop = _ => cancel.Cancel() };
        Assert.Throws<OperationCanceledException>(() => Operation(services).Begin(["a", "b"], new RecordingHost(cancel.Token)));
        Assert.Equal(["stop a", "start b", "start a"], services.Calls);
        Assert.Equal("a b", services.Running);
    }

    private Maintenance Begin(FakeServices services, params string[] names) => Begin(services, 0, names);

    private Maintenance Begin(FakeServices services, double wait, params string[] names) => Operation(services, wait).Begin(names, host);

    private MaintenanceOperation Operation(FakeServices services, double wait = 0) =>
        new(services, () => held, new MaintenanceOptions { Folder = folder.Path, PortWait = TimeSpan.FromSeconds(wait), Pause = TimeSpan.FromMilliseconds(5) });
}
