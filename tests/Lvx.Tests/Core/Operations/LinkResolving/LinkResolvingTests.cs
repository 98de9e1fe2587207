using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.LinkResolving;

public sealed class LinkResolvingTests : IDisposable
{
    private const string A = "96132206100001";
    private const string B = "96132206100002";

    private readonly TempFolder dev = new();
    private readonly FakeCensus census = new();
    private readonly RecordingHost host = new(TestContext.Current.CancellationToken);

    private static readonly SiteUnit[] Units = [new("lvx6048-1", A, null, 0), new("lvx6048-2", B, null, 1), new("barn", "96132206100003", "tcp://10.0.0.1:8899", null)];

    public void Dispose() => dev.Dispose();

    [Fact]
    public void Each_unit_gets_a_link_to_the_node_that_it_is_on()
    {
        census.Plug("hidraw0", "14" + B + "000000");
        census.Plug("hidraw3", A);
        Assert.Equal([LinkState.Linked, LinkState.Linked], Resolve().Select(link => link.State));
        Assert.Equal("lvx6048-1 -> hidraw3, lvx6048-2 -> hidraw0", Links());
        Assert.Equal([LinkState.Unchanged, LinkState.Unchanged], Resolve().Select(link => link.State));
    }

    [Fact]
    public void Units_that_changed_places_get_their_links_changed()
    {
        Link("lvx6048-1", "hidraw0");
        Link("lvx6048-2", "/dev/hidraw1");
        census.Plug("hidraw0", B);
        census.Plug("hidraw1", A);
        ResolvedLink[] links = [.. Resolve()];
        Assert.Equal("lvx6048-1 -> hidraw1, lvx6048-2 -> hidraw0", Links());
        Assert.Equal($"{dev["lvx6048-1"]} leads now to hidraw1, and led to hidraw0: unit {A}.", links[0].Text);
    }

    [Fact]
    public void A_node_that_comes_late_is_waited_for()
    {
        census.Plug("hidraw0", A);
        using var late = new Timer(_ => census.Plug("hidraw1", B), null, 300, Timeout.Infinite);
        Assert.All(Resolve(wait: 10), link => Assert.Equal(LinkState.Linked, link.State));
        Assert.Equal(2, census.Asked);
    }

    [Fact]
    public void A_unit_that_is_woken_late_is_asked_again()
    {
        census.Plug("hidraw0", A);
        census.Silence("hidraw1");
        census.OnAsk = (number, _) =>
        {
            if (number == 4)
            {
                census.Plug("hidraw1", B);
            }
        };
        Assert.All(Resolve(wait: 10), link => Assert.Equal(LinkState.Linked, link.State));
        Assert.Contains("warning: /dev/hidraw1: the line was silent.", host.Messages);
    }

