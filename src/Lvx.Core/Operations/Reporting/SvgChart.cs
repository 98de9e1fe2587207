using System.Globalization;
using System.Text;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Draws a chart as inline SVG: a name and its figures above each bar, so that nothing has to be read from colours or lengths.</summary>
internal static class SvgChart
{
    private const decimal Width = 360;
    private const decimal RowHeight = 46;
    private const decimal BarTop = 22;
    private const decimal BarHeight = 14;
    private const decimal AxisHeight = 22;

    // A long name, such as a host's, is drawn narrower and does not run into the figures.
    private const int LongLabel = 24;
    private const string Squeezed = " textLength=\"190\" lengthAdjust=\"spacingAndGlyphs\"";

    public static string Draw(ChartBlock chart)
    {
        decimal bottom = chart.Bars.Count * RowHeight;
        var svg = new StringBuilder();
        Line(svg, $"""<svg viewBox="0 0 {Width} {bottom + AxisHeight}" role="img" aria-label="{HtmlText.Encode(chart.Title)}">""");
        for (int i = 0; i < chart.Bars.Count; i++)
        {
            Draw(svg, chart, chart.Bars[i], i * RowHeight);
        }

        Line(svg, $"""<line class="axis" x1="0" y1="{bottom + 2}" x2="{Width}" y2="{bottom + 2}" />""");
        Line(svg, $"""<text class="scale" x="0" y="{bottom + 17}">{HtmlText.Encode(chart.Scale.Least)}</text>""");
        Line(svg, $"""<text class="scale end" x="{Width}" y="{bottom + 17}">{HtmlText.Encode(chart.Scale.Greatest)}</text>""");
        svg.Append("</svg>");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, ChartBlock chart, ChartBar bar, decimal top)
    {
        Line(svg, $"""<text x="0" y="{top + 15}"{(bar.Label.Length > LongLabel ? Squeezed : "")}>{HtmlText.Encode(bar.Label)}</text>""");
        Line(svg, $"""<text class="end" x="{Width}" y="{top + 15}">{HtmlText.Encode(bar.Text)}</text>""");
        Line(svg, $"""<rect class="track" x="0" y="{top + BarTop}" width="{Width}" height="{BarHeight}" />""");
        if (bar.Spread is not { } spread)
        {
            return;
        }

        decimal middle = top + BarTop + (BarHeight / 2);
        decimal least = Place(chart, spread.Least);
        decimal greatest = Place(chart, spread.Greatest);
        Line(svg, $"""<rect class="bar" x="0" y="{top + BarTop}" width="{Place(chart, spread.Mean)}" height="{BarHeight}" />""");
        Line(svg, $"""<line class="range" x1="{least}" y1="{middle}" x2="{greatest}" y2="{middle}" />""");
        foreach (decimal end in (decimal[])[least, greatest])
        {
            Line(svg, $"""<line class="range" x1="{end}" y1="{top + BarTop + 2}" x2="{end}" y2="{top + BarTop + BarHeight - 2}" />""");
        }
    }

    private static decimal Place(ChartBlock chart, decimal value) =>
        Math.Round(Math.Clamp((value - chart.Least) / (chart.Greatest - chart.Least), 0, 1) * Width, 1, MidpointRounding.AwayFromZero);

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
