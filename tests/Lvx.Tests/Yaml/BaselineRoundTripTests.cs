using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Yaml;
using Lvx.Yaml.Baselines;

namespace Lvx.Tests.Yaml;

public sealed class BaselineRoundTripTests
{
    /// <summary>Text that would be something else in a careless file.</summary>
    public static TheoryData<string> HostileTexts => [
        "", " ", "  leading", "trailing ", "a: b", "a #b", "#b", "- a", "? a", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "{a: b}", "[a]", "|", ">", "---", "...", "~", "null", "true", "unknown",
        "\"", "'", "\\", "\\n", "\\x41", "a\nb", "a\r\nb", "a\tb", "\0", "\u0001\u001b[2J", "\u007f", "\u0085", "\u00a0", "\u00ff\u00fe", "\ufeff", "\u2028", "电🔋",
        "x\"\nunits: []\n", "lvx6048-1\n  serial: other", new string('a', 60_000), string.Concat(Enumerable.Range(0, 256).Select(c => (char)c)),
    ];

    [Fact]
    public void What_was_read_from_units_comes_back_as_it_was()
    {
        IReadOnlyList<LvxSettings> units = Baselines.Pair();
        Assert.Equal(2, units.Count);

        IReadOnlyList<LvxSettings> again = Baselines.Parse(BaselineFile.Format(units));

        Assert.Equal(units.Select(unit => Baselines.Seen(unit)), again.Select(unit => Baselines.Seen(unit)));
        Assert.Contains("BulkVoltage.Default: Decimal 56.4", Baselines.Seen(again[0]));
        Assert.Contains("BulkVoltage: Decimal 56.4", Baselines.Seen(again[0]));
    }

    [Fact]
    public void Of_a_unit_of_which_the_twelve_were_read_a_baseline_has_all_that_its_answers_say()
    {
        LvxSettings again = Baselines.Parse(BaselineFile.Format(Baselines.Pair(SettingsScope.Twelve)))[0];

        Assert.Equal(14, again.Settings.Count);
        Assert.Equal(Lvx.Pi18.OutputMode.Parallel, again.OutputMode);
        Assert.Null(again.MainFirmware);
    }

