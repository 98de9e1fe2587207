using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FrameResynchronisationTests
{
    private static readonly byte[] Pi = Convert.FromHexString("5E4430303531383B030D");
    private static readonly byte[] Refused = Convert.FromHexString("5E301BE30D");

    [Theory]
    [InlineData("5E")]
    [InlineData("5E5E")]
    [InlineData("28")]
    [InlineData("2828")]
    [InlineData("0D")]
    [InlineData("0A0D")]
    [InlineData("00")]
    [InlineData("0000000000")]
    [InlineData("FF")]
    [InlineData("5E44")]
    [InlineData("5E4430")]
    [InlineData("5E443030")]
    [InlineData("5E44303035")]
    [InlineData("5E443030350D")]
    [InlineData("5E4430303531")]
    [InlineData("5E31")]
    [InlineData("5E310B")]
    [InlineData("5E310BC2")]
    [InlineData("5E30")]
    [InlineData("284E414B")]
    [InlineData("284E414B7373")]
    [InlineData("2841")]
    [InlineData("285E")]
    [InlineData("5E28")]
    [InlineData("5E0D")]
    public void Whatever_stands_before_a_frame_the_frame_comes_out(string garbage)
    {
        foreach (byte[] frame in new[] { Pi, Refused })
        {
            var stream = new FrameStream();
            stream.Feed([.. Convert.FromHexString(garbage), .. frame]);
            Assert.Equal(Convert.ToHexString(frame), Assert.Single(stream.Frames).Raw);
            Assert.Equal(0, stream.Pending);
        }
    }

    [Fact]
    public void A_truncated_frame_hides_no_whole_one_behind_it()
    {
        byte[] truncated = FrameFixtures.Find("gs-lv5048-load-1458w").Bytes;
        string whole = Convert.ToHexString(FrameFixtures.Find("mod-hybrid").Bytes);

        // Up to the checksum's first byte; the frame that lost only its CR is the next test.
        for (int length = 1; length < truncated.Length - 1; length++)
        {
            var stream = new FrameStream();
            stream.Feed([.. truncated.AsSpan(0, length), .. Convert.FromHexString(whole)]);
            Assert.Equal(whole, Assert.Single(stream.Frames).Raw);
        }
    }

    // The CRC over a message and its own checksum is 0, the initial value: the next frame's checksum then fits the two together as well.
    [Fact]
    public void A_frame_that_lost_only_its_end_hides_no_whole_one_behind_it()
    {
        var stream = new FrameStream();
        stream.Feed([.. Pi.AsSpan(0, Pi.Length - 1), .. FrameFixtures.Find("mod-hybrid").Bytes]);
        Assert.Equal("5E443030353035D99F0D", Assert.Single(stream.Frames).Raw);
    }

    [Fact]
    public void A_frame_inside_a_truncated_frame_inside_a_truncated_frame_comes_out()
    {
        var stream = new FrameStream();
        stream.Feed([.. "^D1062422,499,23"u8, .. "^D0881,"u8, .. "^1"u8, .. Pi]);
        Assert.Equal(["damaged 16", "damaged 7", "damaged 2", "answer 10"], stream.Summary);
    }

    [Fact]
    public void A_broken_byte_costs_its_frame_and_not_the_next()
    {
        byte[] sound = FrameFixtures.Find("gs-lv5048-load-1458w").Bytes;
        for (int index = 0; index < sound.Length - 1; index++)
        {
            byte[] broken = [.. sound];
            broken[index] ^= 0x01;
            var stream = new FrameStream();
            stream.Feed([.. broken, .. Pi]);
            Assert.Equal(Convert.ToHexString(Pi), Assert.Single(stream.Frames).Raw);
        }
    }

    [Fact]
    public void The_longest_frame_that_can_be_announced_is_read()
    {
        byte[] longest = FrameWriter.Encode(FrameKind.Answer, new string('7', 996));
        Assert.Equal(1004, longest.Length);
        Assert.Equal(1004, FrameReader.MaxFrameLength);
        var stream = new FrameStream();
        stream.Feed(longest.AsSpan(0, 1003));
        Assert.Equal(["needMore 1003"], stream.Summary);
        stream.Feed(longest.AsSpan(1003));
        Assert.Equal(["answer 1004"], stream.Summary);
    }

    [Fact]
    public void Without_an_end_no_more_is_asked_for_than_the_longest_frame_holds()
    {
        var stream = new FrameStream();
        stream.Feed([.. "^D999"u8, .. Enumerable.Repeat((byte)'7', 998)]);
        Assert.Equal(["needMore 1003"], stream.Summary);
        stream.Feed("7"u8);
        Assert.Equal(["damaged 1004"], stream.Summary);
        stream.Feed([.. "777"u8, .. Pi]);
        Assert.Equal(["damaged 1004", "noise 3", "answer 10"], stream.Summary);
    }

    [Fact]
    public void Without_an_end_reading_goes_on_at_the_next_start_inside()
    {
        var stream = new FrameStream();
        stream.Feed([.. "^D999"u8, .. Enumerable.Repeat((byte)'7', 988), .. "(NAKss\r"u8]);
        stream.Feed([.. "^D999"u8, .. Enumerable.Repeat((byte)'7', 1000)]);
        stream.Feed([.. Pi]);
        Assert.Equal(Convert.ToHexString(Pi), stream.Frames.Last().Raw);
    }

    // Three digits cannot announce such a frame; what comes of it must not hang on how the line cut it.
    [Fact]
    public void A_frame_longer_than_can_be_announced_is_none_however_it_arrives()
    {
        byte[] tooLong = [.. Encoding.ASCII.GetBytes("^D999" + new string('7', 1200)), 0, 0, 0x0D];
        (tooLong[^3], tooLong[^2]) = Crc16.OnWire(tooLong.AsSpan(0, tooLong.Length - 3));

        var inReports = new FrameStream();
        foreach (byte[] report in tooLong.Chunk(8))
        {
            inReports.Feed(report);
        }

        var atOnce = new FrameStream();
        atOnce.Feed(tooLong);
        Assert.DoesNotContain(ReadOutcome.Complete, inReports.Items.Select(item => item.Outcome));
        Assert.DoesNotContain(ReadOutcome.Complete, atOnce.Items.Select(item => item.Outcome));
    }
}
