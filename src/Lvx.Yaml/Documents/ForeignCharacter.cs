using System.Globalization;

namespace Lvx.Yaml.Documents;

/// <summary>
/// Finds what no text file has: control characters, halves of characters, and what one program takes for the end of a line and another does not. The parser takes a
/// NUL for the end of the file, and would leave out the rest without a word.
/// </summary>
internal static class ForeignCharacter
{
    /// <summary>The first such character; null when there is none.</summary>
    public static (long Line, long Column, string Text)? Find(string text)
    {
        long line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
            else if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (IsForeign(c))
            {
                return (line, i - lineStart + 1, string.Create(CultureInfo.InvariantCulture, $"there is a character here that no text file has (U+{(int)c:X4})."));
            }
        }

        return null;
    }

    private static bool IsForeign(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || c is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(c);
}
