using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>What a misbehaviour makes of the bytes of an answer.</summary>
internal static class AnswerShaper
{
    private const int ReportLength = 8;
    private const int WrongBy = 7;

    // Beginnings of frames that are none, and ends of none: a reader must find the answer behind them.
    private static ReadOnlySpan<byte> Noise => [0xFE, (byte)'^', (byte)'(', (byte)'A', 0x0D, (byte)'^', (byte)'D', (byte)'0', 0x0D, 0x00, (byte)'(', (byte)'N', 0x7F, (byte)'^'];

    public static byte[] Shape(MisbehaviourKind kind, byte[] frame) => kind switch
    {
        MisbehaviourKind.BadCrc => WithWrongChecksum(frame),
        MisbehaviourKind.WrongLength => WithWrongLength(frame),
        MisbehaviourKind.Garbage => [.. Noise, .. frame],
        MisbehaviourKind.Truncate or MisbehaviourKind.Unplug => frame[..(frame.Length / 2)],
        MisbehaviourKind.Double => [.. frame, .. frame],
        MisbehaviourKind.Padding => [.. frame, .. new byte[(ReportLength - (frame.Length % ReportLength)) % ReportLength]],
        _ => frame,
    };

    // Neither a byte that ends a frame or begins one, nor 01 for 00, which counts as right.
    private static byte[] WithWrongChecksum(byte[] frame)
    {
        byte[] wrong = [.. frame];
        byte right = wrong[^2];
        byte value = (byte)(right ^ 0x55);
        while (value is 0x00 or 0x01 or 0x0A or 0x0D or (byte)'(' or (byte)'^' || value == right)
        {
            value++;
        }

        wrong[^2] = value;
        return wrong;
    }

    // ^1 and ^0 carry no length, and (NAK is no frame of this kind.
    private static byte[] WithWrongLength(byte[] frame)
    {
        if (!frame.AsSpan().StartsWith("^D"u8))
        {
            return frame;
        }

        byte[] wrong = [.. frame];
        int length = frame.Length - FrameReader.HeaderLength + WrongBy;
        (wrong[2], wrong[3], wrong[4]) = ((byte)('0' + (length / 100 % 10)), (byte)('0' + (length / 10 % 10)), (byte)('0' + (length % 10)));
        (wrong[^3], wrong[^2]) = Crc16.OnWire(wrong.AsSpan()[..^FrameReader.TrailerLength]);
        return wrong;
    }
}
