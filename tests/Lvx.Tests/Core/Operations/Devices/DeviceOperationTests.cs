using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Simulator;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.Devices;

public sealed class DeviceOperationTests
{
    [Fact]
    public void Every_port_is_told_with_who_answers_there()
    {
        IReadOnlyList<LvxDevice> devices = Find(null, [], "sim:pair/2", "sim:pair/1");
        Assert.Equal(["96132206100002", "96132206100001"], devices.Select(device => device.SerialNumber));
        Assert.Equal(new int?[] { 1, 0 }, devices.Select(device => device.ParallelInstance));
        Assert.All(devices, device => Assert.Equal((true, "06306", null), (device.Answers, device.MainFirmware, device.Problem)));
    }

    [Fact]
    public void The_site_gives_the_names_and_misses_who_is_not_there()
    {
        var site = new LvxSite("site.yaml", null, [new SiteUnit("roof", "96132206100002", null, 1), new SiteUnit("barn", "96132206100009", null, null)], [], new SiteTolerances());
        IReadOnlyList<LvxDevice> devices = Find(site, [], "sim:pair/2");
        Assert.Equal(["roof", "barn"], devices.Select(device => device.Name));
        Assert.Null(devices[0].Problem);
        Assert.Equal("it is on none of the USB ports that could be asked.", devices[1].Problem);
        Assert.False(devices[1].Answers);
    }

    [Fact]
    public void Another_place_or_another_unit_than_the_site_says_is_a_problem()
    {
        var site = new LvxSite("site.yaml", null, [new SiteUnit("roof", "96132206100002", null, 0), new SiteUnit("barn", "96132206100007", "sim:pair/1", null)], [], new SiteTolerances());
        IReadOnlyList<LvxDevice> devices = Find(site, [], "sim:pair/2");
        Assert.Equal("it is instance 1, and the site file says 0.", devices[0].Problem);
        Assert.Equal("unit 96132206100001 answers here, and the site file says 96132206100007.", devices[1].Problem);
    }

    [Fact]
    public void A_port_where_nobody_answers_says_why()
    {
        LvxDevice device = Assert.Single(Find(null, ["sim:single?misbehave=silence"]));
        Assert.False(device.Answers);
        Assert.Contains("got no answer", device.Problem, StringComparison.Ordinal);
        Assert.NotNull(device.NextStep);
    }

    [Fact]
    public void Links_that_lead_to_a_node_are_found_and_others_not()
    {
        using var folder = new TempFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "lvx6048-1"), "/dev/null");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "other"), "/dev/zero");
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");
        Assert.Equal([Path.Combine(folder.Path, "lvx6048-1")], PortFacts.LinksTo("/dev/null", [folder.Path, "/nowhere"]));
    }

    [Fact]
    public void The_usb_port_is_the_last_one_on_the_way_to_the_node()
    {
        using var folder = new TempFolder();
        string device = Directory.CreateDirectory(Path.Combine(folder.Path, "devices/usb1/1-1/1-1.2/1-1.2:1.0/0003:0665:5161.0001/hidraw/hidraw0")).FullName;
        Directory.CreateDirectory(Path.Combine(folder.Path, "class/hidraw"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "class/hidraw/hidraw0"), device);
        Assert.Equal("1-1.2", UsbPath.Of("/dev/hidraw0", Path.Combine(folder.Path, "class")));
        Assert.Null(UsbPath.Of("/dev/hidraw1", Path.Combine(folder.Path, "class")));
    }

    private static IReadOnlyList<LvxDevice> Find(LvxSite? site, string[] named, params string[] plugged)
    {
        var access = new UnitAccess(new LinkRegistry(new SimulatorLinkKind()), new LinkOptions(), new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(0.5) }) { Plugged = () => plugged };
        return new DeviceOperation(access, site).Find(named, new RecordingHost(TestContext.Current.CancellationToken));
    }
}