    [Fact]
    public void The_same_settings_give_the_same_bytes_and_so_does_what_was_read_back()
    {
        string text = BaselineFile.Format(Baselines.Pair().Select(unit => Baselines.Unit(unit.Name, unit.Device, unit.SerialNumber)).ToArray());

        Assert.Equal(text, BaselineFile.Format(Baselines.Parse(text)));
        Assert.All(text, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
    }

    [Fact]
    public void A_baseline_looks_the_same_in_every_version() => Assert.Equal(
        """
        # Settings of LVX6048 inverters. To compare units with it: lvx compare --reference FILE
        schema: lvxps-baseline/1
        units:
        - name: lvx6048-1
          device: "sim:pair/1"
          serial: "96132206100001"
          read_at: 2026-04-26T12:00:00.1234567Z
          firmware:
            main: "06306"
            slave_1: "06126"
            slave_2: "00000"
          settings:
            battery_type: user
            bulk_voltage: 56.4 V
            float_voltage: 54.0 V
            cut_off_voltage: 48.0 V
            re_charge_voltage: 48.0 V
            re_discharge_voltage: 54.0 V
            max_charge_current: 60 A
            max_ac_charge_current: 30 A
            input_voltage_range: appliance
            output_source_priority: solar_battery_utility
            charger_source_priority: solar_first
            solar_power_priority: battery_load_utility
            buzzer: on
            overload_bypass: off
            lcd_return: on
            overload_restart: off
            over_temperature_restart: on
            backlight: off
            alarm_primary_source_lost: on
            fault_record: off
            ac_charge_window: 01:00-05:30
            ac_load_window: 00:00-00:00
            machine_type: off_grid
            output_mode: parallel
          defaults:
            battery_type: agm
            bulk_voltage: 56.4 V
            float_voltage: 54.0 V
            cut_off_voltage: 40.8 V
            re_charge_voltage: 46.0 V
            re_discharge_voltage: 54.0 V
            max_charge_current: 60 A
            max_ac_charge_current: 30 A
            input_voltage_range: appliance
            output_source_priority: solar_utility_battery
            charger_source_priority: solar_and_utility
            solar_power_priority: battery_load_utility
            buzzer: on
            overload_bypass: on
            lcd_return: on
            overload_restart: off
            over_temperature_restart: off
            backlight: on
            alarm_primary_source_lost: on
            fault_record: off
            machine_type: off_grid
            output_mode: single
          charge_currents: [10, 20, 30, 40, 50, 60, 70, 80] # A
          ac_charge_currents: [2, 10, 20, 30] # A
          raw:
            VFW: "06306,06126,00000"
            PIRI: "1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00"
            MCHGCR: "010,020,030,040,050,060,070,080"
            DI: "1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1"
            MUCHGCR: "002,010,020,030"
            ACCT: "0100,0530"
            FLAG: "1,0,1,0,1,0,1,0,0"
            ACLT: "0000,0000"
        ...

        """,
        BaselineFile.Format([Baselines.Unit()]));

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void No_name_device_serial_or_answer_can_break_out_of_its_line(string text)
    {
        string latin = new([.. text.Select(c => c <= 0xFF ? c : '?').Take(60_000)]);
        LvxSettings unit = Baselines.Unit(text, text, text, answers: [("FLAG", "1,0,1,0,1,0,1,0,0," + latin.Replace(",", "", StringComparison.Ordinal)), ("VFW", null)]);

        string baseline = BaselineFile.Format([unit]);
        LvxSettings again = Assert.Single(Baselines.Parse(baseline));

        Assert.Equal(Baselines.Seen(unit), Baselines.Seen(again));
        Assert.All(baseline, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
        Assert.Equal(BaselineFile.Format([Baselines.Unit(answers: [("VFW", null)])]).Count(c => c == '\n'), baseline.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("VFW", null)]
    [InlineData("VFW", ",,")]
    [InlineData("VFW", "06306,,00000,extra")]
    [InlineData("DI", null)]
    [InlineData("DI", ",,,,,,,,,,,,,,,,,,,,,,,")]
    [InlineData("DI", "1200,600,0,999,9999,99999,460,540,060,30,4,0,1,0,0,0,1,0,0,7,1,0,1,1,5")]
    [InlineData("MCHGCR", null)]
    [InlineData("MCHGCR", "xxx")]
    [InlineData("MCHGCR", "010,xxx,030")]
    [InlineData("MUCHGCR", null)]
    [InlineData("FLAG", null)]
    [InlineData("FLAG", ",2,x,,,,,,")]
    [InlineData("ACCT", null)]
    [InlineData("ACCT", ",")]
    [InlineData("ACLT", "2500,0000")]
    [InlineData("PIRI", "1200,500,1200,600,500,6000,6000,480,480,540,480,56400,,4,0300,-60,7,9,,9,0,0,12,0,2")]
    public void Whatever_a_unit_says_or_does_not_say_comes_back(string question, string? answer)
    {
        LvxSettings unit = Baselines.Unit(serial: null, answers: [(question, answer)]);

        Assert.Equal(Baselines.Seen(unit), Baselines.Seen(Assert.Single(Baselines.Parse(BaselineFile.Format([unit])))));
    }

    [Fact]
    public void The_form_of_a_value_does_not_matter_and_neither_do_comments_and_ends_of_lines()
    {
        string text = BaselineFile.Format([Baselines.Unit()]);
        string other = text.Replace("bulk_voltage: 56.4 V", "bulk_voltage: 56.40V   # as agreed", StringComparison.Ordinal)
            .Replace("01:00-05:30", "'01:00 - 05:30'", StringComparison.Ordinal)
            .Replace("12:00:00.1234567Z", "12:00:00.1234567Z # noon", StringComparison.Ordinal)
            .ReplaceLineEndings("\r\n");

        Assert.Equal(Baselines.Seen(Baselines.Unit()), Baselines.Seen(Assert.Single(Baselines.Parse("\uFEFF" + other))));
    }

    [Fact]
    public void Every_setting_comes_from_the_question_that_is_named_for_it()
    {
        foreach (SettingDefinition setting in SettingCatalogue.All)
        {
            string question = BaselineFormat.QuestionOf(setting);
            bool isThere = question != "PIRI" && Baselines.Unit(answers: [(question, null)]).Settings.Any(other => other.Name == setting.Name);

            Assert.False(isThere, setting.Name);
            Assert.Contains(Baselines.Unit().Settings, other => other.Name == setting.Name);
        }
    }

    [Fact]
    public void Another_culture_changes_nothing()
    {
        string text = BaselineFile.Format([Baselines.Unit()]);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(text, BaselineFile.Format(Baselines.Parse(text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
