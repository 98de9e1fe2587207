using System.Text.RegularExpressions;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations.Reporting;

public sealed class RedactionTests
{
    [Fact]
    public void No_digits_of_a_serial_number_are_left_in_either_form()
    {
        var site = new SimulatedPair("sim:many=3");
        var options = Reports.Quick with
        {
            Redact = true, Site = $"Next to {Reports.One}", Purpose = SerialNumber.ToWire(Reports.Two), Baseline = new SettingsFile($"/home/zora/{Reports.One}.yaml", site.Read(SettingsScope.All)),
        };
        ReportModel model = Reports.Of(site, options);
        Assert.Equal(3, model.Sync.Units.Count);
        foreach (string text in (string[])[model.Html(), model.Markdown()])
        {
            Assert.DoesNotContain("961322", text, StringComparison.Ordinal);
            Assert.DoesNotContain("zora", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9]{11,}", text);
            Assert.Contains("hidden: a serial number may stand in it", text, StringComparison.Ordinal);
            Assert.Contains("stands for the serial number of lvx6048-3.", text, StringComparison.Ordinal);
        }

        // Units stay apart.
        Assert.Contains("| Serial number | \\[serial 1\\] | \\[serial 2\\] | \\[serial 3\\] |", model.Markdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_nobody_named_is_hidden_as_well()
    {
        var site = new SimulatedPair("sim:pair");
        ReportModel whole = new ReportOperation(site.Access).Read(site.Selection with { Ports = [site.Selection.Ports[0]] }, Reports.Quick with { Samples = 1 }, site.Host);
        Assert.Contains(Reports.Two, whole.Html(), StringComparison.Ordinal);
        ReportModel hidden = whole with { Options = whole.Options with { Redact = true } };
        Assert.DoesNotContain("961322", hidden.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_serial_number_that_is_no_number_is_hidden_in_every_form_it_takes()
    {
        ReportModel model = Reports.Hostile(Reports.Quick with { Redact = true });
        string escaped = FrameText.Escape(Reports.HostileSerial);
        Assert.Contains(escaped, Reports.Read(Reports.Hostile().Markdown()), StringComparison.Ordinal);
        foreach (string text in (string[])[model.Html(), model.Markdown()])
        {
            Assert.DoesNotContain(escaped, Reports.Read(text), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"script(>|&gt;|\\u003E)", text);
        }
    }

    [Theory]
    [InlineData("tcp://10.1.2.3:8899", "10.1.2.3:8899", "10.1.2.3")]
    [InlineData("/dev/serial/by-id/usb-Maker_A1B2C3", "usb-Maker_A1B2C3", "A1B2C3")]
    [InlineData("replay:/home/zora/talk.log", "talk.log", "zora")]
    public void Where_a_unit_is_to_be_reached_is_hidden(string device, string name, string secret)
    {
        ReportModel model = Reports.Of("sim:pair", Reports.Quick with { Samples = 1, Redact = true });
        var port = new Lvx.Core.Units.UnitPort(device, name);
        model = model with { Surveys = [new UnitSurvey(port, Reports.One), .. model.Surveys], Frames = [new ReportFrame(DateTime.UnixEpoch, device, FrameLogKind.Failed, $"{device}: gone", false)] };
        Assert.DoesNotContain(secret, model.Html(), StringComparison.Ordinal);
        Assert.Contains("[address 1]", model.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_hidden_unless_asked()
    {
        string html = Reports.Of("sim:pair").Html();
        Assert.True(Regex.Count(html, Reports.One) > 5);
        Assert.DoesNotContain("[serial", html, StringComparison.Ordinal);
    }
}
