using Lvx.Core.Links;

namespace Lvx.Tests.Core.Links;

public sealed class TcpAddressTests
{
    [Theory]
    [InlineData("tcp://192.168.1.20:8899", "192.168.1.20", 8899)]
    [InlineData("TCP://192.168.1.20:8899/", "192.168.1.20", 8899)]
    [InlineData("tcp://[::1]:65535", "::1", 65535)]
    [InlineData("tcp://[0:0:0:0:0:0:0:1]:1/", "::1", 1)]
    [InlineData("tcp://bridge.lan:8899", "bridge.lan", 8899)]
    [InlineData("tcp://bridge:8899/", "bridge", 8899)]
    public void A_host_and_a_port_with_or_without_one_slash_are_an_address(string device, string host, int port)
    {
        Assert.True(TcpAddress.TryParse(device, out string? foundHost, out int foundPort));
        Assert.Equal((host, port), (foundHost, foundPort));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tcp://")]
    [InlineData("tcp:///")]
    [InlineData("tcp://192.168.1.20")]
    [InlineData("tcp://192.168.1.20:0")]
    [InlineData("tcp://192.168.1.20:65536")]
    [InlineData("tcp://192.168.1.20:-1")]
    [InlineData("tcp://192.168.1.20:8899//")]
    [InlineData("tcp://192.168.1.20:8899/x")]
    [InlineData("tcp://192.168.1.20:8899?x")]
    [InlineData("tcp://192.168.1.20:8899#x")]
    [InlineData("tcp://user@192.168.1.20:8899")]
    [InlineData("tcp://::1")]
    [InlineData("tcp://[::1]")]
    [InlineData("tcp://:8899")]
    [InlineData("192.168.1.20:8899")]
    [InlineData("serial://192.168.1.20:8899")]
    public void Anything_else_is_none(string device)
    {
        Assert.False(TcpAddress.TryParse(device, out string? host, out int port));
        Assert.Equal((null, 0), (host, port));
    }
}
