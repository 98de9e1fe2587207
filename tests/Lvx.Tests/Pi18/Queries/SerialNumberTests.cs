using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class SerialNumberTests
{
    [Theory]
    [InlineData("1496132206100002000000", "96132206100002")]
    [InlineData("96132206100002", "96132206100002")]
    [InlineData(" 96132206100002\n", "96132206100002")]
    [InlineData("2001234567890123456789", "01234567890123456789")]
    [InlineData("0190000000000000000000", "9")]
    [InlineData("0096132206100002000000", "0096132206100002000000")]
    [InlineData("2196132206100002000000", "2196132206100002000000")]
    [InlineData("x496132206100002000000", "x496132206100002000000")]
    [InlineData("", "")]
    public void Both_forms_come_down_to_the_digits_that_count(string text, string serial) => Assert.Equal(serial, SerialNumber.Normalise(text));

    [Theory]
    [InlineData("96132206100002", "1496132206100002000000")]
    [InlineData("9", "0190000000000000000000")]
    [InlineData("01234567890123456789", "2001234567890123456789")]
    public void On_the_wire_it_stands_in_22_digits(string serial, string wire)
    {
        Assert.Equal(22, SerialNumber.WireLength);
        Assert.Equal(wire, SerialNumber.ToWire(serial));
    }

    [Fact]
    public void More_than_20_digits_have_no_room() =>
        Assert.Throws<ArgumentException>("serial", () => SerialNumber.ToWire("012345678901234567890"));

    [Theory]
    [InlineData("96132206100002", "1496132206100002000000", true)]
    [InlineData("1496132206100002000000", "1496132206100002999999", true)]
    [InlineData("96132206100002", "96132206100001", false)]
    [InlineData("96132206100002", "9613220610000", false)]
    [InlineData("96132206100002", null, false)]
    [InlineData(null, null, false)]
    public void Two_are_one_when_their_digits_are(string? one, string? other, bool same)
    {
        Assert.Equal(same, SerialNumber.Same(one, other));
        Assert.Equal(same, SerialNumber.Same(other, one));
    }

    [Theory]
    [InlineData("1496132206100002000000", "96132206100002")]
    [InlineData("2001234567890123456789", "01234567890123456789")]
    [InlineData("2196132206100002000000", "2196132206100002000000")]
    [InlineData("xx96132206100002000000", "xx96132206100002000000")]
    public void An_answer_without_a_sound_length_keeps_all_of_it(string body, string serial)
    {
        Assert.True(Identity.Query.TryDecode(System.Text.Encoding.ASCII.GetBytes(body), out Identity? identity));
        Assert.Equal(serial, identity.SerialNumber);
    }
}
