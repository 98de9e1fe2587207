using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>Reads requests the way some firmware does: without looking at the checksum, and without needing one. One peer sends none at all.</summary>
internal static class LenientRequest
{
    public static bool TryRead(ReadOnlySpan<byte> raw, out FrameKind kind, out ReadOnlySpan<byte> body)
    {
        kind = raw.StartsWith("^S"u8) ? FrameKind.Setter : FrameKind.Query;
        body = default;
        if ((kind == FrameKind.Query && !raw.StartsWith("^P"u8))
            || raw.Length <= FrameReader.HeaderLength
            || !TryDigits(raw[2..FrameReader.HeaderLength], out int declared))
        {
            return false;
        }

        // The length counts checksum and CR whether or not they come.
        ReadOnlySpan<byte> inside = raw[FrameReader.HeaderLength..].TrimEnd((byte)'\r');
        body = inside[..Math.Clamp(declared - FrameReader.TrailerLength, 0, inside.Length)];
        return body.Length > 0;
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, out int value) =>
        int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);
}
