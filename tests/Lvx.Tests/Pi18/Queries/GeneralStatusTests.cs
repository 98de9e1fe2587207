using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class GeneralStatusTests
{
    [Theory]
    [InlineData("000", 0)]
    [InlineData("100", 100)]
    [InlineData("101", null)]
    [InlineData("255", null)]
    public void A_state_of_charge_over_100_percent_is_no_value(string field, int? value) => Assert.Equal(value, With(12, field).BatteryCapacity);

    [Theory]
    [InlineData("101", 101)]
    [InlineData("250", 250)]
    [InlineData("1000", null)]
    public void A_load_over_100_percent_is_an_overload(string field, int? value) =>
        Assert.Equal(value, ParallelWith(11, field).LoadPercent);

    [Theory]
    [InlineData(13, "-05", -5)]
    [InlineData(14, "-12", -12)]
    [InlineData(15, "-001", -1)]
    [InlineData(13, "046", 46)]
    public void A_temperature_may_be_below_zero(int index, string field, int value)
    {
        GeneralStatus status = With(index, field);
        Assert.Equal(value, new[] { status.HeatSinkTemperature, status.Mppt1Temperature, status.Mppt2Temperature }[index - 13]);
    }

    [Fact]
    public void Below_zero_travels_in_as_many_bytes_as_above() =>
        Assert.Equal("-05", With(13, "-05").ToBody().Split(',')[13]);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("9", 9)]
    public void A_code_without_a_name_stays_a_number(string field, int code)
    {
        Assert.Equal((MpptStatus)code, With(21, field).Mppt1Status);
        Assert.Equal((MpptStatus)code, With(22, field).Mppt2Status);
        Assert.Equal((BatteryDirection)code, With(24, field).BatteryDirection);
        Assert.Equal((DcAcDirection)code, With(25, field).DcAcDirection);
        Assert.Equal((LineDirection)code, With(26, field).LineDirection);
    }

    [Fact]
    public void Powers_of_five_digits_are_read_whole()
    {
        Assert.Equal(12000, With(4, "12000").OutputApparentPower);
        Assert.Equal(11999, With(5, "11999").OutputActivePower);
    }

    [Fact]
    public void The_last_field_is_the_instance_and_0_is_the_master()
    {
        Assert.Equal(0, With(27, "0").ParallelInstance);
        Assert.Equal(1, With(27, "1").ParallelInstance);
        Assert.Equal(8, With(27, "8").ParallelInstance);
    }

    private static GeneralStatus With(int index, string field)
    {
        string[] fields = Encoding.ASCII.GetString(FrameFixtures.Find("gs-lv5048-load-1458w").Body).Split(',');
        fields[index] = field;
        Assert.True(GeneralStatus.Query.TryDecode(Encoding.ASCII.GetBytes(string.Join(',', fields)), out GeneralStatus? status));
        return status;
    }

    private static ParallelStatus ParallelWith(int index, string field)
    {
        string[] fields = Encoding.ASCII.GetString(FrameFixtures.Find("pgs-hybrid").Body).Split(',');
        fields[index] = field;
        Assert.True(ParallelStatus.Query(0).TryDecode(Encoding.ASCII.GetBytes(string.Join(',', fields)), out ParallelStatus? status));
        return status;
    }
}
