using System.Management.Automation;
using System.Text;

namespace LvxPS.Hosting;

/// <summary>A line for the person at the prompt. A terminal is given it broken between words; in a log, a variable or a pipe it stays one line.</summary>
internal sealed class HostLine : HostInformationMessage
{
    private readonly string text;

    public HostLine(string text, int width, bool isApart)
    {
        this.text = text;
        Message = (isApart ? Environment.NewLine : "") + Broken(text, width);
    }

    /// <inheritdoc/>
    public override string ToString() => text;

    /// <summary>The text in lines that are shorter than <paramref name="width"/>, where its words allow that; 0 is no limit.</summary>
    private static string Broken(string text, int width)
    {
        if (width == 0)
        {
            return text;
        }

        var lines = new StringBuilder(text.Length + 8);
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length >= width)
            {
                lines.Append(Environment.NewLine);
                column = 0;
            }
            else if (column > 0)
            {
                lines.Append(' ');
                column++;
            }

            lines.Append(word);
            column += word.Length;
        }

        return lines.ToString();
    }
}
