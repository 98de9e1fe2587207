using Lvx.Core;
using Lvx.Core.Links;

namespace Lvx.Tests.Core.Links;

public sealed class LinkRegistryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;
    private readonly LinkRegistry links = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_host_of_a_length_that_no_name_has_is_a_named_error()
    {
        string device = $"tcp://{new string('a', 300)}:1";

        LvxException error = Assert.Throws<LvxException>(() => new LinkRegistry().Open(device, new LinkOptions(), TestContext.Current.CancellationToken));

        Assert.Equal(LvxError.DeviceUnsupported, error.Error);
    }

    [Fact]
    public void A_node_that_is_not_there_is_not_found() => Assert.Equal(LvxError.DeviceNotFound, ErrorOf("/dev/hidraw99"));

    [Fact]
    public void A_symlink_to_a_node_that_is_gone_is_not_found()
    {
        string link = Path.Combine(folder, "unit");
        File.CreateSymbolicLink(link, "/dev/hidraw99");

        Assert.Equal(LvxError.DeviceNotFound, ErrorOf(link));
    }

    [Fact]
    public void A_symlink_that_points_to_itself_is_an_error_and_no_endless_search()
    {
        string link = Path.Combine(folder, "loop");
        File.CreateSymbolicLink(link, link);

        Assert.Equal(LvxError.DeviceUnsupported, ErrorOf(link));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/etc/hostname")]
    [InlineData("/tmp")]
    public void What_is_neither_hidraw_nor_tty_is_refused_unopened(string path) => Assert.Equal(LvxError.DeviceUnsupported, ErrorOf(path));

    [Theory]
    [InlineData("hidraw0")]
    [InlineData("COM3")]
    [InlineData("")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://:8899")]
    [InlineData("tcp://user@127.0.0.1:8899")]
    [InlineData("tcp://127.0.0.1:8899/path")]
    [InlineData("tcp://127.0.0.1:99999")]
    public void What_has_no_form_of_a_device_is_refused_with_the_forms_there_are(string device)
    {
        LvxException error = Assert.Throws<LvxException>(() => links.Expand(device));

        Assert.Equal(LvxError.DeviceUnsupported, error.Error);
        Assert.Contains("tcp://host:port", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_at_an_address_is_told_with_the_reason()
    {
        LvxException error = Assert.Throws<LvxException>(() => links.Open("tcp://127.0.0.1:1", new LinkOptions(), Token));

        Assert.Equal(LvxError.DeviceNotFound, error.Error);
        Assert.Contains("refused", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private LvxError ErrorOf(string device) => Assert.Throws<LvxException>(() => links.Open(device, new LinkOptions(), Token).Dispose()).Error;
}
