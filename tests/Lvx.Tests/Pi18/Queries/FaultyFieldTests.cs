using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FaultyFieldTests
{
    public static TheoryData<string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string id in new[] { "gs-lv5048-load-1458w", "piri-lv5048-three-digits", "pgs-hybrid", "di-captured", "fws-synthetic", "flag-captured", "acct-none" })
            {
                foreach (string fault in new[] { "empty", "letters", "plus", "space before", "space behind", "control", "oversize" })
                {
                    data.Add(id, fault);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_field_is_no_value_and_costs_no_other(string id, string fault)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        Assert.True(query.TryDecodeAny(fixture.Body, out Answer? sound));
        string[] fields = Encoding.ASCII.GetString(fixture.Body).Split(',');
        for (int index = 0; index < fields.Length; index++)
        {
            string[] faulty = [.. fields];
            faulty[index] = Spoil(fields[index], fault);
            if (!query.TryDecodeAny(Encoding.ASCII.GetBytes(string.Join(',', faulty)), out Answer? answer))
            {
                // Only a width that no answer has may cost the whole answer.
                Assert.Equal("oversize", fault);
                continue;
            }

            Assert.Equal(sound.Fields.Select((field, at) => at == index ? field with { Value = null } : field), answer.Fields);
        }
    }

    [Theory]
    [InlineData("MOD", "+5")]
    [InlineData("MOD", " 5")]
    [InlineData("MOD", "5 ")]
    [InlineData("MOD", "xx")]
    [InlineData("MOD", "-5")]
    [InlineData("ET", "0000659x")]
    [InlineData("ET", "+0006591")]
    [InlineData("ET", " 0006591")]
    [InlineData("ET", "-0006591")]
    [InlineData("T", "20210532234743")]
    [InlineData("T", "20211321234743")]
    [InlineData("T", "20210521244743")]
    [InlineData("T", "2021052123474 ")]
    [InlineData("T", "00000000000000")]
    [InlineData("T", "xxxxxxxxxxxxxx")]
    public void A_faulty_single_field_is_no_value(string command, string body)
    {
        Assert.True(QueryCatalogue.TryParse(command, out Query? query, out _));
        Assert.True(query.TryDecodeAny(Encoding.ASCII.GetBytes(body), out Answer? answer));
        Assert.Null(Assert.Single(answer.Fields).Value);
    }

    [Theory]
    [InlineData("2400,0000")]
    [InlineData("2360,0000")]
    [InlineData("-100,0000")]
    [InlineData("1x00,0000")]
    public void A_time_that_no_day_has_is_no_value(string body)
    {
        Assert.True(TimeWindow.AcCharge.TryDecode(Encoding.ASCII.GetBytes(body), out TimeWindow? window));
        Assert.Null(window.From);
        Assert.Equal(TimeOnly.MinValue, window.Until);
    }

    [Theory]
    [InlineData("1,,96132206100002000000,2,060,050,1")]
    [InlineData("1,xx,96132206100002000000,2,060,050,1")]
    [InlineData("1,+4,96132206100002000000,2,060,050,1")]
    [InlineData("1,21,96132206100002000000,2,060,050,1")]
    [InlineData("1,14,9613220610000200000x,2,060,050,1")]
    [InlineData("1,14,,2,060,050,1")]
    [InlineData("1,00,96132206100002000000,2,060,050,1")]
    public void A_serial_number_with_a_faulty_length_or_digit_is_no_value_and_costs_no_other(string body)
    {
        Assert.True(ParallelRating.Query(1).TryDecode(Encoding.ASCII.GetBytes(body), out ParallelRating? rating));
        Assert.Null(rating.SerialNumber);
        Assert.Equal(1, rating.Exists);
        Assert.Equal(ChargerSourcePriority.SolarOnly, rating.ChargerSourcePriority);
        Assert.Equal(60, rating.MaxChargeCurrent);
        Assert.Equal(50, rating.MaxAcChargeCurrent);
        Assert.Equal(OutputMode.Parallel, rating.OutputMode);
    }

    [Theory]
    [InlineData("1,,96132206100002000000,2,060,050,1", null)]
    [InlineData("1,xx,96132206100002000000,2,060,050,1", null)]
    [InlineData("1,14,9613220610000200000x,2,060,050,1", 14)]
    [InlineData("1,00,96132206100002000000,2,060,050,1", 0)]
    public void A_valid_length_is_listed_as_it_came_and_never_as_zero_instead(string body, int? validLength)
    {
        Assert.True(ParallelRating.Query(1).TryDecode(Encoding.ASCII.GetBytes(body), out ParallelRating? rating));
        Assert.Equal(validLength, rating.Fields.Single(field => field.Name == "validLength").Value);
    }

    [Fact]
    public void An_empty_firmware_is_no_value()
    {
        Assert.True(Firmware.Query.TryDecode(",00001,"u8, out Firmware? firmware));
        Assert.Equal(new Firmware { Slave1 = "00001" }, firmware);
    }

    [Fact]
    public void A_current_that_is_no_number_is_left_out()
    {
        Assert.True(ChargeCurrents.Total.TryDecode("010,0x0,030"u8, out ChargeCurrents? currents));
        Assert.Equal([10, 30], currents.Amperes);
    }

    private static string Spoil(string field, string fault) => fault switch
    {
        "empty" => "",
        "letters" => new string('x', field.Length),
        "plus" => "+" + field[1..],
        "space before" => " " + field[1..],
        "space behind" => field[..^1] + " ",
        "control" => "\u0002" + field[1..],
        _ => "1000000000",
    };
}
