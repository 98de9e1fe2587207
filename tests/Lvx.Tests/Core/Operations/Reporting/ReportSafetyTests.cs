using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.Reporting;

public sealed class ReportSafetyTests
{
    private const string HostileText = "<script>alert(1)</script> \u001b[2J\u202e | `x` ![a](http://example.com/a.png) www.example.com & \"'";

    private static readonly ReportOptions HostileOptions = Reports.Quick with
    {
        Site = HostileText, Operator = "# " + HostileText, Purpose = "--- \n```\n" + HostileText, Baseline = new SettingsFile($"/tmp/'{HostileText}'.yaml", []),
    };

    [Fact]
    public void Html_is_well_formed_and_has_no_script_no_handler_and_nothing_from_outside()
    {
        string text = Reports.Hostile(HostileOptions).Html();
        XDocument html = Reports.Parsed(text);
        string[] allowed = ["html", "head", "meta", "title", "style", "body", "header", "nav", "ol", "li", "a", "main", "section", "h1", "h2", "h3", "p", "div", "span", "strong", "ul", "table", "thead", "tbody", "tr", "th", "td",
            "figure", "figcaption", "svg", "text", "rect", "line", "details", "summary", "pre"];
        Assert.Empty(html.Descendants().Select(element => element.Name.LocalName).Distinct().Except(allowed));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.All(html.Descendants().Attributes(), attribute =>
        {
            string name = attribute.Name.LocalName;
            Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "src" or "style" or "srcset" or "action", name);
            Assert.True(name != "href" || attribute.Value.StartsWith("#s", StringComparison.Ordinal), attribute.Value);
        });
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
            html.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value);
    }

    [Fact]
    public void Neither_form_has_a_control_character_or_one_that_turns_the_direction_of_writing()
    {
        ReportModel model = Reports.Hostile(HostileOptions);
        foreach (string text in (string[])[model.Html(), model.Markdown()])
        {
            Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
            Assert.DoesNotContain('\u202e', text);
            Assert.Contains(@"\x1b[2J\u202e", Reports.Read(text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_devices_and_people_say_means_nothing_in_markdown()
    {
        string markdown = Reports.Hostile(HostileOptions).Markdown();
        string[] lines = markdown.Split('\n');
        int fence = 0;
        int columns = 0;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence++;
            }
            else if (fence % 2 == 0)
            {
                Assert.DoesNotMatch(@"(?<!\\)(?:[`<\[]|://)|www\.", line);
                // A row has as many cells as its neighbours, whatever stands in it.
                int bars = line.StartsWith('|') ? Regex.Count(line, @"(?<!\\)\|") : 0;
                Assert.True(bars == 0 || columns == 0 || bars == columns, line);
                columns = bars;
            }
        }

        Assert.True(fence > 0 && fence % 2 == 0);
        Assert.Equal(14, lines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_data_gives_the_same_bytes_under_any_culture()
    {
        ReportModel model = Reports.Of("sim:pair?set2=BatteryVoltage:55.4", Reports.Quick with { BankAmpereHours = 300, Redact = true });
        (string html, string markdown) = (model.Html(), model.Markdown());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["de-DE", "tr-TR", "ar-SA"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(html, model.Html());
                Assert.Equal(markdown, model.Markdown());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report.txt")]
    [InlineData("report.html.yaml")]
    [InlineData(".htmlx")]
    public void A_name_that_says_no_form_is_refused(string name) =>
        Assert.Equal(LvxError.ArgumentInvalid, Assert.Throws<LvxException>(() => ReportFile.At(name, replace: true)).Error);

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.HTM", "<!DOCTYPE html>")]
    [InlineData("report.md", "# Commissioning report")]
    public void The_name_says_the_form_and_the_file_is_its_owners_alone(string name, string begins)
    {
        using var folder = new TempFolder();
        ReportModel model = Reports.Of("sim:pair", Reports.Quick with { Samples = 1 });
        ReportFile.At(folder[name], replace: false).Write(model);
        Assert.StartsWith(begins, File.ReadAllText(folder[name]), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[name]));
        Assert.Equal(LvxError.FileExists, Assert.Throws<LvxException>(() => ReportFile.At(folder[name], replace: false)).Error);
        ReportFile.At(folder[name], replace: true).Write(model);
        Assert.Equal([name], folder.Names);
    }
}
