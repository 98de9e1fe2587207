using System.Text;

namespace Lvx.Pi18;

/// <summary>
/// A unit's serial number. On the wire it stands in 22 digits: how many count, then 20 of them, zero filled. People write either those 22 or only the ones that count.
/// </summary>
public static class SerialNumber
{
    /// <summary>The width of the form on the wire.</summary>
    public const int WireLength = 2 + Room;

    private const int Room = 20;

    /// <summary>The digits that count, from either form; an unusual one is kept as it is.</summary>
    /// <param name="text">The 22-digit form, or the serial number itself.</param>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        return trimmed.Length == WireLength && TryLength(trimmed[0], trimmed[1], out int valid) ? trimmed.Substring(2, valid) : trimmed;
    }

    /// <summary>Whether two serial numbers, each in either form, are one.</summary>
    public static bool Same(string? one, string? other) =>
        one is not null && other is not null && string.Equals(Normalise(one), Normalise(other), StringComparison.Ordinal);

    /// <summary>The 22 digits in which a unit sends <paramref name="serial"/>.</summary>
    /// <exception cref="ArgumentException">More than 20 characters.</exception>
    public static string ToWire(string serial)
    {
        ArgumentNullException.ThrowIfNull(serial);
        return serial.Length <= Room
            ? string.Concat(((char)('0' + (serial.Length / 10))).ToString(), ((char)('0' + (serial.Length % 10))).ToString(), serial.PadRight(Room, '0'))
            : throw new ArgumentException($"A serial number has at most {Room} characters.", nameof(serial));
    }

    /// <summary>The serial number in the 22 bytes of an answer; all 22 when the first two are no length.</summary>
    internal static string FromWire(ReadOnlySpan<byte> field) =>
        field.Length >= 2 && TryLength((char)field[0], (char)field[1], out int valid) && field.Length >= 2 + valid
            ? Encoding.Latin1.GetString(field.Slice(2, valid))
            : Encoding.Latin1.GetString(field);

    private static bool TryLength(char tens, char ones, out int length)
    {
        length = ((tens - '0') * 10) + (ones - '0');
        return char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) && length is > 0 and <= Room;
    }
}
