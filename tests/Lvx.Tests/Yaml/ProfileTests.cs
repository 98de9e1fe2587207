using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

public sealed class ProfileTests
{
    private const string Path = "/somewhere/bank.yaml";

    private const string Good =
        """
        # yaml-language-server: $schema=./profile.schema.json
        schema: lvxps-profile/1
        name: bank
        title: A bank
        source: >-
          A manual
          of two lines
        notes: A note
        units: { voltage: V, current: A }
        limits:
          bulk_voltage: { max: 56.8 }
          cut_off_voltage: { min: 45.6 }
        settings:
          float_voltage: 54.0
          bulk_voltage: 56.4
          battery_type: user
          cut_off_voltage: 46.5
          re_charge_voltage: 48
          re_discharge_voltage: 52
          max_charge_current: 60
          buzzer: off
          ac_charge_window: 01:00-05:30

        """;

    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "title:", "titel:", "titel", "titel is no key here; title may be meant." },
        { "title: A bank\n", "", "schema:", "title is missing." },
        { "title: A bank", "title:", "title:", "title has no value." },
        { "title: A bank", "title: \"\"", "\"\"", "title has no value." },
        { "title: A bank", "title: \"a\\nb\"", "\"a", "title is one line." },
        { "title: A bank", "title: \"a\\e[2J\"", "\"a", "title has a control character in it." },
        { "notes: A note", "notes: [a]", "[a]", "notes is a single value, no list or map." },
        { "source: >-\n  A manual\n  of two lines\n", "", "schema:", "source is missing." },
        { "name: bank", "name: tank", "tank", "the profile's name is tank, and the file's is bank; they must be the same." },
        { "name: bank", "name: My Bank", "My Bank", "a profile's name is small letters, digits and hyphens, such as eg4-lp4-v2." },
        { "name: bank", "name: ../bank", "../bank", "a profile's name is small letters, digits and hyphens, such as eg4-lp4-v2." },
        { "units: { voltage: V, current: A }\n", "", "schema:", "units is missing." },
        { "{ voltage: V, current: A }", "{ voltage: V }", "{ voltage", "current is missing." },
        { "voltage: V", "voltage: mV", "mV", "the unit of voltage is V, not mV." },
        { "voltage: V", "voltages: V", "voltages", "voltages is no key here; voltage may be meant." },
        { "schema: lvxps-profile/1", "schema: lvxps-profile/2", "lvxps-profile/2", "this file is lvxps-profile/2, made by a later version of LvxPS; this version reads lvxps-profile/1." },
        { "schema: lvxps-profile/1", "schema: lvxps-baseline/1", "lvxps-baseline/1", "this is a baseline, not a profile." },
        { "bulk_voltage: 56.4", "bulk_volts: 56.4", "bulk_volts", "bulk_volts is no key here; bulk_voltage may be meant." },
        { "bulk_voltage: 56.4", "BulkVoltage: 56.4", "BulkVoltage", "BulkVoltage is no key here; bulk_voltage may be meant." },
        { "bulk_voltage: 56.4", "equalisation: 56.4", "equalisation", "equalisation is no key here." },
        { "bulk_voltage: 56.4", "float_voltage: 56.4", "float_voltage: 56", "float_voltage is here twice; it is on line 14 already." },
        { "bulk_voltage: 56.4", "bulk_voltage: 56.4 V", "56.4 V", "bulk_voltage cannot be 56.4 V: write the plain number, such as 56.4; its unit stands in units." },
        { "bulk_voltage: 56.4", "bulk_voltage: 56.4V", "56.4V", "bulk_voltage cannot be 56.4V: write the plain number, such as 56.4; its unit stands in units." },
        { "bulk_voltage: 56.4", "bulk_voltage: \"56.4\"", "\"56.4\"", "bulk_voltage cannot be 56.4: write the number without quotes." },
        { "bulk_voltage: 56.4", "bulk_voltage: 56,4", "56,4", "bulk_voltage cannot be 56,4: it is a plain number, such as 56.4." },
        { "bulk_voltage: 56.4", "bulk_voltage: 5.64e1", "5.64e1", "bulk_voltage cannot be 5.64e1: it is a plain number, such as 56.4." },
        { "bulk_voltage: 56.4", "bulk_voltage: high", "high", "bulk_voltage cannot be high: it is a plain number, such as 56.4." },
        { "bulk_voltage: 56.4", "bulk_voltage: -56.4", "-56.4", "bulk_voltage cannot be -56.4: it is a plain number, such as 56.4." },
        { "bulk_voltage: 56.4", "bulk_voltage: unknown", "unknown", "bulk_voltage cannot be unknown: it is a plain number, such as 56.4." },
        { "bulk_voltage: 56.4", "bulk_voltage:", "bulk_voltage:\n", "bulk_voltage has no value." },
        { "bulk_voltage: 56.4", "bulk_voltage: [56.4]", "[56.4]", "bulk_voltage is a single value, no list or map." },
        { "bulk_voltage: 56.4", "bulk_voltage: 56.45", "56.45", "bulk_voltage cannot be 56.45: a voltage is 0.0 to 99.9 V, in tenths." },
        { "bulk_voltage: 56.4", "bulk_voltage: 59", "59", "PI18 sets bulk voltage to 48.0 to 58.4 V in tenths only." },
        { "re_charge_voltage: 48", "re_charge_voltage: 48.5", "48.5", "PI18 sets re-charge voltage to 44 to 51 V in whole volts only." },
        { "re_discharge_voltage: 52", "re_discharge_voltage: 47", "47", "PI18 sets re-discharge voltage to 48 to 58 V in whole volts, or 0, only." },
        { "max_charge_current: 60", "max_charge_current: 0", "0\n  buzzer", "PI18 sets max charge current to 1 to 999 A only." },
        { "max_charge_current: 60", "max_charge_current: 60.5", "60.5", "max_charge_current cannot be 60.5: a current is 0 to 999 A, in whole amperes." },
        { "battery_type: user", "battery_type: pylontech", "pylontech", "PI18 sets battery type to agm, flooded, user only." },
        { "battery_type: user", "battery_type: lithium", "lithium", "battery_type cannot be lithium: it is one of agm, flooded, user, pylontech, weco, soltaro, lib, lic." },
        { "battery_type: user", "battery_type: code 7", "code 7", "battery_type cannot be code 7: a profile says what it wants by name." },
        { "battery_type: user", "battery_type: unknown", "unknown", "battery_type cannot be unknown: a profile says what it wants by name." },
        { "battery_type: user", "output_mode: parallel", "parallel", "output mode can be set on the unit's LCD only." },
        { "buzzer: off", "buzzer: false", "false", "buzzer cannot be false: it is on or off." },
        { "01:00-05:30", "1-5", "1-5", "ac_charge_window cannot be 1-5: a window is two times of the day, such as 01:00-05:30." },
        { "battery_type: user", "battery_type: agm", "56.4", "bulk_voltage counts under battery_type user only, and this profile wants agm." },
        { "battery_type: user", "battery_type: flooded", "46.5", "cut_off_voltage counts under battery_type user only, and this profile wants flooded." },
        { "bulk_voltage: 56.4", "bulk_voltage: 53.9", "53.9", "bulk_voltage 53.9 V must not be below float_voltage 54.0 V." },
        { "re_discharge_voltage: 52", "re_discharge_voltage: 55", "54.0", "float_voltage 54.0 V must not be below re_discharge_voltage 55.0 V." },
        { "re_discharge_voltage: 52", "re_discharge_voltage: 48", "48\n  max", "re_discharge_voltage 48.0 V must be above re_charge_voltage 48.0 V." },
        { "re_charge_voltage: 48", "re_charge_voltage: 46", "46\n", "re_charge_voltage 46.0 V must not be below cut_off_voltage 46.5 V." },
        { "max: 56.8", "max: 56.3", "56.4", "bulk_voltage 56.4 V is above the limit, 56.3 V." },
        { "min: 45.6", "min: 46.6", "46.5", "cut_off_voltage 46.5 V is below the limit, 46.6 V." },
        { "max: 56.8", "max: 56.8 V", "56.8 V", "bulk_voltage cannot be 56.8 V: write the plain number, such as 56.4; its unit stands in units." },
        { "max: 56.8", "most: 56.8", "most", "most is no key here." },
        { "max: 56.8", "", "bulk_voltage: {", "the limit of bulk_voltage has neither min nor max." },
        { "max: 56.8", "max: 48, min: 49", "{ max: 48", "the limit of bulk_voltage has a min above its max." },
        { "  cut_off_voltage: { min", "  buzzer: { min", "buzzer", "buzzer is no key here." },
        { "  cut_off_voltage: { min", "  battery_voltage: { min", "battery_voltage", "battery_voltage is no key here." },
    };

    [Fact]
    public void A_profile_has_what_its_file_says_in_the_order_of_the_catalogue()
    {
        LvxProfile profile = ProfileFile.Parse(Path, Good);

        Assert.Equal(("bank", "A bank", "A manual of two lines", "A note", Path), (profile.Name, profile.Title, profile.Source, profile.Notes, profile.Path));
        Assert.Equal(
            ["BatteryType User", "BulkVoltage 56.4", "FloatVoltage 54.0", "CutOffVoltage 46.5", "ReChargeVoltage 48.0", "ReDischargeVoltage 52.0", "MaxChargeCurrent 60", "Buzzer False", "AcChargeWindow 01:00-05:30"],
            profile.Settings.Select(setting => $"{setting.Key} {setting.Value}"));
        Assert.Equal([BatteryType.User, 56.4m, 54.0m, 46.5m, 48m, 52m, 60, false, new DailyWindow(new TimeOnly(1, 0), new TimeOnly(5, 30))], profile.Wanted.Select(want => want.Value));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_with_its_line_and_column(string was, string becomes, string place, string problem)
    {
        Assert.Contains(was, Good, StringComparison.Ordinal);
        string text = Good[..Good.IndexOf(was, StringComparison.Ordinal)] + becomes + Good[(Good.IndexOf(was, StringComparison.Ordinal) + was.Length)..];

        Assert.Contains(Baselines.At(text, place) + problem, ProblemsOf(text));
    }

    [Theory]
    [InlineData("re_discharge_voltage: 52", "re_discharge_voltage: 0")]
    [InlineData("  battery_type: user\n", "")]
    [InlineData("notes: A note\n", "")]
    [InlineData("bulk_voltage: { max: 56.8 }\n  cut_off_voltage: { min: 45.6 }", "bulk_voltage: { max: 56.4, min: 56.4 }")]
    [InlineData("re_discharge_voltage: 52", "re_discharge_voltage: 54.0")]
    [InlineData("float_voltage: 54.0", "float_voltage: 56.4")]
    public void What_contradicts_nothing_is_taken(string was, string becomes)
    {
        Assert.Contains(was, Good, StringComparison.Ordinal);
        ProfileFile.Parse(Path, Good.Replace(was, becomes, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_voltages_that_are_not_named_the_neighbours_are_compared()
    {
        string text = Good.Replace("  re_discharge_voltage: 52\n", "", StringComparison.Ordinal).Replace("  float_voltage: 54.0\n", "", StringComparison.Ordinal)
            .Replace("  bulk_voltage: 56.4\n", "  bulk_voltage: 48.0\n", StringComparison.Ordinal);

        Assert.Equal([Baselines.At(text, "48.0") + "bulk_voltage 48.0 V must be above re_charge_voltage 48.0 V."], ProblemsOf(text));
    }

    [Fact]
    public void A_profile_that_wants_nothing_is_none()
    {
        string empty = Good[..Good.IndexOf("settings:", StringComparison.Ordinal)];

        Assert.Equal(["line 2, column 1: settings is missing."], ProblemsOf(empty));
        Assert.Equal(["line 13, column 1: there is no setting in it."], ProblemsOf(empty + "settings: {}\n"));
        Assert.Equal(["line 13, column 10: settings is a list of keys with values."], ProblemsOf(empty + "settings:\n"));
        Assert.Equal(["line 1, column 1: the file is empty."], ProblemsOf(""));
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        string text = Good.Replace("name: bank", "name: tank", StringComparison.Ordinal).Replace("56.8", "high", StringComparison.Ordinal).Replace("buzzer: off", "buzzer: no", StringComparison.Ordinal);

        Assert.Equal([Baselines.At(text, "tank"), Baselines.At(text, "high"), Baselines.At(text, "no\n")], ProblemsOf(text).Select(problem => problem[..(problem.IndexOf(": ", StringComparison.Ordinal) + 2)]));
    }

    [Fact]
    public void A_profile_that_was_damaged_anywhere_is_refused_or_read_and_nothing_else()
    {
        foreach (char c in "\0 \n\t#\":-0a{[&*!|%\\")
        {
            for (int offset = 0; offset < Good.Length; offset++)
            {
                try
                {
                    ProfileFile.Parse(Path, Good[..offset] + c + Good[(offset + 1)..]);
                }
                catch (LvxException error)
                {
                    Assert.Equal(LvxError.ProfileInvalid, error.Error);
                }
            }
        }
    }

    private static string[] ProblemsOf(string text)
    {
        LvxException error = Assert.Throws<LvxException>(() => ProfileFile.Parse(Path, text));
        Assert.Equal((LvxError.ProfileInvalid, Path, "Mend the file; nothing was taken from it."), (error.Error, error.Device, error.NextStep));
        return error.Details.Count > 0 ? [.. error.Details] : [error.Message[(Path.Length + 2)..]];
    }
}
