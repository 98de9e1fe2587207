using Lvx.Core.Links.Hidraw;

namespace Lvx.Tests.Core.Links;

public sealed class HidrawNodeTests : IDisposable
{
    private readonly string sys = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(sys, recursive: true);

    [Fact]
    public void Inverters_are_found_by_their_ids_and_in_the_order_of_their_numbers()
    {
        Node("hidraw10", "DRIVER=hid-generic\nHID_ID=0003:00000665:00005161\nHID_NAME=anything at all\n");
        Node("hidraw2", "HID_ID=0003:00000665:00005161\n");
        Node("hidraw0", "HID_ID=0003:0000046D:0000C52B\n");
        Node("hidraw1", "HID_NAME=HID_ID=0003:00000665:00005161\n");

        Assert.Equal(["/dev/hidraw2", "/dev/hidraw10"], HidrawNode.FindInverters(sys));
    }

    [Fact]
    public void A_node_that_went_away_while_it_was_looked_at_is_no_candidate()
    {
        Directory.CreateDirectory(Path.Combine(sys, "hidraw3"));

        Assert.Empty(HidrawNode.FindInverters(sys));
    }

    [Fact]
    public void A_machine_without_hidraw_has_none() => Assert.Empty(HidrawNode.FindInverters(Path.Combine(sys, "none")));

    private void Node(string name, string uevent)
    {
        string device = Directory.CreateDirectory(Path.Combine(sys, name, "device")).FullName;
        File.WriteAllText(Path.Combine(device, "uevent"), uevent);
    }
}
