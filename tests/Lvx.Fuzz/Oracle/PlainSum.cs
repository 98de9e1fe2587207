namespace Lvx.Fuzz.Oracle;

/// <summary>The checksum a second time, bit by bit, as the documents describe it: polynomial 1021, from 0, and 28, 0D and 0A moved up by one.</summary>
internal static class PlainSum
{
    public static (byte High, byte Low) Of(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte b in bytes)
        {
            for (int bit = 7; bit >= 0; bit--)
            {
                bool carry = (crc & 0x8000) != 0;
                crc = ((crc << 1) & 0xFFFF) | ((b >> bit) & 1);
                crc = carry ? crc ^ 0x1021 : crc;
            }
        }

        // Sixteen zeros push the last bits of the message through.
        for (int bit = 0; bit < 16; bit++)
        {
            bool carry = (crc & 0x8000) != 0;
            crc = (crc << 1) & 0xFFFF;
            crc = carry ? crc ^ 0x1021 : crc;
        }

        return (Moved((byte)(crc >> 8)), Moved((byte)(crc & 0xFF)));
    }

    /// <summary>Whether two bytes are the checksum; 01 is taken for 00, which one peer sends.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes, byte high, byte low)
    {
        (byte wantedHigh, byte wantedLow) = Of(bytes);
        return (high == wantedHigh || (wantedHigh == 0 && high == 1)) && (low == wantedLow || (wantedLow == 0 && low == 1));
    }

    /// <summary>A frame around a body of any bytes.</summary>
    public static byte[] Frame(char letter, ReadOnlySpan<byte> body, int declared)
    {
        byte[] frame = new byte[5 + body.Length + 3];
        frame[0] = (byte)'^';
        frame[1] = (byte)letter;
        frame[2] = (byte)('0' + (declared / 100 % 10));
        frame[3] = (byte)('0' + (declared / 10 % 10));
        frame[4] = (byte)('0' + (declared % 10));
        body.CopyTo(frame.AsSpan(5));
        (frame[^3], frame[^2]) = Of(frame.AsSpan(0, frame.Length - 3));
        frame[^1] = 13;
        return frame;
    }

    public static byte[] Frame(char letter, ReadOnlySpan<byte> body) => Frame(letter, body, (body.Length + 3) % 1000);

    private static byte Moved(byte b) => b is 0x28 or 0x0D or 0x0A ? (byte)(b + 1) : b;
}
