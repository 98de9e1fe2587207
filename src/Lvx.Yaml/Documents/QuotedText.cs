using System.Globalization;
using System.Text;

namespace Lvx.Yaml.Documents;

/// <summary>Text from a device as it stands in a file: in double quotes on one line, ASCII only, so that nothing in it is ever part of the document.</summary>
internal static class QuotedText
{
    /// <summary>The text in double quotes; what is not printable ASCII escaped. Half a character, which no UTF-8 file can hold, becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append((char)rune.Value);
                    break;
                case >= ' ' and <= '~':
                    quoted.Append((char)rune.Value);
                    break;
                default:
                    (string prefix, string format) = rune.Value switch { <= 0xFF => ("\\x", "x2"), <= 0xFFFF => ("\\u", "x4"), _ => ("\\U", "x8") };
                    quoted.Append(prefix).Append(rune.Value.ToString(format, CultureInfo.InvariantCulture));
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A name without quotes where it is a plain word, and in quotes otherwise.</summary>
    public static string Name(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && name != Unknown ? name : Of(name);

    /// <summary>What stands, without quotes, for text that there is none of.</summary>
    public const string Unknown = "unknown";
}
