namespace Lvx.Pi18;

/// <summary>
/// The checksum of a PI18 frame: CRC-16/XMODEM (polynomial 1021, initial value 0, not reflected), high byte first, with the bytes that mean
/// something on the line kept out of it.
/// </summary>
/// <remarks>
/// A checksum byte that would read <c>(</c>, CR or LF travels incremented by one, so that the first CR after a header always ends the frame.
/// Proven by the captured <c>^D01720210521234743</c>, whose 0D52 travels as 0E52. One peer also increments 00; that form is accepted and never sent.
/// </remarks>
public static class Crc16
{
    private static readonly ushort[] Table = MakeTable();

    /// <summary>The plain CRC-16/XMODEM of <paramref name="bytes"/>, before any byte is kept off the line's special values.</summary>
    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (byte b in bytes)
        {
            crc = (ushort)((crc << 8) ^ Table[(crc >> 8) ^ b]);
        }

        return crc;
    }

    /// <summary>The two checksum bytes as they travel after <paramref name="bytes"/>, high byte first.</summary>
    public static (byte High, byte Low) OnWire(ReadOnlySpan<byte> bytes)
    {
        ushort crc = Compute(bytes);
        return (KeepOffSpecial((byte)(crc >> 8)), KeepOffSpecial((byte)crc));
    }

    /// <summary>Whether <paramref name="high"/> and <paramref name="low"/> are the checksum of <paramref name="bytes"/>, in either form that peers send.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes, byte high, byte low)
    {
        (byte expectedHigh, byte expectedLow) = OnWire(bytes);
        return Same(expectedHigh, high) && Same(expectedLow, low);
    }

    // 00 as 01 is one peer's habit: accepted, never sent.
    private static bool Same(byte expected, byte actual) => expected == actual || (expected == 0x00 && actual == 0x01);

    private static byte KeepOffSpecial(byte b) => b is 0x28 or 0x0D or 0x0A ? (byte)(b + 1) : b;

    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (int i = 0; i < table.Length; i++)
        {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }

            table[i] = (ushort)crc;
        }

        return table;
    }
}
