using System.Diagnostics;
using System.Runtime.InteropServices;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Links;

public sealed class HidrawLinkTests : IDisposable
{
    // A busy machine may be late by this much; a write that hangs would be late for ever.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    private static readonly byte[] Aft = [.. "^P006AFT"u8, 0x00, 0x76, 0x0D];
    private static readonly byte[] Longest = FrameWriter.Encode(FrameKind.Query, "ABCDEFGHIJKLMNO");

    private readonly TestLock portLock = new();
    private SocketPair pair = SocketPair.Create();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Deadline Soon => Deadline.After(TimeSpan.FromSeconds(10));

    public void Dispose() => pair.Dispose();

    [Fact]
    public void A_frame_goes_as_reports_of_nine_bytes_the_first_being_00()
    {
        using HidrawLink link = Link();

        link.Write(Aft, Soon, Token);

        Assert.Equal([[0, .. "^P006AFT"u8], [0, 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0]], pair.TakeAll());
    }

    [Fact]
    public void In_the_bare_form_it_goes_as_reports_of_eight_and_of_nine_where_the_kernel_would_eat_a_00()
    {
        using HidrawLink link = Link(new LinkOptions { HidReportForm = HidReportForm.Bare });

        link.Write(Aft, Soon, Token);

        Assert.Equal([[.. "^P006AFT"u8], [0, 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0]], pair.TakeAll());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public void Between_reports_is_the_gap(int gap)
    {
        using HidrawLink link = Link(Gap(gap));
        long begun = Stopwatch.GetTimestamp();

        link.Write(Longest, Soon, Token);

        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        List<byte[]> reports = pair.TakeAll();
        Assert.Equal(3, reports.Count);
        Assert.Equal(Longest, reports.SelectMany(report => report[1..]).Take(Longest.Length));
        Assert.InRange(took, TimeSpan.FromMilliseconds(2 * gap), TimeSpan.FromMilliseconds(2 * gap) + Slack);
    }

    [Fact]
    public void A_read_takes_one_report_of_eight_bytes()
    {
        using HidrawLink link = Link();
        pair.Give("^D00518;"u8);
        pair.Give([0x03, 0x0D, 0, 0, 0, 0, 0, 0]);
        var buffer = new byte[64];

        Assert.Equal(8, link.Read(buffer, Soon, Token));
        Assert.Equal("^D00518;"u8, buffer.AsSpan(0, 8));
        Assert.Equal(8, link.Read(buffer, Soon, Token));
        Assert.Equal(0x03, buffer[0]);
        Assert.Equal(0, link.Read(buffer, Deadline.Now, Token));
    }

    [Fact]
    public void What_came_before_the_device_went_is_read_first()
    {
        using HidrawLink link = Link();
        pair.Give("^D00518;"u8);
        pair.Unplug();
        var buffer = new byte[64];

        Assert.Equal(8, link.Read(buffer, Soon, Token));
        LvxException error = Assert.Throws<LvxException>(() => link.Read(buffer, Soon, Token));
        Assert.Equal(LvxError.DeviceLost, error.Error);
    }

    [Fact]
    public void That_the_device_went_is_seen_without_reading()
    {
        using HidrawLink link = Link();
        pair.Give("^D00518;"u8);
        Assert.Equal(IdleEnd.Deadline, link.WaitIdle(Deadline.After(TimeSpan.FromMilliseconds(20)), Token));

        pair.Unplug();

        Assert.Equal(IdleEnd.Gone, link.WaitIdle(Deadline.After(TimeSpan.FromSeconds(10)), Token));
    }

    [Fact]
    public void A_read_can_be_cancelled_and_the_link_stays_usable()
    {
        using HidrawLink link = Link();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var buffer = new byte[64];

        Assert.Throws<OperationCanceledException>(() => link.Read(buffer, Soon, cancel.Token));

        pair.Give("^D00518;"u8);
        Assert.Equal(8, link.Read(buffer, Soon, Token));
    }

    [Fact]
    public void A_write_that_blocks_ends_with_the_deadline()
    {
        pair.Fill();
        using HidrawLink link = Link();
        var limit = TimeSpan.FromMilliseconds(600);
        long begun = Stopwatch.GetTimestamp();

        LvxException error = Assert.Throws<LvxException>(() => link.Write(Aft, Deadline.After(limit), Token));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), limit - TimeSpan.FromMilliseconds(20), limit + Slack);
        pair.TakeAll();
    }

    [Fact]
    public void A_queue_that_is_full_is_a_device_that_takes_nothing()
    {
        pair.Dispose();
        pair = SocketPair.Create(blocking: false);
        pair.Fill();
        using HidrawLink link = Link();

        LvxException error = Assert.Throws<LvxException>(() => link.Write(Aft, Soon, Token));

        Assert.Equal(LvxError.DeviceTimeout, error.Error);
    }

    [Fact]
    public void The_port_is_kept_until_a_write_that_was_given_up_is_over()
    {
        pair.Fill();
        HidrawLink link = Link();
        Assert.Throws<LvxException>(() => link.Write(Aft, Deadline.Now, Token));

        link.Dispose();

        Assert.False(portLock.IsReleased);
        pair.TakeAll();
        Assert.True(SpinWait.SpinUntil(() => portLock.IsReleased, Slack));
        Assert.True(pair.Node.IsClosed);
    }

    [Fact]
    public void No_frame_overtakes_a_report_that_was_given_up()
    {
        int filler = pair.Fill();
        using HidrawLink link = Link(Gap(0));
        Assert.Throws<LvxException>(() => link.Write(Longest, Deadline.Now, Token));
        LvxException error = Assert.Throws<LvxException>(() => link.Write(Aft, Deadline.Now, Token));
        Assert.Equal(LvxError.DeviceTimeout, error.Error);

        for (int i = 0; i < filler; i++)
        {
            Assert.Equal([0xFF], pair.Take(Slack)!);
        }

        link.Write(Aft, Soon, Token);

        Assert.Equal([[0, .. Longest[..8]], [0, .. "^P006AFT"u8], [0, 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0]], pair.TakeAll());
    }

    [Fact]
    public void Cancelled_before_the_first_report_nothing_is_sent()
    {
        using HidrawLink link = Link();

        Assert.Throws<OperationCanceledException>(() => link.Write(Aft, Soon, new CancellationToken(canceled: true)));

        Assert.Null(pair.Take(TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task Cancelled_between_two_reports_the_frame_is_finished()
    {
        using HidrawLink link = Link(Gap(400));
        using var cancel = new CancellationTokenSource();
        Task write = Task.Factory.StartNew(() => link.Write(Longest, Soon, cancel.Token), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        byte[]? first = pair.Take(Slack);
        await cancel.CancelAsync();

        await write;

        Assert.Equal(Longest, new[] { first! }.Concat(pair.TakeAll()).SelectMany(report => report[1..]).Take(Longest.Length));
    }

    [Fact]
    public void Late_between_two_reports_the_frame_is_finished()
    {
        using HidrawLink link = Link(Gap(60));

        link.Write(Longest, Deadline.After(TimeSpan.FromMilliseconds(30)), Token);

        Assert.Equal(3, pair.TakeAll().Count);
    }

    [Fact]
    public void A_write_that_blocks_can_be_cancelled()
    {
        pair.Fill();
        using HidrawLink link = Link();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        long begun = Stopwatch.GetTimestamp();

        Assert.Throws<OperationCanceledException>(() => link.Write(Aft, Deadline.After(TimeSpan.FromMinutes(1)), cancel.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, Slack);
        pair.TakeAll();
    }

    [Fact]
    public void A_link_for_reading_carries_no_setter()
    {
        using HidrawLink link = Link();

        LvxException error = Assert.Throws<LvxException>(() => link.Write(FrameWriter.Encode(FrameKind.Setter, "POP1"), Soon, Token));

        Assert.Equal(LvxError.LinkReadOnly, error.Error);
        Assert.Null(pair.Take(TimeSpan.FromMilliseconds(100)));
    }

    private static LinkOptions Gap(int milliseconds) => new() { HidReportGap = TimeSpan.FromMilliseconds(milliseconds) };

    private HidrawLink Link(LinkOptions? options = null) => new("node", options ?? new LinkOptions(), pair.Node, portLock);

    private sealed class TestLock : IPortLock
    {
        private volatile bool released;

        public bool IsReleased => released;

        public SafeHandle? Wanted => null;

        public void Dispose() => released = true;
    }
}
