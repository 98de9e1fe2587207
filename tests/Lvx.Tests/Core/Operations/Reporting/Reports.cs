using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Lvx.Core.Operations.Reporting;
using Lvx.Core.Units;
using Lvx.Tests.Core.Sessions;

namespace Lvx.Tests.Core.Operations.Reporting;

/// <summary>Reports of simulated and of scripted units, and what stands in them.</summary>
internal static partial class Reports
{
    public const string One = "96132206100001";
    public const string Two = "96132206100002";

    // 14 characters that each form must not obey.
    public const string HostileSerial = "<script>&|`\u001b[1";

    public static ReportOptions Quick { get; } = new() { Samples = 3, Interval = TimeSpan.Zero };

    public static ReportModel Of(SimulatedPair site, ReportOptions? options = null) => new ReportOperation(site.Access).Read(site.Selection, options ?? Quick, site.Host);

    public static ReportModel Of(string device, ReportOptions? options = null) => Of(new SimulatedPair(device), options);

    /// <summary>Two units, of which the first says what would be obeyed if anything was.</summary>
    public static ReportModel Hostile(ReportOptions? options = null)
    {
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(new Dictionary<string, ScriptedUnit>
        {
            ["a"] = ScriptedSite.Unit(HostileSerial, (command, _) => command switch
            {
                "VFW" => [ScriptedUnit.Now("<b>|`,\u001b[31m,&lt;x")],
                "GMN" => [ScriptedUnit.Now("\"'")],
                _ => null,
            }),
            ["b"] = ScriptedSite.Unit(Two),
        });
        return new ReportOperation(access).Read(selection, options ?? Quick, new RecordingHost(TestContext.Current.CancellationToken));
    }

    public static string Html(this ReportModel model) => ReportFile.At("/no/such/folder/report.html", replace: true).Format(model);

    public static string Markdown(this ReportModel model) => ReportFile.At("/no/such/folder/report.md", replace: true).Format(model);

    public static XDocument Parsed(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    /// <summary>What a person reads of the HTML form.</summary>
    public static string Read(XDocument html) => string.Join('\n', html.DescendantNodes().OfType<XText>().Select(text => text.Value));

    /// <summary>What a person reads of the Markdown form, once it is rendered.</summary>
    public static string Read(string markdown) => WebUtility.HtmlDecode(Escaped().Replace(markdown, "$1"));

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
