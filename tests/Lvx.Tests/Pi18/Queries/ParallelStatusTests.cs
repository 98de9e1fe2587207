using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class ParallelStatusTests
{
    private const string Nobody = "0,0,00,0000,000,0000,000,0000,0000,00000,00000,000,000,000,000,000,000,000,0000,0000,0000,0000,0,0,0,0,0,0,000";

    [Fact]
    public void A_slot_of_zeros_is_absent() => Assert.False(With(0, "0").IsPresent);

    [Fact]
    public void A_slot_is_present_when_its_first_field_is_1() => Assert.True(With(0, "1").IsPresent);

    // A toolset that ran on the LVX6048 read field 0 as the unit's index, with 0 for the master.
    [Theory]
    [InlineData(3, "2387")]
    [InlineData(5, "2387")]
    [InlineData(13, "518")]
    public void A_slot_is_present_when_a_voltage_is_there_whatever_its_first_field(int index, string voltage)
    {
        Assert.True(With(index, voltage).IsPresent);
        Assert.True((With(index, voltage) with { Exists = 2 }).IsPresent);
        Assert.True((With(index, voltage) with { Exists = null }).IsPresent);
    }

    // "The rest of the record is populated" needs no voltage: a unit stopped by a fault, or one that only the sun feeds.
    [Theory]
    [InlineData(1, "4")]
    [InlineData(2, "71")]
    [InlineData(7, "0716")]
    [InlineData(18, "1137")]
    [InlineData(20, "2088")]
    [InlineData(28, "037")]
    public void A_slot_is_present_when_anything_of_its_own_is_there(int index, string value) => Assert.True(With(index, value).IsPresent);

    [Fact]
    public void An_index_in_the_first_field_is_kept()
    {
        Assert.Equal(2, With(0, "2").Exists);
        Assert.Equal(9, With(0, "9").Exists);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("05", 5)]
    [InlineData("7", 7)]
    public void The_mode_has_one_digit_or_two(string mode, int code) => Assert.Equal((OperatingMode)code, With(1, mode).Mode);

    private static ParallelStatus With(int index, string value)
    {
        string[] fields = Nobody.Split(',');
        fields[index] = value;
        Assert.True(ParallelStatus.Query(0).TryDecode(Encoding.ASCII.GetBytes(string.Join(',', fields)), out ParallelStatus? status));
        return status;
    }
}
