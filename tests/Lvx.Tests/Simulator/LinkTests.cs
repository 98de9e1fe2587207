using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class LinkTests
{
    private static readonly LinkOptions Writing = new() { Access = LinkAccess.ReadWrite, OpenTimeout = TimeSpan.FromSeconds(2) };

    private readonly SimulatorLinkKind kind = new();
    private readonly LinkRegistry registry;

    public LinkTests() => registry = new LinkRegistry(kind);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_site_expands_to_its_units_each_with_the_options()
    {
        Assert.Equal(["sim:pair/1", "sim:pair/2"], registry.Expand("sim:pair"));
        Assert.Equal(["sim:single/1"], registry.Expand("sim:single"));
        Assert.Equal(["sim:many=3/1", "sim:many=3/2", "sim:many=3/3"], registry.Expand("SIM:Many=3"));
        Assert.Equal(["sim:pair/2?baud=2400"], registry.Expand("sim:pair/2?baud=2400"));
        Assert.Equal(
            ["sim:pair/1?baud=2400&misbehave=late@GS*1", "sim:pair/2?baud=2400&misbehave=late@GS*1"],
            registry.Expand("sim:pair?baud=2400&misbehave=late@GS*1"));
        Assert.Equal("lvx6048-2", registry.NameOf("sim:pair/2?baud=2400"));
        Assert.Contains("sim:pair", registry.Forms);
    }

    [Theory]
    [InlineData("sim:", LvxError.DeviceUnsupported)]
    [InlineData("sim:trio", LvxError.DeviceUnsupported)]
    [InlineData("sim:pair/0", LvxError.DeviceUnsupported)]
    [InlineData("sim:pair/3", LvxError.DeviceUnsupported)]
    [InlineData("sim:pair/x", LvxError.DeviceUnsupported)]
    [InlineData("sim:many=10", LvxError.DeviceUnsupported)]
    [InlineData("sim:many=0", LvxError.DeviceUnsupported)]
    [InlineData("sim:pair?baud=fast", LvxError.ArgumentInvalid)]
    [InlineData("sim:pair?baud=7", LvxError.ArgumentInvalid)]
    [InlineData("sim:pair?speed=1", LvxError.ArgumentInvalid)]
    [InlineData("sim:pair?misbehave=sulk", LvxError.ArgumentInvalid)]
    [InlineData("sim:pair?misbehave3=late", LvxError.ArgumentInvalid)]
    [InlineData("sim:pair?state=lazy", LvxError.ArgumentInvalid)]
    public void What_is_no_site_is_refused_with_a_next_step(string device, LvxError error)
    {
        LvxException expanding = Assert.Throws<LvxException>(() => registry.Expand(device));
        LvxException opening = Assert.Throws<LvxException>(() => registry.Open(device, Writing, Token));
        Assert.Equal((error, error), (expanding.Error, opening.Error));
        Assert.NotEmpty(expanding.NextStep);
    }

    [Fact]
    public void Options_make_units_idle_give_them_a_grid_and_take_their_quirks()
    {
        Assert.False(kind.Site("sim:pair?state=idle").Units[1].State.IsCharging);
        Assert.True(kind.Site("sim:pair?state=grid").Units[0].State.Status.GridVoltage > 100);
        Assert.Equal(Quirks.None, kind.Site("sim:pair?quirks=none").Units[0].Quirks);
        Assert.Equal(3, kind.Site("sim:pair?lag=3").Units[0].Quirks.ReadBackLag);
        Assert.False(kind.Site("sim:single?checksum=lenient").Units[0].Quirks.RequireChecksum);
        Assert.Equal(Quirks.Live, kind.Site("sim:pair").Units[0].Quirks);
    }

    [Fact]
    public void One_unit_alone_may_misbehave()
    {
        using Link good = registry.Open("sim:pair/1?misbehave2=refuse", Writing, Token);
        using Link bad = registry.Open("sim:pair/2?misbehave2=refuse", Writing, Token);
        Assert.NotEqual(FrameWriter.Refused.ToArray(), Exchange(good, "PI"));
        Assert.Equal(FrameWriter.Refused.ToArray(), Exchange(bad, "PI"));
    }

    [Fact]
    public void A_unit_has_one_owner_at_a_time()
    {
        Link first = registry.Open("sim:pair/1", Writing, Token);
        LvxException error = Assert.Throws<LvxException>(() => registry.Open("sim:pair/1", Writing with { OpenTimeout = TimeSpan.FromMilliseconds(50) }, Token));
        Assert.Equal(LvxError.DeviceInUse, error.Error);
        using Link other = registry.Open("sim:pair/2", Writing, Token);
        first.Dispose();
        first.Dispose();
        using Link second = registry.Open("sim:pair/1", Writing, Token);
        Assert.Throws<LvxException>(() => registry.Open("sim:pair/1", Writing with { OpenTimeout = TimeSpan.Zero }, Token));
    }

    [Fact]
    public void Waiting_for_the_owner_can_be_cancelled()
    {
        using Link first = registry.Open("sim:pair/1", Writing, Token);
        using var cancel = new CancellationTokenSource(50);
        Assert.ThrowsAny<OperationCanceledException>(() => registry.Open("sim:pair/1", Writing, cancel.Token));
    }

    [Fact]
    public void Cancelling_wakes_a_read_and_leaves_the_link_usable()
    {
        using Link link = registry.Open("sim:pair/1", Writing, Token);
        using var cancel = new CancellationTokenSource();
        var time = new Stopwatch();
        using var timer = new Timer(_ =>
        {
            time.Start();
            cancel.Cancel();
        });
        timer.Change(50, Timeout.Infinite);
        Assert.ThrowsAny<OperationCanceledException>(() => link.Read(new byte[16], Deadline.After(TimeSpan.FromSeconds(20)), cancel.Token));
        Assert.InRange(time.ElapsedMilliseconds, 0, 500);
        Assert.NotEmpty(Exchange(link, "PI"));
    }

    [Fact]
    public void Reading_ends_at_its_deadline()
    {
        using Link link = registry.Open("sim:pair/1", Writing, Token);
        var time = Stopwatch.StartNew();
        Assert.Equal(0, link.Read(new byte[16], Deadline.After(TimeSpan.FromMilliseconds(50)), Token));
        Assert.InRange(time.ElapsedMilliseconds, 45, 1000);
        Assert.Equal(0, link.Read(new byte[16], Deadline.Now, Token));
    }

    [Fact]
    public void A_write_of_another_thread_wakes_a_read()
    {
        using Link link = registry.Open("sim:pair/1", Writing, Token);
        using var timer = new Timer(_ => link.Write(Frames.Query("PI"), Deadline.After(TimeSpan.FromSeconds(1)), CancellationToken.None));
        timer.Change(50, Timeout.Infinite);
        Assert.True(link.Read(new byte[64], Deadline.After(TimeSpan.FromSeconds(20)), Token) > 0);
    }

    [Fact]
    public void A_link_for_reading_carries_no_setter()
    {
        using Link link = registry.Open("sim:pair/1", new LinkOptions(), Token);
        LvxException error = Assert.Throws<LvxException>(() => link.Write(Frames.Setter("POP0"), Deadline.After(TimeSpan.FromSeconds(1)), Token));
        Assert.Equal(LvxError.LinkReadOnly, error.Error);
        Assert.Empty(kind.Site("sim:pair").Units[0].Log);
    }

    [Fact]
    public void At_2400_baud_a_status_takes_half_a_second()
    {
        using Link link = registry.Open("sim:pair/1?baud=2400", Writing, Token);
        double expected = (Frames.Query("GS").Length + Frames.Unit().Answer(Frames.Query("GS")).Length) / 240.0;
        double ratio = Timed(() => Exchange(link, "GS")) / expected;
        if (ratio is < 0.85 or > 1.15)
        {
            ratio = Timed(() => Exchange(link, "GS")) / expected;
        }

        Assert.InRange(ratio, 0.85, 1.15);
    }

    [Fact]
    public void Unplugging_is_an_error_of_this_link_and_the_next_opening_waits_for_the_plug()
    {
        const string device = "sim:pair/1?misbehave=unplug=0.2@GS*1";
        Link link = registry.Open(device, Writing, Token);
        link.Write(Frames.Query("GS"), Deadline.After(TimeSpan.FromSeconds(1)), Token);
        Assert.True(link.Read(new byte[512], Deadline.After(TimeSpan.FromSeconds(1)), Token) > 0);
        Assert.Equal(LvxError.DeviceLost, Assert.Throws<LvxException>(() => link.Read(new byte[512], Deadline.After(TimeSpan.FromSeconds(1)), Token)).Error);
        link.Dispose();

        Assert.Equal(LvxError.DeviceNotFound, Assert.Throws<LvxException>(() => registry.Open(device, Writing with { OpenTimeout = TimeSpan.Zero }, Token)).Error);
        using Link again = registry.Open(device, Writing, Token);
        Assert.StartsWith("^D", System.Text.Encoding.Latin1.GetString(Exchange(again, "GS")), StringComparison.Ordinal);
    }

    private static double Timed(Action action)
    {
        var time = Stopwatch.StartNew();
        action();
        return time.Elapsed.TotalSeconds;
    }

    private static byte[] Exchange(Link link, string query)
    {
        Deadline deadline = Deadline.After(TimeSpan.FromSeconds(5));
        link.Write(Frames.Query(query), deadline, Token);
        var received = new List<byte>();
        var buffer = new byte[256];
        while (received.Count == 0 || received[^1] != 0x0D)
        {
            int count = link.Read(buffer, deadline, Token);
            Assert.NotEqual(0, count);
            received.AddRange(buffer[..count]);
        }

        return [.. received];
    }
}
