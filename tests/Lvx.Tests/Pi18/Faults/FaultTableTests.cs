using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FaultTableTests
{
    // The wording of the documents (InfiniSolar V protocol, 2017 and 2022).
    [Theory]
    [InlineData(1, "fan locked")]
    [InlineData(2, "over temperature")]
    [InlineData(3, "battery voltage too high")]
    [InlineData(4, "battery voltage too low")]
    [InlineData(5, "output short circuit")]
    [InlineData(6, "output voltage too high")]
    [InlineData(7, "overload time-out")]
    [InlineData(8, "bus voltage too high")]
    [InlineData(9, "bus soft start failed")]
    [InlineData(11, "main relay failed")]
    [InlineData(51, "inverter over current")]
    [InlineData(52, "bus voltage too low")]
    [InlineData(53, "inverter soft start failed")]
    [InlineData(54, "self-test failed")]
    [InlineData(55, "DC component on the output")]
    [InlineData(56, "battery connection open")]
    [InlineData(57, "current sensor failed")]
    [InlineData(58, "output voltage too low")]
    [InlineData(60, "inverter negative power")]
    [InlineData(71, "parallel firmware version different")]
    [InlineData(72, "parallel current sharing failed")]
    [InlineData(80, "CAN communication failed")]
    [InlineData(81, "parallel host lost")]
    [InlineData(82, "parallel synchronisation lost")]
    [InlineData(83, "parallel battery voltage different")]
    [InlineData(84, "parallel line voltage or frequency different")]
    [InlineData(85, "parallel line current unbalanced")]
    [InlineData(86, "parallel output setting different")]
    public void A_code_has_its_meaning_and_a_next_step(int code, string text)
    {
        FaultInfo fault = FaultTable.Find(code);
        Assert.Equal(code, fault.Code);
        Assert.Equal(text, fault.Text);
        Assert.False(string.IsNullOrWhiteSpace(fault.NextStep));
        Assert.Equal($"{code} {text}", fault.ToString());
    }

    [Fact]
    public void No_code_but_those_of_the_documents_is_known() => Assert.Equal(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 51, 52, 53, 54, 55, 56, 57, 58, 60, 71, 72, 80, 81, 82, 83, 84, 85, 86],
        FaultTable.Codes.Order());

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(59)]
    [InlineData(99)]
    [InlineData(-1)]
    public void A_code_that_no_document_knows_is_kept_with_a_next_step(int code)
    {
        FaultInfo fault = FaultTable.Find(code);
        Assert.Equal(code, fault.Code);
        Assert.Equal("unknown fault", fault.Text);
        Assert.False(string.IsNullOrWhiteSpace(fault.NextStep));
        Assert.Equal($"{code} unknown fault", fault.ToString());
    }

    [Fact]
    public void Zero_is_no_fault() => Assert.Equal((0, "no fault", "", "no fault"),
        (FaultTable.Find(0).Code, FaultTable.Find(0).Text, FaultTable.Find(0).NextStep, FaultTable.Find(0).ToString()));
}
