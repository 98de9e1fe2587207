using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class Crc16Tests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    // Captured, but for the check value of CRC-16/XMODEM.
    [Theory]
    [InlineData("^P007PIRI", 0xEE38)]
    [InlineData("^P005PI", 0x718B)]
    [InlineData("^P005GS", 0x5814)]
    [InlineData("^P006MOD", 0xDDBE)]
    [InlineData("^P006FWS", 0xC543)]
    [InlineData("^P006VFW", 0xF6E6)]
    [InlineData("^P009MCHGCR", 0xEE22)]
    [InlineData("^P007PGS0", 0x29B6)]
    [InlineData("^1", 0x0BC2)]
    [InlineData("^0", 0x1BE3)]
    [InlineData("^D00518", 0x3B03)]
    [InlineData("^D01720210521234743", 0x0D52)]
    [InlineData("123456789", 0x31C3)]
    [InlineData("", 0x0000)]
    public void The_checksum_is_crc_16_xmodem(string text, int crc) => Assert.Equal(crc, Crc16.Compute(Encoding.ASCII.GetBytes(text)));

    // Worked out apart from this code; the first is captured.
    [Theory]
    [InlineData("^D01720210521234743", 0x0D52, "0E52")]
    [InlineData("^D01100000263", 0x2865, "2965")]
    [InlineData("^D01100000281", 0x2B28, "2B29")]
    [InlineData("^D01100000254", 0x0DD1, "0ED1")]
    [InlineData("^D01100000158", 0x950D, "950E")]
    [InlineData("^D01100000357", 0x0A82, "0B82")]
    [InlineData("^D01100000083", 0x650A, "650B")]
    [InlineData("^D01100229748", 0x2828, "2929")]
    [InlineData("^D01100229309", 0x280D, "290E")]
    [InlineData("^D01100039086", 0x280A, "290B")]
    [InlineData("^D01100382959", 0x0D28, "0E29")]
    [InlineData("^D01100283949", 0x0D0D, "0E0E")]
    [InlineData("^D01100088462", 0x0D0A, "0E0B")]
    [InlineData("^D01100216598", 0x0A28, "0B29")]
    [InlineData("^D01100207198", 0x0A0D, "0B0E")]
    [InlineData("^D01100006256", 0x0A0A, "0B0B")]
    public void A_parenthesis_a_cr_or_a_lf_travels_incremented_by_one(string text, int crc, string wire)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Assert.Equal(crc, Crc16.Compute(bytes));
        (byte high, byte low) = Crc16.OnWire(bytes);
        Assert.Equal(wire, Convert.ToHexString([high, low]));
        Assert.True(Crc16.Fits(bytes, high, low));
        Assert.False(Crc16.Fits(bytes, (byte)(crc >> 8), (byte)crc));
    }

    [Theory]
    [InlineData("^D01100000041", "0025", "0125")]
    [InlineData("^D01100000398", "BE00", "BE01")]
    [InlineData("^D01100000400", "0000", "0101")]
    [InlineData("^D01100000400", "0000", "0100")]
    [InlineData("^D01100000400", "0000", "0001")]
    public void Zero_travels_as_zero_and_is_taken_as_one_too(string text, string sent, string alsoTaken)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        byte[] other = Convert.FromHexString(alsoTaken);
        (byte high, byte low) = Crc16.OnWire(bytes);
        Assert.Equal(sent, Convert.ToHexString([high, low]));
        Assert.True(Crc16.Fits(bytes, high, low));
        Assert.True(Crc16.Fits(bytes, other[0], other[1]));
    }

    [Fact]
    public void One_is_not_taken_as_zero()
    {
        byte[] body = Enumerable.Range(0, 1_000_000).Select(n => Encoding.ASCII.GetBytes($"^D011{n:D8}")).First(b => BitByBit(b) == 0x0101);
        Assert.True(Crc16.Fits(body, 0x01, 0x01));
        Assert.False(Crc16.Fits(body, 0x00, 0x01));
        Assert.False(Crc16.Fits(body, 0x01, 0x00));
    }

    [Fact]
    public void Of_all_checksums_only_those_that_peers_send_fit()
    {
        byte[] zero = "^D01100000041"u8.ToArray();
        List<string> fitting = [];
        for (int crc = 0; crc <= 0xFFFF; crc++)
        {
            if (Crc16.Fits(zero, (byte)(crc >> 8), (byte)crc))
            {
                fitting.Add($"{crc:X4}");
            }
        }

        Assert.Equal(["0025", "0125"], fitting);
    }

    [Fact]
    public void The_table_agrees_with_the_definition_bit_by_bit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.Equal(BitByBit(bytes), Crc16.Compute(bytes))).Check(Often);

    [Fact]
    public void What_travels_is_the_checksum_with_exactly_three_values_moved() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        ushort crc = BitByBit(bytes);
        (byte high, byte low) = Crc16.OnWire(bytes);
        Assert.Equal(Moved(crc >> 8), high);
        Assert.Equal(Moved(crc & 0xFF), low);
        Assert.DoesNotContain(high, "(\r\n"u8.ToArray());
        Assert.DoesNotContain(low, "(\r\n"u8.ToArray());
    }).Check(Often);

    private static int Moved(int b) => b switch { 0x28 => 0x29, 0x0D => 0x0E, 0x0A => 0x0B, _ => b };

    // Long division by x^16 + x^12 + x^5 + 1 of the message followed by sixteen zero bits.
    private static ushort BitByBit(byte[] message)
    {
        uint remainder = 0;
        foreach (byte b in (byte[])[.. message, 0, 0])
        {
            for (int bit = 7; bit >= 0; bit--)
            {
                remainder = (remainder << 1) | ((uint)(b >> bit) & 1);
                if ((remainder & 0x10000) != 0)
                {
                    remainder ^= 0x11021;
                }
            }
        }

        return (ushort)remainder;
    }
}
