using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;

namespace Lvx.Tests.Core.Operations.Reporting;

public sealed class ReportContentTests
{
    private static readonly string[] Order =
    [
        "1. Cover", "2. Verdict", "3. Scope", "4. Equipment", "5. Changes", "6. Settings", "7. Sync checks", "8. Faults and warnings", "9. Operating baseline", "10. Energy counters",
        "11. Manual checks", "12. Open items", "13. How to verify", "14. Appendix",
    ];

    [Fact]
    public void Both_forms_have_the_fourteen_sections_in_their_order()
    {
        ReportModel model = Reports.Of("sim:pair");
        Assert.Equal(Order, Reports.Parsed(model.Html()).Descendants("h2").Select(head => head.Value));
        Assert.Equal(Order, model.Markdown().Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    [Fact]
    public void Both_forms_hold_every_text_of_the_report()
    {
        var options = Reports.Quick with { Site = "Hof | <Nord>", Operator = "# Ann *B*", Purpose = "1. a_b `c`", BankAmpereHours = 300 };
        ReportModel model = Reports.Of("sim:pair?set1=MaxChargeCurrent:100&set2=FaultCode:83,BatteryVoltage:52.0", options);
        var texts = new List<string>();
        foreach (ReportBlock block in ReportDocument.Of(model).Sections.SelectMany(section => section.Blocks))
        {
            _ = block.Map(text =>
            {
                texts.Add(text);
                return text;
            });
        }

        string html = Reports.Read(Reports.Parsed(model.Html()));
        string markdown = Reports.Read(model.Markdown());
        string plain = model.Markdown();
        Assert.True(texts.Count > 500);
        Assert.All(texts, text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.True(markdown.Contains(text, StringComparison.Ordinal) || plain.Contains(text, StringComparison.Ordinal), text));
    }

    [Fact]
    public void Both_forms_hold_the_facts_of_the_model()
    {
        ReportModel model = Reports.Of("sim:pair", Reports.Quick with { Site = "Hof Nord", Operator = "Ann", Purpose = "Commissioning" });
        string html = Reports.Read(Reports.Parsed(model.Html()));
        string markdown = Reports.Read(model.Markdown());
        IEnumerable<string> facts =
        [
            "Hof Nord", "Ann", "Commissioning", model.Tool, model.Zone, model.Sync.ToString(), "12 (V IV TWIN)", "6000 W, 6000 VA, 120.0 V, 60.0 Hz",
            .. model.Sync.Units.SelectMany(unit => (string[])[unit.Name, unit.Device, unit.SerialNumber!, unit.MainFirmware!, unit.Slave1Firmware!]),
            .. model.Sync.Checks.SelectMany(check => (string[])[check.Expected, check.Actual, check.Explanation, check.NextStep ?? ""]).Where(text => text.Length > 0 && text != "it is"),
            .. model.Surveys.SelectMany(unit => unit.Settings!.Settings.Select(setting => SettingText.Format(SettingCatalogue.Find(setting.Name)!, unit.Settings.ValueOf(SettingCatalogue.Find(setting.Name)!)))),
            .. model.Surveys.SelectMany(unit => (long?[])[unit.Energy.Total, unit.Energy.Year, unit.Energy.Month, unit.Energy.Today]).Select(energy => $"{ReportText.Number(energy!.Value / 1000m, 3)} kWh"),
            "55 / ~55.0 / 55", "57 / ~57.0 / 57", "~112 / ~112.0 / ~112", "55.1 / ~55.10 / 55.1",
        ];
        Assert.All(facts, fact => Assert.Contains(fact, html, StringComparison.Ordinal));
        Assert.All(facts, fact => Assert.Contains(fact, markdown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_healthy_pair_is_in_sync_with_the_warning_that_every_simulated_pair_has()
    {
        ReportModel model = Reports.Of("sim:pair");
        Assert.True(model.InSync);
        Assert.Equal("IN SYNC: 0 open defects, 1 warning", ReportVerdict.Of(model).Text);
        Assert.Equal(3, model.Readings.Count);
    }

    [Fact]
    public void A_silent_unit_is_the_first_open_defect_of_a_report_that_is_written_all_the_same()
    {
        ReportModel model = Reports.Of("sim:pair?misbehave2=silence&set1=FaultCode:51", Reports.Quick with { Samples = 1 });
        Assert.False(model.InSync);
        Assert.Equal("lvx6048-2", Assert.Single(model.Unreachable).Name);
        IReadOnlyList<ReportDefect> defects = ReportVerdict.Of(model).Defects;
        Assert.Equal("answers", defects[0].Title);
        Assert.Contains("silent: lvx6048-2", defects[0].Explanation, StringComparison.Ordinal);
        Assert.Contains("got no answer", defects[0].Explanation, StringComparison.Ordinal);
        Assert.Contains(defects, defect => defect.Title == "fault");
        Assert.StartsWith("NOT IN SYNC, NOT ALL UNITS ANSWERED: ", ReportVerdict.Of(model).Text, StringComparison.Ordinal);
        // What one unit has is not the site's.
        Assert.Contains("| Charge current, A | 55 / \\~55.0 / 55 | -- | summed |", model.Markdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void When_no_unit_answers_there_is_a_report_that_says_so()
    {
        ReportModel model = Reports.Of("sim:pair?misbehave=silence", Reports.Quick with { Samples = 1 });
        Assert.Equal(2, model.Unreachable.Count);
        Assert.Contains("No unit was measured.", model.Html(), StringComparison.Ordinal);
        Assert.Equal(Order, Reports.Parsed(model.Html()).Descendants("h2").Select(head => head.Value));
    }

    [Fact]
    public void One_unit_alone_is_reported_and_not_called_in_sync()
    {
        ReportModel model = Reports.Of("sim:single");
        Assert.StartsWith("ONE UNIT ALONE, NO DEFECT FOUND: ", ReportVerdict.Of(model).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_came_and_went_while_units_were_measured_is_an_open_defect()
    {
        ReportModel healthy = Reports.Of("sim:pair");
        LvxSyncReport ill = Reports.Of("sim:pair?set2=FaultCode:72", Reports.Quick with { Samples = 1 }).Sync;
        ReportModel model = healthy with { Readings = [ill, .. healthy.Readings] };
        ReportDefect defect = Assert.Single(ReportVerdict.Of(model).Defects);
        Assert.Equal("fault 72 parallel current sharing failed of lvx6048-2", defect.Title);
        Assert.Contains("1 of 4 readings", defect.Explanation, StringComparison.Ordinal);
        Assert.False(model.InSync);
    }

    [Fact]
    public void What_a_unit_did_not_say_is_no_value_and_never_0()
    {
        var site = new SimulatedPair("sim:pair");
        site.Units[1].Change(state => state with { Model = null, Status = state.Status with { BatteryChargeCurrent = null, Pv1Power = null } });
        string markdown = Reports.Of(site).Markdown();
        Assert.Contains("| PV1 power, W | 1570 / \\~1570.0 / 1570 | -- | -- | summed |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Charge current, A | 55 / \\~55.0 / 55 | -- | -- | summed |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Model (GMN) | 12 (V IV TWIN) | -- |", markdown, StringComparison.Ordinal);
        Assert.Contains("GMN was refused", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_is_never_added()
    {
        string markdown = Reports.Of("sim:pair?state=grid").Markdown();
        Assert.Matches(@"\| Grid voltage, V \| [0-9. /\\~]+ \| [0-9. /\\~]+ \| -- \| shared, never added \|", markdown);
    }

    [Fact]
    public void A_current_above_the_units_own_list_can_be_set_on_the_lcd_only() =>
        Assert.Contains("LCD only on lvx6048-1 (above 80 A)", Reports.Of("sim:pair?set1=MaxChargeCurrent:100").Markdown(), StringComparison.Ordinal);
}
