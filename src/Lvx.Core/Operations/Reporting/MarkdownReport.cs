using System.Globalization;
using System.Text;

namespace Lvx.Core.Operations.Reporting;

/// <summary>A report as GitHub's Markdown, with no HTML in it. Pure: the same document gives the same text.</summary>
internal static class MarkdownReport
{
    private const string Blank = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

    public static string Write(ReportDocument document)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.EscapeWithin(document.Title)}\n");
        foreach (ReportSection section in document.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Number}. {MarkdownText.EscapeWithin(section.Title)}\n");
            foreach (ReportBlock block in section.Blocks)
            {
                Write(text, block);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case TextBlock paragraph:
                text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Escape(paragraph.Text)}\n");
                break;
            case FindingBlock finding:
                text.Append(CultureInfo.InvariantCulture, $"\n> **{MarkdownText.Escape(finding.Word)}** {MarkdownText.EscapeWithin(finding.Title)}\n");
                text.AppendJoin("", finding.More.Select(more => $">\n> {MarkdownText.Escape(more)}\n"));
                break;
            case ListBlock { Items.Count: > 0 } list:
                text.Append('\n').AppendJoin("", list.Items.Select(item => $"- {MarkdownText.Escape(item)}\n"));
                break;
            case TableBlock table:
                Write(text, table.Title, table.Head, table.Rows);
                break;
            case ChartBlock chart:
                Write(text, chart.Title, ["Unit", "Least / mean / greatest"], [.. chart.Bars.Select(bar => (IReadOnlyList<Cell>)[bar.Label, bar.Text])]);
                text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Escape(chart.Note)} Scale: {MarkdownText.EscapeWithin(chart.Scale.Least)} to {MarkdownText.EscapeWithin(chart.Scale.Greatest)}.\n");
                break;
            case ListingBlock listing:
                Write(text, listing);
                break;
        }
    }

    private static void Write(StringBuilder text, string title, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {MarkdownText.EscapeWithin(title)}\n\n| {string.Join(" | ", head.Select(MarkdownText.EscapeWithin))} |\n|{string.Concat(Enumerable.Repeat(" --- |", head.Count))}\n");
        foreach (IReadOnlyList<Cell> row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(Cell))} |\n");
        }
    }

    private static void Write(StringBuilder text, ListingBlock listing)
    {
        string fence = Fence(listing.Lines);
        text.Append(CultureInfo.InvariantCulture, $"\n### {MarkdownText.EscapeWithin(listing.Title)}\n\n{fence}text\n").AppendJoin("", listing.Lines.Select(line => $"{line}\n")).Append(CultureInfo.InvariantCulture, $"{fence}\n");
    }

    private static string Cell(Cell cell) => cell.Tone switch
    {
        Tone.Blank => Blank,
        Tone.Bad => $"**{MarkdownText.EscapeWithin(cell.Text)}**",
        _ => MarkdownText.EscapeWithin(cell.Text),
    };

    /// <summary>A fence that no line of the listing can close.</summary>
    private static string Fence(IReadOnlyList<string> lines)
    {
        int longest = 2;
        foreach (string line in lines)
        {
            int run = 0;
            foreach (char c in line)
            {
                run = c == '`' ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        return new string('`', longest + 1);
    }
}
