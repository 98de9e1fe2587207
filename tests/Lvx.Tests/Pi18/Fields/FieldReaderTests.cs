using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FieldReaderTests
{
    private delegate T? Take<T>(ref FieldReader reader);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("000", 0)]
    [InlineData("007", 7)]
    [InlineData("-007", -7)]
    [InlineData("-000", 0)]
    [InlineData("999999999", 999999999)]
    [InlineData("-999999999", -999999999)]
    [InlineData("000000012", 12)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("--5", null)]
    [InlineData("5-", null)]
    [InlineData("+5", null)]
    [InlineData(" 5", null)]
    [InlineData("5 ", null)]
    [InlineData("5.0", null)]
    [InlineData("1e3", null)]
    [InlineData("0x1", null)]
    [InlineData("A", null)]
    [InlineData("\u0002", null)]
    [InlineData("\u00b2", null)]
    [InlineData("1000000000", null)]
    [InlineData("0000000001", null)]
    [InlineData("99999999999999999999", null)]
    public void A_signed_number_is_digits_with_a_minus_at_most_and_anything_else_is_no_value(string field, int? value) =>
        Assert.Equal(value, Read(field, static (ref r) => r.Signed()));

    [Theory]
    [InlineData("007", 7)]
    [InlineData("-007", null)]
    [InlineData("-0", null)]
    [InlineData("-00", null)]
    [InlineData("-", null)]
    [InlineData("7x", null)]
    public void A_whole_number_has_no_sign(string field, int? value) => Assert.Equal(value, Read(field, static (ref r) => r.Whole()));

    [Theory]
    [InlineData("100", 100)]
    [InlineData("101", null)]
    public void A_number_out_of_its_range_is_no_value(string field, int? value) => Assert.Equal(value, Read(field, static (ref r) => r.Whole(max: 100)));

    [Theory]
    [InlineData("0000", "0.0")]
    [InlineData("2305", "230.5")]
    [InlineData("005", "0.5")]
    [InlineData("-005", null)]
    [InlineData("-000", null)]
    [InlineData("500", "50.0")]
    [InlineData("", null)]
    [InlineData("50.0", null)]
    [InlineData("+500", null)]
    [InlineData(" 500", null)]
    [InlineData("500 ", null)]
    [InlineData("5000000000", null)]
    public void Tenths_are_read_exactly_and_anything_else_is_no_value(string field, string? value) =>
        Assert.Equal(value, Read(field, static (ref r) => r.Tenths())?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("2", null)]
    [InlineData("-1", null)]
    [InlineData("-0", null)]
    [InlineData("", null)]
    [InlineData("t", null)]
    [InlineData(" ", null)]
    public void A_switch_is_0_or_1_and_anything_else_is_no_value(string field, bool? value) =>
        Assert.Equal(value, Read(field, static (ref r) => r.Bit()));

    [Theory]
    [InlineData("03", 3)]
    [InlineData("6", 6)]
    [InlineData("7", 7)]
    [InlineData("99", 99)]
    [InlineData("-1", null)]
    [InlineData("-0", null)]
    [InlineData("", null)]
    [InlineData("B", null)]
    public void A_code_without_a_name_stays_a_number(string field, int? code) =>
        Assert.Equal((OperatingMode?)code, Read(field, static (ref r) => r.Code<OperatingMode>()));

    [Theory]
    [InlineData("100", 100)]
    [InlineData("101", null)]
    [InlineData("255", null)]
    [InlineData("000", 0)]
    public void A_number_over_its_greatest_is_no_value(string field, int? value) => Assert.Equal(value, Read(field, static (ref r) => r.Whole(max: 100)));

    [Fact]
    public void Fields_come_in_order_and_then_none()
    {
        var reader = new FieldReader("1,,abc,"u8);
        Assert.Equal(1, reader.Whole());
        Assert.Null(reader.Text());
        Assert.Equal("abc", reader.Text());
        Assert.False(reader.AtEnd);
        Assert.True(reader.Next().IsEmpty);
        Assert.True(reader.AtEnd);
        Assert.Null(reader.Whole());
        Assert.Null(reader.Rest());
    }

    [Fact]
    public void The_rest_is_what_was_not_taken_commas_and_all()
    {
        var reader = new FieldReader("1,22,,333"u8);
        Assert.Equal(1, reader.Whole());
        Assert.Equal("22,,333", reader.Rest());
        Assert.True(reader.AtEnd);
        Assert.Null(reader.Rest());
    }

    [Fact]
    public void An_empty_last_field_is_a_field()
    {
        var reader = new FieldReader("1,"u8);
        Assert.Equal(1, reader.Whole());
        Assert.Equal("", reader.Rest());
    }

    [Fact]
    public void Text_keeps_every_byte()
    {
        var reader = new FieldReader([0x02, 0x20, 0xFF]);
        Assert.Equal("\u0002 \u00ff", reader.Text());
    }

    private static T? Read<T>(string field, Take<T> take)
    {
        // Behind a neighbour and before another, so that what is read is the field and not the body.
        var reader = new FieldReader(Encoding.Latin1.GetBytes($"77,{field},88"));
        Assert.Equal(77, reader.Whole());
        T? value = take(ref reader);
        Assert.Equal(88, reader.Whole());
        return value;
    }
}
