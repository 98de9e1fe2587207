using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FrameWriterTests
{
    [Fact]
    public void The_short_answers_are_always_the_same_five_bytes()
    {
        Assert.Equal("5E310BC20D", Convert.ToHexString(FrameWriter.Accepted));
        Assert.Equal("5E301BE30D", Convert.ToHexString(FrameWriter.Refused));
    }

    [Theory]
    [InlineData("Query", "5E503030355049718B0D")]
    [InlineData("Setter", "5E533030355049")]
    [InlineData("Answer", "5E443030355049")]
    public void The_kind_stands_behind_the_caret(string kind, string start)
    {
        byte[] frame = FrameWriter.Encode(Enum.Parse<FrameKind>(kind), "PI");
        Assert.StartsWith(start, Convert.ToHexString(frame), StringComparison.Ordinal);
        Assert.Equal(10, frame.Length);
    }

    // Captured whole: ^D01720210521234743, whose checksum 0D52 travels as 0E52.
    [Fact]
    public void A_checksum_byte_is_kept_off_the_values_that_mean_something() =>
        Assert.Equal("5E443031373230323130353231323334373433" + "0E520D", Convert.ToHexString(FrameWriter.Encode(FrameKind.Answer, "20210521234743")));

    [Theory]
    [InlineData(0, "003")]
    [InlineData(7, "010")]
    [InlineData(96, "099")]
    [InlineData(97, "100")]
    [InlineData(996, "999")]
    public void Three_digits_count_body_checksum_and_end(int length, string digits)
    {
        byte[] frame = FrameWriter.Encode(FrameKind.Answer, new string('7', length));
        Assert.Equal(length + 8, frame.Length);
        Assert.Equal(digits, Encoding.ASCII.GetString(frame, 2, 3));
        Assert.Equal(0x0D, frame[^1]);
    }

    [Fact]
    public void A_body_longer_than_three_digits_can_say_is_refused() =>
        Assert.Throws<ArgumentException>("body", () => FrameWriter.Encode(FrameKind.Answer, new string('7', 997)));

    [Theory]
    [InlineData("Noise")]
    [InlineData("Damaged")]
    [InlineData("Accepted")]
    [InlineData("Refused")]
    [InlineData("Pi30Accepted")]
    [InlineData("Pi30Refused")]
    public void A_kind_without_a_body_is_refused(string bodiless) =>
        Assert.Throws<ArgumentException>("kind", () => FrameWriter.Encode(Enum.Parse<FrameKind>(bodiless), "PI"));

    [Fact]
    public void Too_little_room_is_refused_and_just_enough_is_enough()
    {
        Assert.Throws<ArgumentException>("destination", () => FrameWriter.Write(new byte[9], FrameKind.Query, "PI"u8));
        var room = new byte[10];
        Assert.Equal(10, FrameWriter.Write(room, FrameKind.Query, "PI"u8));
        Assert.Equal("5E503030355049718B0D", Convert.ToHexString(room));
    }

    [Fact]
    public void Bytes_behind_the_frame_stay_as_they_are()
    {
        byte[] room = [.. Enumerable.Repeat((byte)0xAA, 12)];
        Assert.Equal(10, FrameWriter.Write(room, FrameKind.Query, "PI"u8));
        Assert.Equal("AAAA", Convert.ToHexString(room.AsSpan(10)));
    }
}
