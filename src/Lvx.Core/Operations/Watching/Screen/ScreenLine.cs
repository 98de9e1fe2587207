using Lvx.Core.Recording;

namespace Lvx.Core.Operations;

/// <summary>One line of the screen: pieces of text, each in its ink, and nothing that a terminal would obey.</summary>
internal sealed class ScreenLine
{
    private readonly List<(string Text, Ink Ink)> pieces = [];

    public IReadOnlyList<(string Text, Ink Ink)> Pieces => pieces;

    /// <summary>How many columns it takes.</summary>
    public int Width { get; private set; }

    /// <summary>Adds text; what is not printable ASCII is escaped, wherever it came from.</summary>
    public ScreenLine Add(string text, Ink ink = Ink.Plain) => AddGlyphs(FrameText.EscapeSentence(text), ink);

    /// <summary>Adds text in a field of <paramref name="width"/> columns, cut where it is longer.</summary>
    public ScreenLine Field(string text, int width, Ink ink = Ink.Plain)
    {
        string safe = FrameText.EscapeSentence(text);
        return AddGlyphs(safe.Length > width ? Cut(safe, width) : safe.PadRight(width), ink);
    }

    /// <summary>Adds signs of the program's own, each a column wide.</summary>
    public ScreenLine AddGlyphs(string glyphs, Ink ink = Ink.Plain)
    {
        if (glyphs.Length > 0)
        {
            pieces.Add((glyphs, ink));
            Width += glyphs.Length;
        }

        return this;
    }

    /// <summary>Adds spaces up to a column.</summary>
    public ScreenLine To(int column) => AddGlyphs(new string(' ', Math.Max(0, column - Width)));

    /// <summary>Adds another line's pieces.</summary>
    public ScreenLine Add(ScreenLine other)
    {
        foreach ((string text, Ink ink) in other.pieces)
        {
            AddGlyphs(text, ink);
        }

        return this;
    }

    /// <summary>The same line in no more than <paramref name="width"/> columns.</summary>
    public ScreenLine Within(int width)
    {
        var line = new ScreenLine();
        foreach ((string text, Ink ink) in pieces)
        {
            int room = width - line.Width;
            if (room <= 0)
            {
                break;
            }

            line.AddGlyphs(text.Length <= room ? text : Cut(text, room), ink);
        }

        return line;
    }

    /// <summary>Its text alone, without what would be empty at its end.</summary>
    public override string ToString() => string.Concat(pieces.Select(piece => piece.Text)).TrimEnd();

    private static string Cut(string text, int width) => width > 4 && text.AsSpan(width).TrimEnd().Length > 0 ? text[..(width - 2)] + ".." : text[..width];
}
