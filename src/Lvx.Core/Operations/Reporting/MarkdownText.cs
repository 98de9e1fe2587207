using System.Text;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Text within Markdown, where it means nothing but itself: in a paragraph, a list or a cell of a table.</summary>
internal static class MarkdownText
{
    /// <summary>Text that begins a line.</summary>
    public static string Escape(string text) => Escape(text, beginsLine: true);

    /// <summary>Text that follows something else in its line, as in a cell of a table.</summary>
    public static string EscapeWithin(string text) => Escape(text, beginsLine: false);

    private static string Escape(string text, bool beginsLine)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' => escaped.Append('\\').Append(c),
                // At the beginning of a line these make headings, lists and rules; a number and a point make a list.
                '#' or '+' or '-' or '=' when beginsLine && i == 0 => escaped.Append('\\').Append(c),
                '.' or ')' when beginsLine && i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 => escaped.Append('\\').Append(c),
                // GitHub makes a link of what looks like an address or a person: nothing in here was meant as one.
                ':' when text.AsSpan(i).StartsWith("://", StringComparison.Ordinal) => escaped.Append("\\:"),
                '.' when i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => escaped.Append("\\."),
                '@' => escaped.Append("\\@"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