    [Fact]
    public void The_link_of_a_unit_that_is_not_there_goes_and_the_other_is_right()
    {
        Link("lvx6048-1", "hidraw0");
        Link("lvx6048-2", "hidraw1");
        census.Plug("hidraw1", A);
        ResolvedLink[] links = [.. Resolve()];
        Assert.Equal([LinkState.Linked, LinkState.Removed], links.Select(link => link.State));
        Assert.Equal("lvx6048-1 -> hidraw1", Links());
        Assert.Contains($"unit {B} was not found; there is {A} on hidraw1", links[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_node_that_another_program_has_is_left_and_it_is_said()
    {
        Link("lvx6048-1", "hidraw0");
        Link("lvx6048-2", "hidraw7");
        census.Hold("hidraw0", "powermon (pid 7, powermon.service)");
        census.Plug("hidraw1", B);
        ResolvedLink[] links = [.. Resolve(wait: 60)];
        Assert.Equal([LinkState.Kept, LinkState.Linked], links.Select(link => link.State));
        Assert.Equal("lvx6048-1 -> hidraw0, lvx6048-2 -> hidraw1", Links());
        Assert.Equal($"{dev["lvx6048-1"]} is left leading to hidraw0, which powermon (pid 7, powermon.service) has: it was not asked.", links[0].Text);
    }

    [Fact]
    public void A_proof_counts_for_more_than_a_link_to_a_node_that_is_held()
    {
        Link("lvx6048-1", "hidraw0");
        census.Hold("hidraw0", "powermon (pid 7)");
        census.Plug("hidraw1", A);
        Resolve(wait: 0);
        Assert.Equal("lvx6048-1 -> hidraw1", Links());
    }

    [Fact]
    public void A_unit_that_is_plugged_in_elsewhere_while_it_is_asked_gets_the_right_link()
    {
        census.Plug("hidraw0", A);
        census.Plug("hidraw1", B);
        census.OnAsk = (number, _) =>
        {
            if (number == 2)
            {
                census.Unplug("hidraw0");
                census.Unplug("hidraw1");
                census.Plug("hidraw1", A);
                census.Plug("hidraw0", B);
            }
        };
        Resolve(wait: 10);
        Assert.Equal("lvx6048-1 -> hidraw1, lvx6048-2 -> hidraw0", Links());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Units_that_change_places_between_two_looks_get_the_right_links(int look)
    {
        census.Plug("hidraw0", A);
        census.Plug("hidraw1", B);
        census.OnLook = number =>
        {
            if (number == look)
            {
                census.Plug("hidraw0", B);
                census.Plug("hidraw1", A);
            }
        };
        Assert.All(Resolve(wait: 10), link => Assert.Equal(LinkState.Linked, link.State));
        Assert.Equal("lvx6048-1 -> hidraw1, lvx6048-2 -> hidraw0", Links());
    }

    [Fact]
    public void After_each_of_fifty_storms_the_links_are_right()
    {
        var random = new Random(6048);
        for (int storm = 0; storm < 50; storm++)
        {
            int left = random.Next(0, 6);
            census.OnAsk = (_, node) =>
            {
                lock (random)
                {
                    if (left-- > 0)
                    {
                        Shuffle(random);
                    }
                }
            };
            Shuffle(random);
            Assert.All(Resolve(wait: 20), link => Assert.True(link.IsLinked, link.Text));
            string[] nodes = [.. census.Nodes().Select(node => node.Name)];
            census.OnAsk = null;
            Assert.Equal($"lvx6048-1 -> {nodes.First(node => census.Ask(census.Nodes().First(n => n.Name == node), host).SerialNumber == A)}", Links().Split(", ")[0]);
            Assert.Equal($"lvx6048-2 -> {nodes.First(node => census.Ask(census.Nodes().First(n => n.Name == node), host).SerialNumber == B)}", Links().Split(", ")[1]);
        }
    }

    [Theory]
    [InlineData("file")]
    [InlineData("folder")]
    [InlineData("foreign link")]
    [InlineData("link up")]
    public void A_name_that_is_taken_by_something_else_is_an_error_and_nothing_is_touched(string kind)
    {
        string taken = dev["lvx6048-2"];
        string? target = kind switch { "foreign link" => "/etc/passwd", "link up" => "../hidraw0", _ => null };
        if (target is not null)
        {
            File.CreateSymbolicLink(taken, target);
        }
        else if (kind == "folder")
        {
            Directory.CreateDirectory(taken);
        }
        else
        {
            File.WriteAllText(taken, "mine");
        }

        census.Plug("hidraw0", A);
        census.Plug("hidraw1", B);
        LvxException error = Assert.Throws<LvxException>(() => Resolve());
        Assert.Equal(LvxError.NameTaken, error.Error);
        Assert.Equal(taken, error.Device);
        Assert.Equal(["lvx6048-2"], dev.Names);
        Assert.Equal(0, census.Asked);
    }

    [Fact]
    public void What_takes_the_name_at_the_last_moment_is_put_back()
    {
        census.Plug("hidraw0", A);
        census.OnAsk = (_, _) => File.WriteAllText(dev["lvx6048-1"], "mine");
        Assert.Equal(LvxError.NameTaken, Assert.Throws<LvxException>(() => Resolve()).Error);
        Assert.Equal("mine", File.ReadAllText(dev["lvx6048-1"]));
        Assert.Equal(["lvx6048-1"], dev.Names);
    }

    [Fact]
    public void Hidden_links_of_a_killed_resolver_go_and_nothing_else()
    {
        Link(".lvx-0123456789abcdef.link", "hidraw0");
        Link(".lvx-0123456789abcdee.link", "/etc/passwd");
        File.WriteAllText(dev[".lvx-0123456789abcded.link"], "mine");
        Link("other", "hidraw0");
        census.Plug("hidraw0", A);
        census.Plug("hidraw1", B);
        Resolve();
        Assert.Equal([".lvx-0123456789abcded.link", ".lvx-0123456789abcdee.link", "lvx6048-1", "lvx6048-2", "other"], dev.Names);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        Link("lvx6048-2", "hidraw9");
        census.Plug("hidraw0", A);
        ResolvedLink[] links = [.. Resolve(dryRun: true)];
        Assert.Equal($"{dev["lvx6048-1"]} would lead to hidraw0: unit {A}.", links[0].Text);
        Assert.Contains("would be removed", links[1].Text, StringComparison.Ordinal);
        Assert.Equal("lvx6048-2 -> hidraw9", Links());
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_refused_and_a_link_to_a_folder_is_not_followed()
    {
        string open = Directory.CreateDirectory(dev["open"]).FullName;
        File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);
        Assert.Equal(LvxError.FileNotTrusted, Assert.Throws<LvxException>(() => Resolve(folder: open)).Error);
        File.CreateSymbolicLink(dev["link"], dev.Path);
        Assert.Equal(LvxError.FileNotWritable, Assert.Throws<LvxException>(() => Resolve(folder: dev["link"])).Error);
        Assert.Equal(LvxError.FileNotWritable, Assert.Throws<LvxException>(() => Resolve(folder: dev["none"])).Error);
    }

    [Fact]
    public void Two_resolvers_at_once_take_turns()
    {
        census.Plug("hidraw0", A);
        census.Plug("hidraw1", B);
        Parallel.For(0, 8, _ => Assert.All(
            new LinkResolvingOperation(census, Options(30, false, dev.Path)).Resolve(Units, new RecordingHost(TestContext.Current.CancellationToken)), link => Assert.True(link.IsLinked)));
        Assert.Equal(["lvx6048-1", "lvx6048-2"], dev.Names);
    }

    private void Shuffle(Random random)
    {
        foreach (PluggedNode node in census.Nodes())
        {
            census.Unplug(node.Name);
        }

        string[] names = ["hidraw0", "hidraw1", "hidraw2", "hidraw10"];
        random.Shuffle(names);
        census.Plug(names[0], A);
        census.Plug(names[1], B);
        census.Plug(names[2], "96132206100009");
    }

    private IReadOnlyList<ResolvedLink> Resolve(double wait = 0.2, bool dryRun = false, string? folder = null) =>
        new LinkResolvingOperation(census, Options(wait, dryRun, folder ?? dev.Path)).Resolve(Units, host);

    private static LinkResolvingOptions Options(double wait, bool dryRun, string folder) =>
        new() { Folder = folder, Wait = TimeSpan.FromSeconds(wait), Pause = TimeSpan.FromMilliseconds(5), DryRun = dryRun };

    private void Link(string name, string target) => File.CreateSymbolicLink(dev[name], target);

    private string Links() => string.Join(", ", dev.Names.Select(name => $"{name} -> {new FileInfo(dev[name]).LinkTarget}"));
}
