namespace Lvx.Tests.Pi18;

public sealed class FrameSplitTests
{
    public static TheoryData<string> Ids => [.. FrameFixtures.WholeFrames.Select(fixture => fixture.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_frame_cut_in_two_anywhere_is_the_same_frame(string id)
    {
        byte[] bytes = FrameFixtures.Find(id).Bytes;
        var whole = new FrameStream();
        whole.Feed(bytes);
        Assert.Single(whole.Items);
        for (int cut = 1; cut < bytes.Length; cut++)
        {
            var stream = new FrameStream();
            stream.Feed(bytes.AsSpan(0, cut));
            Assert.Empty(stream.Items);
            Assert.Equal(cut, stream.Pending);
            stream.Feed(bytes.AsSpan(cut));
            Assert.Equal(whole.Items, stream.Items);
            Assert.Equal(0, stream.Pending);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_frame_byte_by_byte_is_the_same_frame(string id)
    {
        byte[] bytes = FrameFixtures.Find(id).Bytes;
        var whole = new FrameStream();
        whole.Feed(bytes);
        var stream = new FrameStream();
        foreach (byte b in bytes)
        {
            stream.Feed([b]);
        }

        Assert.Equal(whole.Items, stream.Items);
    }

    // A HID report holds eight bytes, the last of an answer being filled up with 00.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_frame_in_reports_of_eight_with_padding_is_the_same_frame(string id)
    {
        byte[] bytes = FrameFixtures.Find(id).Bytes;
        byte[] padded = [.. bytes, .. new byte[(8 - (bytes.Length % 8)) % 8]];
        var stream = new FrameStream();
        foreach (byte[] report in padded.Chunk(8))
        {
            stream.Feed(report);
        }

        Assert.Equal(Convert.ToHexString(bytes), Assert.Single(stream.Frames).Raw);
        Assert.All(stream.Items.Skip(1), item => Assert.Equal(Lvx.Pi18.FrameKind.Noise, item.Kind));
        Assert.Equal(0, stream.Pending);
    }
}
