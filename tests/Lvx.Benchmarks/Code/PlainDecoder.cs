using System.Globalization;
using System.Text;

namespace Lvx.Benchmarks;

/// <summary>What a first attempt looks like: the body as a string, cut at the commas, each field a number. It checks no shape, knows no tenths, and fails on an empty field.</summary>
internal static class PlainDecoder
{
    public static int[] Decode(byte[] body)
    {
        string[] fields = Encoding.ASCII.GetString(body).Split(',');
        var values = new int[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            values[i] = int.Parse(fields[i], CultureInfo.InvariantCulture);
        }

        return values;
    }

    /// <summary>The checksum bit by bit, without a table.</summary>
    public static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte b in bytes)
        {
            crc ^= b << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }

            crc &= 0xFFFF;
        }

        return (ushort)crc;
    }

    /// <summary>A request put together as text.</summary>
    public static byte[] Request(string command)
    {
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"^P{command.Length + 3:000}{command}"));
        ushort crc = Checksum(head);
        return [.. head, (byte)(crc >> 8), (byte)crc, 0x0D];
    }
}
