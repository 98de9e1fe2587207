using System.Text;

namespace Lvx.Core.Operations;

/// <summary>The screen as the sequences that ECMA-48 terminals obey.</summary>
internal static class AnsiText
{
    /// <summary>Another screen, cleared, without a cursor.</summary>
    public const string Enter = "\u001b[?1049h\u001b[?25l\u001b[2J";

    /// <summary>No colour, the cursor, and the screen that was there before.</summary>
    public const string Leave = "\u001b[0m\u001b[?25h\u001b[?1049l";

    /// <summary>Clears the screen.</summary>
    public const string Clear = "\u001b[2J";

    /// <summary>One line at its place, and nothing after it.</summary>
    public static string Place(int row, ScreenLine line)
    {
        var text = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"\u001b[{row + 1};1H");
        foreach ((string piece, Ink ink) in line.Pieces)
        {
            text.Append(ink switch
            {
                Ink.Strong => "\u001b[1m",
                Ink.Faint => "\u001b[2m",
                Ink.Good => "\u001b[32m",
                Ink.Note => "\u001b[33m",
                Ink.Bad => "\u001b[1;31m",
                _ => "",
            }).Append(piece).Append(ink == Ink.Plain ? "" : "\u001b[0m");
        }

        return text.Append("\u001b[K").ToString();
    }
}
