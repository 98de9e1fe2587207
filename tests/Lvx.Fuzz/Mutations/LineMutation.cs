using System.Text;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Mutations;

/// <summary>Makes what a line could carry: sound frames, damaged ones, and everything around and between them.</summary>
internal static class LineMutation
{
    private const int LongestNoise = 1200;

    private static readonly byte[][] Words = ["(NAKss\r"u8.ToArray(), "(ACK9 \r"u8.ToArray(), "(NAK"u8.ToArray(), "^"u8.ToArray(), "^D"u8.ToArray(), "^D00"u8.ToArray(), "\r"u8.ToArray(), "^1\v\xC2\r"u8.ToArray()];

    /// <summary>A run of bytes as a line could bring them.</summary>
    public static byte[] Make(Dice dice)
    {
        var line = new List<byte>();
        for (int pieces = dice.Between(1, 4); pieces > 0; pieces--)
        {
            line.AddRange(Piece(dice));
        }

        return [.. line];
    }

    /// <summary>One frame after one mishap.</summary>
    public static byte[] Mutate(byte[] frame, byte[] request, Dice dice) => dice.Below(18) switch
    {
        0 => Changed(frame, dice, bytes => bytes[dice.Below(bytes.Length)] ^= (byte)(1 << dice.Below(8))),
        1 => Changed(frame, dice, bytes => bytes[dice.Below(bytes.Length)] = dice.Byte()),
        2 => [.. frame[..dice.Below(frame.Length + 1)]],
        3 => [.. frame[dice.Below(frame.Length + 1)..]],
        4 => Cut(frame, dice),
        5 => Inserted(frame, dice),
        6 => Changed(frame, dice, bytes => bytes[Math.Min(dice.Between(2, 4), bytes.Length - 1)] = (byte)('0' + dice.Below(10))),
        7 => [.. frame, .. frame],
        8 => [.. frame[..^1], .. frame],
        9 => [.. request, .. frame],
        10 => Padded(frame),
        11 => [.. Noise(dice), .. frame, .. Noise(dice)],
        12 => Changed(frame, dice, bytes => bytes[Math.Max(bytes.Length - dice.Between(2, 3), 0)]++),
        13 => Changed(frame, dice, bytes => (bytes[^1], bytes[^2]) = (bytes[^2], bytes[^1])),
        14 => [.. frame[..^1], .. Noise(dice), 13],
        15 => [.. dice.Of(Words), .. frame],
        16 => [.. frame[..(frame.Length / 2)], .. request, .. frame[(frame.Length / 2)..]],
        _ => Shuffled(frame, dice),
    };

    /// <summary>Bytes of any value, sometimes more than any frame is long.</summary>
    public static byte[] Noise(Dice dice)
    {
        byte[] noise = new byte[dice.OneIn(40) ? dice.Below(LongestNoise) : dice.Below(12)];
        int kind = dice.Below(3);
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = kind switch { 0 => dice.Byte(), 1 => 0, _ => (byte)dice.Of("^D0P1S2(NAKss\rACK9 \n,35") };
        }

        return noise;
    }

    private static byte[] Piece(Dice dice)
    {
        byte[] frame = Sound(dice);
        return dice.Below(6) switch
        {
            0 => frame,
            1 => dice.Of(Words),
            2 => [.. frame, .. Noise(dice)],
            _ => Mutate(frame, Request(dice), dice),
        };
    }

    private static byte[] Sound(Dice dice) => dice.Below(8) switch
    {
        0 => Request(dice),
        1 => [.. dice.OneIn(2) ? "^1\v"u8 : "^0\x1B"u8, .. dice.OneIn(2) ? new byte[] { 0xC2, 13 } : [0xE3, 13]],
        2 => PlainSum.Frame('D', Bytes(dice.Digits(dice.OneIn(8) ? dice.Between(0, 1010) : dice.Between(0, 40)))),
        3 => PlainSum.Frame('D', Bytes(dice.Of(PlainAnswer.All).Make(dice)), dice.Below(1000)),
        4 or 5 => PlainSum.Frame('D', Bytes(dice.Of(PlainAnswer.All).Make(dice))),
        _ => dice.Of(Fixtures.Frames),
    };

    private static byte[] Request(Dice dice) => PlainSum.Frame(dice.OneIn(6) ? 'S' : 'P', Bytes(dice.Of(PlainAnswer.All).Command));

    private static byte[] Bytes(string body) => Encoding.Latin1.GetBytes(body);

    private static byte[] Changed(byte[] frame, Dice dice, Action<byte[]> change)
    {
        byte[] changed = [.. frame];
        for (int times = dice.OneIn(4) ? 2 : 1; times > 0; times--)
        {
            change(changed);
        }

        return changed;
    }

    private static byte[] Cut(byte[] frame, Dice dice)
    {
        int at = dice.Below(frame.Length);
        return [.. frame[..at], .. frame[Math.Min(frame.Length, at + dice.Between(1, 4))..]];
    }

    private static byte[] Inserted(byte[] frame, Dice dice)
    {
        int at = dice.Below(frame.Length + 1);
        return [.. frame[..at], dice.OneIn(2) ? dice.Byte() : (byte)dice.Of("^D0\r,(\0"), .. frame[at..]];
    }

    private static byte[] Padded(byte[] frame) => [.. frame, .. new byte[(8 - (frame.Length % 8)) % 8], .. new byte[8]];

    private static byte[] Shuffled(byte[] frame, Dice dice)
    {
        // Reports of eight bytes that came in another order.
        List<byte[]> reports = [.. frame.Chunk(8)];
        int one = dice.Below(reports.Count), other = dice.Below(reports.Count);
        (reports[one], reports[other]) = (reports[other], reports[one]);
        return [.. reports.SelectMany(report => report)];
    }
}
