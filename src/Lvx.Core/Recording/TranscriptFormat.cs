using System.Buffers;
using System.Globalization;

namespace Lvx.Core.Recording;

/// <summary>
/// The lines of a transcript: time in UTC, device, sign, hex, text, parted by tabs. Signs: <c>=</c> opened, <c>&gt;</c> sent, <c>&lt;</c> received,
/// <c>?</c> bytes that are no frame, <c>!</c> failed.
/// </summary>
internal static class TranscriptFormat
{
    public const string Header = "# lvxps transcript 1";

    private static readonly SearchValues<char> Written = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t']);

    private const string Signs = "=><?!";
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    public static string Format(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text) => string.Join(
        '\t',
        time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        FrameText.Escape(device),
        Signs[(int)kind],
        Convert.ToHexStringLower(bytes),
        text.Length > 0 ? FrameText.Escape(text) : FrameText.Escape(bytes));

    /// <returns>No value when the line has not that form; what <see cref="Format"/> would have escaped is not of it.</returns>
    public static TranscriptEntry? Parse(string line, int number)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 5
            || line.AsSpan().ContainsAnyExcept(Written)
            || columns[2].Length != 1
            || Signs.IndexOf(columns[2], StringComparison.Ordinal) is var kind && kind < 0
            || !DateTime.TryParseExact(
                columns[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time))
        {
            return null;
        }

        try
        {
            return new TranscriptEntry(number, time, columns[1], (FrameLogKind)kind, Convert.FromHexString(columns[3]), columns[4]);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
