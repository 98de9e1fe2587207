using System.Text;

namespace Lvx.Core.Recording;

/// <summary>Bytes from a device as text that is safe to show: what is not printable ASCII is escaped, not obeyed.</summary>
public static class FrameText
{
    /// <summary>Printable ASCII as it is, the backslash doubled, anything else as <c>\x0d</c>.</summary>
    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length + 16);
        foreach (byte b in bytes)
        {
            Append(text, (char)b);
        }

        return text.ToString();
    }

    /// <summary>The same for text that came from a device.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            Append(shown, c);
        }

        return shown.ToString();
    }

    /// <summary>The same for a sentence in which what came from a device is escaped already: a backslash stays one.</summary>
    public static string EscapeSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            Append(shown, c, backslash: "\\");
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder text, char c, string backslash = @"\\")
    {
        switch (c)
        {
            case '\\':
                text.Append(backslash);
                break;
            case >= ' ' and <= '~':
                text.Append(c);
                break;
            default:
                text.Append(c <= 0xFF ? "\\x" : "\\u").Append(((int)c).ToString(c <= 0xFF ? "x2" : "x4", System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
