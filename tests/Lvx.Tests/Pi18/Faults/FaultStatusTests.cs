using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FaultStatusTests
{
    // The order of the documents.
    private static readonly string[] Words =
    [
        "line fail", "output short", "inverter over temperature", "fan lock", "battery high", "battery low", "battery under", "overload", "EEPROM fail",
        "power limit", "PV1 high", "PV2 high", "MPPT1 overload", "MPPT2 overload", "battery too low for SCC1", "battery too low for SCC2", "battery open",
    ];

    [Fact]
    public void Each_flag_has_its_word()
    {
        Assert.Equal(17, FaultStatus.KnownFlags);
        for (int flag = 0; flag < 17; flag++)
        {
            FaultStatus status = Decode("00", Enumerable.Range(0, 17).Select(n => n == flag ? "1" : "0"));
            Assert.Equal([Words[flag]], status.Warnings);
            Assert.Equal([status.Fields[flag + 1].Name], status.Fields.Where(field => field.Value is true).Select(field => field.Name));
        }
    }

    [Fact]
    public void All_flags_at_once_come_in_the_order_of_the_wire() => Assert.Equal(Words, Decode("00", Enumerable.Repeat("1", 17)).Warnings);

    [Fact]
    public void No_flag_is_no_warning()
    {
        FaultStatus status = Decode("00", Enumerable.Repeat("0", 17));
        Assert.Empty(status.Warnings);
        Assert.Equal(0, status.FaultCode);
    }

    // The 2017 document has 16 flags.
    [Fact]
    public void Sixteen_flags_are_sixteen()
    {
        FaultStatus status = Decode("00", Enumerable.Repeat("1", 16));
        Assert.Equal(Words[..16], status.Warnings);
        Assert.Equal(16, status.FlagCount);
        Assert.Equal(17, status.Fields.Count);
    }

    [Fact]
    public void Flags_behind_the_known_ones_are_named_by_their_number()
    {
        FaultStatus status = Decode("00", Enumerable.Range(1, 25).Select(n => n is 18 or 25 ? "1" : "0"));
        Assert.Equal(["warning 18", "warning 25"], status.Warnings);
        Assert.Equal(25, status.FlagCount);
        Assert.Equal(26, status.Fields.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("x")]
    public void An_unreadable_flag_is_no_value_and_no_warning(string flag)
    {
        FaultStatus status = Decode("00", Enumerable.Range(0, 17).Select(n => n switch { 4 => flag, 5 => "1", _ => "0" }));
        Assert.Equal(["battery low"], status.Warnings);
        Assert.Equal(1u << 4, status.Unreadable);
        Assert.Equal(1u << 5, status.Raised);
        Assert.Null(status.Fields.Single(field => field.Name == "batteryHigh").Value);
    }

    [Theory]
    [InlineData("00", 0)]
    [InlineData("71", 71)]
    [InlineData("99", 99)]
    [InlineData("", null)]
    [InlineData("x1", null)]
    public void The_fault_code_is_kept_known_or_not(string field, int? code) => Assert.Equal(code, Decode(field, Enumerable.Repeat("0", 17)).FaultCode);

    private static FaultStatus Decode(string code, IEnumerable<string> flags)
    {
        Assert.True(FaultStatus.Query.TryDecode(Encoding.ASCII.GetBytes(string.Join(',', flags.Prepend(code))), out FaultStatus? status));
        return status;
    }
}
