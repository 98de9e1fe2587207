using System.Text;

namespace Lvx.Pi18;

/// <summary>Builds frames as they travel.</summary>
public static class FrameWriter
{
    /// <summary><c>^1</c>, always these five bytes.</summary>
    public static ReadOnlySpan<byte> Accepted => [0x5E, 0x31, 0x0B, 0xC2, 0x0D];

    /// <summary><c>^0</c>, always these five bytes.</summary>
    public static ReadOnlySpan<byte> Refused => [0x5E, 0x30, 0x1B, 0xE3, 0x0D];

    /// <summary>Writes header, body, checksum and CR into <paramref name="destination"/>.</summary>
    /// <returns>The length of the frame.</returns>
    /// <exception cref="ArgumentException">The kind has no such form, the body is longer than three digits can say, or the room does not suffice.</exception>
    public static int Write(Span<byte> destination, FrameKind kind, ReadOnlySpan<byte> body) =>
        Write(destination, kind, body, body.Length + FrameReader.TrailerLength);

    /// <summary>A frame of its own around an ASCII <paramref name="body"/>.</summary>
    public static byte[] Encode(FrameKind kind, string body) => Encode(kind, body, body.Length + FrameReader.TrailerLength);

    /// <summary>The same with a length in the header that need not be the right one.</summary>
    internal static byte[] Encode(FrameKind kind, string body, int declared)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(body);
        var frame = new byte[FrameReader.HeaderLength + bytes.Length + FrameReader.TrailerLength];
        Write(frame, kind, bytes, declared);
        return frame;
    }

    private static int Write(Span<byte> destination, FrameKind kind, ReadOnlySpan<byte> body, int declared)
    {
        byte letter = kind switch
        {
            FrameKind.Query => (byte)'P',
            FrameKind.Setter => (byte)'S',
            FrameKind.Answer => (byte)'D',
            _ => throw new ArgumentException($"A frame of the kind {kind} carries no body.", nameof(kind)),
        };
        int total = FrameReader.HeaderLength + body.Length + FrameReader.TrailerLength;
        if (declared > 999)
        {
            throw new ArgumentException("The body is longer than the three digits of the length can say.", nameof(body));
        }

        if (destination.Length < total)
        {
            throw new ArgumentException($"The frame needs {total} bytes.", nameof(destination));
        }

        destination[0] = (byte)'^';
        destination[1] = letter;
        destination[2] = (byte)('0' + (declared / 100));
        destination[3] = (byte)('0' + (declared / 10 % 10));
        destination[4] = (byte)('0' + (declared % 10));
        body.CopyTo(destination[FrameReader.HeaderLength..]);
        int end = FrameReader.HeaderLength + body.Length;
        (destination[end], destination[end + 1]) = Crc16.OnWire(destination[..end]);
        destination[end + 2] = 0x0D;
        return total;
    }
}
