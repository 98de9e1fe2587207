using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>The last readings of a figure as a line of bars, one column each; a reading that is missing is a gap.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Ascii = "_.-:=+*#";

    /// <param name="samples">The readings, the oldest first; the last <paramref name="width"/> are shown.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isUnicode">Whether block elements are understood.</param>
    public static string Draw(IReadOnlyList<decimal?> samples, int width, bool isUnicode)
    {
        string levels = isUnicode ? Blocks : Ascii;
        decimal?[] shown = [.. samples.TakeLast(width)];
        decimal[] known = [.. shown.OfType<decimal>()];
        if (known.Length == 0)
        {
            return "";
        }

        decimal least = known.Min();
        decimal span = known.Max() - least;
        return string.Concat(shown.Select(value => value is not { } one ? ' ' : span == 0 ? levels[levels.Length / 2] : levels[(int)((one - least) / span * (levels.Length - 1))]));
    }

    /// <summary>A line with its name, the bars, and from what to what they go.</summary>
    public static ScreenLine Line(string label, IReadOnlyList<decimal?> samples, int width, bool isUnicode, string form, int labelWidth)
    {
        const int rangeWidth = 18;
        ScreenLine line = new ScreenLine().Field(label, labelWidth);
        int room = width - labelWidth - rangeWidth;
        decimal[] known = [.. samples.TakeLast(Math.Max(0, room)).OfType<decimal>()];
        if (known.Length == 0 || room < 4)
        {
            return line.Add("--");
        }

        string least = known.Min().ToString(form, CultureInfo.InvariantCulture);
        string most = known.Max().ToString(form, CultureInfo.InvariantCulture);
        return line.AddGlyphs(Draw(samples, room, isUnicode), Ink.Strong).Add(least == most ? $"  {least}" : $"  {least} to {most}", Ink.Faint);
    }
}
