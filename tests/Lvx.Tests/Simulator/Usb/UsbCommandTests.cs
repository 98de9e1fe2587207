using Lvx.Core;
using Lvx.Simulator.Native;
using Lvx.Simulator.Usb;

namespace Lvx.Tests.Simulator.Usb;

public sealed class UsbCommandTests
{
    [Fact]
    public void Orders_name_a_unit_and_perhaps_another_and_perhaps_a_moment()
    {
        Assert.Equal(new UsbCommand(UsbVerb.Unplug, 1), UsbCommand.Parse("unplug 1", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Plug, 2), UsbCommand.Parse(" plug  2 ", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Mute, 1, IsOn: true), UsbCommand.Parse("mute 1 on", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Hang, 1), UsbCommand.Parse("hang 1 off", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Swap, 1, 2), UsbCommand.Parse("swap 1 2", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Replace, 1, 2, Moment: new UsbMoment(true, false, 0)), UsbCommand.Parse("replace 1 2 setter out 0", 2));
        Assert.Equal(new UsbCommand(UsbVerb.Unplug, 2, Moment: new UsbMoment(false, true, 3)), UsbCommand.Parse("unplug 2 in 3", 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("unplug")]
    [InlineData("unplug 0")]
    [InlineData("unplug 3")]
    [InlineData("unplug 1 out 0")]
    [InlineData("unplug 1 setter in 0")]
    [InlineData("unplug 1 setter")]
    [InlineData("swap 1 1")]
    [InlineData("mute 1")]
    [InlineData("explode 1")]
    public void What_is_no_order_is_refused_with_the_forms(string text) =>
        Assert.Contains("unplug U", Assert.Throws<LvxException>(() => UsbCommand.Parse(text, 2)).NextStep, StringComparison.Ordinal);

    [Fact]
    public void Free_sockets_are_those_of_slow_devices_that_nothing_is_in()
    {
        const string Status = """
            hub port sta spd dev      sockfd local_busid
            hs  0000 006 001 00010001 000003 1-1
            hs  0001 004 000 00000000 000000 0-0
            hs  0002 005 001 00010003 000005 0-0
            hs  0003 004 000 00000000 000000 0-0
            ss  0008 004 000 00000000 000000 0-0
            """;

        Assert.Equal([1, 3], VhciPorts.FindFree(Status));
    }
}
