using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.LinkResolving;

/// <summary>What nobody looked at before: names that changed hands at the last moment.</summary>
public sealed class LinkFolderTests : IDisposable
{
    private readonly TempFolder dev = new();
    private readonly LinkFolder folder;

    public LinkFolderTests() => folder = LinkFolder.Open(dev.Path, Deadline.Now, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        folder.Dispose();
        dev.Dispose();
    }

    [Theory]
    [InlineData("file")]
    [InlineData("folder")]
    [InlineData("foreign link")]
    public void What_is_no_link_to_a_node_is_neither_replaced_nor_removed(string kind)
    {
        string name = dev["a"];
        _ = kind switch
        {
            "file" => File.Create(name).DisposeAsync().AsTask(),
            "folder" => Task.FromResult(Directory.CreateDirectory(name)),
            _ => Task.FromResult(File.CreateSymbolicLink(name, "/etc/passwd")),
        };
        Assert.Equal(LvxError.NameTaken, Assert.Throws<LvxException>(() => folder.Point("a", "hidraw0")).Error);
        Assert.Equal(LvxError.NameTaken, Assert.Throws<LvxException>(() => folder.Remove("a")).Error);
        Assert.Equal(["a"], dev.Names);
        Assert.Equal(kind == "folder", Directory.Exists(name));
        Assert.Equal(kind == "foreign link" ? "/etc/passwd" : null, new FileInfo(name).LinkTarget);
    }

    [Fact]
    public async Task A_link_is_never_missing_while_it_changes()
    {
        folder.Point("a", "hidraw0");
        using var stop = new CancellationTokenSource();
        int missing = 0;
        Task reader = Task.Factory.StartNew(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    missing += new FileInfo(dev["a"]).LinkTarget is "hidraw0" or "hidraw1" ? 0 : 1;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        for (int i = 0; i < 2000; i++)
        {
            folder.Point("a", $"hidraw{i % 2}");
        }

        await stop.CancelAsync();
        await reader;
        Assert.Equal(0, missing);
        Assert.Equal(["a"], dev.Names);
        folder.Remove("a");
        folder.Remove("a");
        Assert.Empty(dev.Names);
    }

    [Fact]
    public void A_killed_resolver_lets_go_of_the_folder()
    {
        Assert.Equal(LvxError.DeviceInUse, Assert.Throws<LvxException>(() => LinkFolder.Open(dev.Path, Deadline.Now, TestContext.Current.CancellationToken)).Error);
        folder.Dispose();
        LinkFolder.Open(dev.Path, Deadline.Now, TestContext.Current.CancellationToken).Dispose();
    }
}
