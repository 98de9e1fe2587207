using System.Globalization;
using System.Text;

namespace Lvx.Core.Operations.Reporting;

/// <summary>A report as one HTML file that is also well-formed XML: no script, nothing from outside. Pure: the same document gives the same text.</summary>
internal static class HtmlReport
{
    // What a line of a table can bear before it is broken.
    private const int LongCell = 27;

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static string Write(ReportDocument document)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlText.Encode(Policy)}\" />\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n<meta name=\"color-scheme\" content=\"light dark\" />\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlText.Encode(document.Title)}</title>\n<style>\n{HtmlStyle.Css}\n</style>\n</head>\n<body>\n<header>\n<h1>{HtmlText.Encode(document.Title)}</h1>\n<nav aria-label=\"Sections\">\n<ol>\n");
        foreach (ReportSection section in document.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#s{section.Number}\">{Heading(section)}</a></li>\n");
        }

        html.Append("</ol>\n</nav>\n</header>\n<main>\n");
        foreach (ReportSection section in document.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"s{section.Number}\">\n<h2>{Heading(section)}</h2>\n");
            foreach (ReportBlock block in section.Blocks)
            {
                Write(html, block);
            }

            html.Append("</section>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Heading(ReportSection section) => string.Create(CultureInfo.InvariantCulture, $"{section.Number}. {HtmlText.Encode(section.Title)}");

    private static void Write(StringBuilder html, ReportBlock block)
    {
        switch (block)
        {
            case TextBlock paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Encode(paragraph.Text)}</p>\n");
                break;
            case FindingBlock finding:
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"finding {Class(finding.Tone)}\">\n<p><span class=\"word\">{HtmlText.Encode(finding.Word)}</span> <strong>{HtmlText.Encode(finding.Title)}</strong></p>\n");
                html.AppendJoin("", finding.More.Select(more => $"<p>{HtmlText.Encode(more)}</p>\n")).Append("</div>\n");
                break;
            case ListBlock { Items.Count: > 0 } list:
                html.Append("<ul>\n").AppendJoin("", list.Items.Select(item => $"<li>{HtmlText.Encode(item)}</li>\n")).Append("</ul>\n");
                break;
            case TableBlock table:
                Write(html, table);
                break;
            case ChartBlock chart:
                html.Append(CultureInfo.InvariantCulture, $"<figure>\n<h3>{HtmlText.Encode(chart.Title)}</h3>\n{SvgChart.Draw(chart)}\n<figcaption>{HtmlText.Encode(chart.Note)}</figcaption>\n</figure>\n");
                break;
            case ListingBlock listing:
                Write(html, listing);
                break;
        }
    }

    private static void Write(StringBuilder html, TableBlock table)
    {
        // A box that scrolls by itself must be reached by the keyboard too.
        html.Append(CultureInfo.InvariantCulture, $"<h3>{HtmlText.Encode(table.Title)}</h3>\n<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Encode(table.Title)}\">\n<table>\n<thead>\n<tr>");
        html.AppendJoin("", table.Head.Select(head => head.Length == 0 ? "<td></td>" : $"<th scope=\"col\">{HtmlText.Encode(head)}</th>")).Append("</tr>\n</thead>\n<tbody>\n");
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{HtmlText.Encode(row[0].Text)}</th>").AppendJoin("", row.Skip(1).Select((cell, index) => Cell(cell, table.Head[index + 1]))).Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Write(StringBuilder html, ListingBlock listing)
    {
        string title = HtmlText.Encode(listing.Title);
        // A browser drops the first line break of it, and no other.
        string text = $"<pre>\n{HtmlText.Encode(string.Join('\n', listing.Lines))}\n</pre>\n";
        html.Append(listing.IsLong ? $"<details>\n<summary>{title}</summary>\n{text}</details>\n" : $"<h3>{title}</h3>\n{text}");
    }

    private static string Cell(Cell cell, string head)
    {
        string classes = string.Join(' ', ((string[])[Class(cell.Tone), cell.Text.Length > LongCell ? "long" : ""]).Where(one => one.Length > 0));
        // On a phone a row is a stack of its cells, each under the head of its column.
        return $"<td data-head=\"{HtmlText.Encode(head)}\"{(classes.Length == 0 ? "" : $" class=\"{classes}\"")}>{HtmlText.Encode(cell.Text)}</td>";
    }

    private static string Class(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Muted => "muted",
        Tone.Blank => "blank",
        _ => "",
    };
}
