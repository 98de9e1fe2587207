using System.Text;
using Lvx.Core;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;
using static Lvx.Tests.Yaml.Baselines;

namespace Lvx.Tests.Yaml;

public sealed class BaselineProblemTests
{
    private static readonly string Good = BaselineFile.Format([Unit()]);

    // What is changed, into what, where the problem is found (a piece of the changed text), and its sentence.
    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "bulk_voltage: 56.4 V", "bulk_voltage: 56.0 V", "56.0 V", "bulk_voltage says 56.0 V, and the raw answer PIRI says 56.4 V; mend the one that is wrong, or export again." },
        { "480,564,540,2", "480,560,540,2", "56.4 V", "bulk_voltage says 56.4 V, and the raw answer PIRI says 56.0 V; mend the one that is wrong, or export again." },
        { "bulk_voltage: 56.4 V", "bulk_voltage: 56.4", "56.4\n", "bulk_voltage says 56.4: a voltage is a number with its unit, such as 56.4 V." },
        { "max_charge_current: 60 A", "max_charge_current: 60 V", "60 V", "max_charge_current says 60 V: a current is a number with its unit, such as 60 A." },
        { "bulk_voltage: 56.4 V", "bulk_voltage: 564 V", "564 V", "bulk_voltage says 564 V: a voltage is 0.0 to 99.9 V, in tenths." },
        { "bulk_voltage: 56.4 V", "bulk_voltage: unknown", "unknown", "bulk_voltage says unknown, and the raw answer PIRI says 56.4 V; mend the one that is wrong, or export again." },
        { "battery_type: user", "battery_type: code 2", "code 2", "battery_type says code 2, and the raw answer PIRI says user; mend the one that is wrong, or export again." },
        { "solar_first", "sun_first", "sun_first", "charger_source_priority says sun_first: it is one of solar_first, solar_and_utility, solar_only." },
        { "buzzer: on\n    overload_bypass: off", "buzzer: yes\n    overload_bypass: off", "yes", "buzzer says yes: it is on or off." },
        { "overload_bypass: off\n    lcd_return: on", "overload_bypass: on\n    lcd_return: on", "on\n    lcd_return", "overload_bypass says on, and the raw answer FLAG says off; mend the one that is wrong, or export again." },
        { "01:00-05:30", "01:00-05:60", "01:00-05:60", "ac_charge_window says 01:00-05:60: a window is two times of the day, such as 01:00-05:30." },
        { "01:00-05:30", "01:00-05:31", "01:00-05:31", "ac_charge_window says 01:00-05:31, and the raw answer ACCT says 01:00-05:30; mend the one that is wrong, or export again." },
        { "    fault_record: off\n    ac", "    ac", "settings:", "fault_record is missing, and the raw answer FLAG says off; mend the one that is wrong, or export again." },
        { "    fault_record: off\n    ac", "    fault_recorder: off\n    fault_record: off\n    ac", "fault_recorder", "fault_recorder is no key here; fault_record may be meant." },
        { "cut_off_voltage: 40.8 V", "cut_off_voltage: 40.0 V", "40.0 V", "cut_off_voltage says 40.0 V, and the raw answer DI says 40.8 V; mend the one that is wrong, or export again." },
        { "    output_mode: single\n", "    output_mode: single\n    ac_load_window: 00:00-00:00\n", "ac_load_window: 00:00-00:00\n  charge", "ac_load_window is here, and no raw answer says it; mend the one that is wrong, or export again." },
        { "[2, 10, 20, 30]", "[2, 10, 20, 40]", "[2, 10, 20, 40]", "ac_charge_currents says 2, 10, 20, 40, and the raw answer MUCHGCR says 2, 10, 20, 30; mend the one that is wrong, or export again." },
        { "[2, 10, 20, 30]", "[2, 10, 20 A, 30]", "20 A", "ac_charge_currents is a list of whole amperes, such as [10, 20, 30]." },
        { "[2, 10, 20, 30]", "2", "2 # A", "ac_charge_currents is a list." },
        { "main: \"06306\"", "main: \"06307\"", "\"06307\"", "main says 06307, and the raw answer VFW says 06306; mend the one that is wrong, or export again." },
        { "    main: \"06306\"\n", "", "firmware:", "main is missing, and the raw answer VFW says 06306; mend the one that is wrong, or export again." },
        { "    VFW: \"06306,06126,00000\"\n", "", "firmware:", "firmware is here, and there is no raw answer VFW; mend the one that is wrong, or export again." },
        { "    FLAG: \"1,0,1,0,1,0,1,0,0\"\n", "    FLAG: \"1,0,1\"\n", "\"1,0,1\"", "this is no answer to FLAG." },
        { "    PIRI:", "    PIRY:", "PIRY", "PIRY is no key here; PIRI may be meant." },
        { "    FLAG:", "    QPIGS:", "QPIGS", "QPIGS is no key here." },
        { "    ACLT: \"0000,0000\"\n", "    ACLT: \"0000,0000\"\n    ACLT: \"0000,0000\"\n", "ACLT: \"0000,0000\"\n...", "ACLT is here twice; it is on line 70 already." },
        { "    ACLT: \"0000,0000\"\n", "    ACLT: [\"0000,0000\"]\n", "[\"0000", "ACLT is a single value, no list or map." },
        { "read_at: 2026-04-26T12", "read_at: 2026-04-31T12", "2026-04-31", "2026-04-31T12:00:00.1234567Z is no time in UTC such as 2026-04-26T12:00:00Z." },
        { "1234567Z", "1234567+02:00", "2026-04-26", "2026-04-26T12:00:00.1234567+02:00 is no time in UTC such as 2026-04-26T12:00:00Z." },
        { "  device: \"sim:pair/1\"\n", "", "name:", "device is missing." },
        { "  device: \"sim:pair/1\"\n", "  device:\n", "device:", "device has no value." },
        { "  serial: \"96132206100001\"\n", "", "name:", "serial is missing." },
        { "  serial: \"96132206100001\"\n", "  serial: {a: b}\n", "{a: b}", "serial is a single value, no list or map." },
        { "  settings:\n", "  setting:\n", "setting:", "setting is no key here; settings may be meant." },
        { "  firmware:", "  other: 1\n  firmware:", "other", "other is no key here." },
        { "schema: lvxps-baseline/1", "schema: lvxps-baseline/2", "lvxps-baseline/2", "this file is lvxps-baseline/2, made by a later version of LvxPS; this version reads lvxps-baseline/1." },
        { "schema: lvxps-baseline/1", "schema: lvxps-profile/1", "lvxps-profile/1", "this is a profile, not a baseline." },
        { "schema: lvxps-baseline/1", "schema: lvxps-baseline/0", "lvxps-baseline/0", "this is not a baseline: its schema is lvxps-baseline/0, not lvxps-baseline/1." },
        { "schema: lvxps-baseline/1", "schema: [1]", "[1]", "this is not a baseline: its schema is no word, not lvxps-baseline/1." },
        { "schema: lvxps-baseline/1\n", "", "units:", "this is not a baseline: it has no line `schema: lvxps-baseline/1`." },
        { "units:\n", "extra: 1\nunits:\n", "extra", "extra is no key here." },
        { "...\n", "", "\"0000,0000\"\u0001", "the last line, three dots, is missing: the file was cut off." },
        { "name: lvx6048-1", "name: &a lvx6048-1", "&a", "anchors (&name) are not taken here; write the value itself." },
        { "name: lvx6048-1", "name: *a", "*a", "aliases (*name) are not taken here; write the value itself." },
        { "name: lvx6048-1", "name: !!str a", "!!str", "tags (!name) are not taken here; write the plain value." },
        { "name: lvx6048-1", "name: ! a", "! a", "tags (!name) are not taken here; write the plain value." },
        { "name: lvx6048-1", "? [a]\n  : b\n  name: c", "[a]", "a key is a word, no list or map." },
        { "...\n", "...\n---\na: b\n", "---", "a second document begins here; there is one in a file." },
        { "...\n", "---\na: b\n", "---", "a second document begins here; there is one in a file." },
        { "name: lvx6048-1", "name: lvx\u00856048-1", "\u0085", "there is a character here that no text file has (U+0085)." },
        { "name: lvx6048-1", "name: lvx\06048-1", "\0", "there is a character here that no text file has (U+0000)." },
        { "name: lvx6048-1", "name: lvx\u2028-1", "\u2028", "there is a character here that no text file has (U+2028)." },
        { "...\n", "\0...\n", "\0", "there is a character here that no text file has (U+0000)." },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_with_its_line_and_column(string was, string becomes, string place, string problem)
    {
        Assert.Contains(was, Good, StringComparison.Ordinal);
        int index = Good.IndexOf(was, StringComparison.Ordinal);
        string text = Good[..index] + becomes + Good[(index + was.Length)..];
        bool behind = place.EndsWith('\u0001');

        string expected = At(text, place.TrimEnd('\u0001'), behind ? place.Length - 1 : 0) + problem;

        Assert.Contains(expected, ProblemsOf(text));
    }

    [Fact]
    public void A_missing_answer_that_all_rests_on_is_told()
    {
        string text = BaselineFile.Format([Unit()]);
        string line = text.Split('\n').First(line => line.StartsWith("    PIRI", StringComparison.Ordinal)) + "\n";

        Assert.Equal([At(text, "raw:") + "the raw answer PIRI is missing, without which there are no settings."], ProblemsOf(text.Replace(line, "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty.")]
    [InlineData("# nothing\n\n", "line 1, column 1: the file is empty.")]
    [InlineData("a", "line 1, column 1: a baseline is a list of keys with values.")]
    [InlineData("\n- a\n", "line 2, column 1: a baseline is a list of keys with values.")]
    [InlineData("schema: lvxps-baseline/1\n...\n", "line 1, column 1: units is missing.")]
    [InlineData("schema: lvxps-baseline/1\nunits: []\n...\n", "line 2, column 1: there is no unit in it.")]
    [InlineData("schema: lvxps-baseline/1\nunits: {}\n...\n", "line 2, column 8: units is a list.")]
    [InlineData("schema: lvxps-baseline/1\nunits: [a]\n...\n", "line 2, column 9: a unit is a list of keys with values.")]
    [InlineData("schema: lvxps-baseline/1\nunits:\n\t- a\n...\n", "line 3, column 1: there is a tab before the first word of this line; indent with spaces.")]
    [InlineData("schema: lvxps-baseline/1\nunits:\n- a: b\n  \tc: d\n...\n", "line 4, column 3: there is a tab before the first word of this line; indent with spaces.")]
    [InlineData("schema: lvxps-baseline/1\nunits: [\n", "line 3, column 1: ")]
    [InlineData("schema: \"lvxps\n", "line 1, column 9: ")]
    [InlineData("a: b: c\n", "line 1, column 5: ")]
    [InlineData("a: b\n c: d\n", "line 2, column 3: ")]
    public void What_is_no_baseline_at_all_is_told(string text, string problem)
    {
        string[] problems = ProblemsOf(text);

        Assert.Single(problems);
        Assert.StartsWith(problem, problems[0], StringComparison.Ordinal);
        Assert.EndsWith(".", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal(["line 2, column 4: there is a character here that no text file has (U+D83D)."], ProblemsOf("a: b\nc: \ud83d\n"));

    [Fact]
    public void Two_units_never_share_a_serial_number()
    {
        string one = BaselineFile.Format([Unit("a", serial: "96132206100001")]);
        string two = BaselineFile.Format([Unit("a"), Unit("b", serial: "96132206100002")]).Replace("96132206100002", "96132206100001", StringComparison.Ordinal);

        Assert.Single(Parse(one));
        int second = two.LastIndexOf("\"96132206100001\"", StringComparison.Ordinal);
        Assert.Equal([At(two, two[second..]) + "a has the serial number 96132206100001 already; two units never share one."], ProblemsOf(two));
        Assert.Equal(2, Parse(BaselineFile.Format([Unit("a", serial: null), Unit("b", serial: null)])).Count);
    }

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_the_file_and_past_twenty_they_are_counted()
    {
        string three = Good.Replace("bulk_voltage: 56.4 V", "bulk_voltage: 1 V", StringComparison.Ordinal).Replace("[2,", "[3,", StringComparison.Ordinal).Replace("read_at: 2", "read_at: 3x", StringComparison.Ordinal);
        string many = Good.Replace(" V\n", " W\n", StringComparison.Ordinal).Replace(" A\n", " W\n", StringComparison.Ordinal).Replace(": on\n", ": yes\n", StringComparison.Ordinal);

        Assert.Equal([At(three, "3x"), At(three, "1 V"), At(three, "1 V\n    float_voltage: 54.0 V\n    cut_off_voltage: 40.8"), At(three, "[3")], ProblemsOf(three).Select(problem => problem[..(problem.IndexOf(": ", StringComparison.Ordinal) + 2)]));
        string[] problems = ProblemsOf(many);
        Assert.Equal(21, problems.Length);
        Assert.Equal(At(many, "yes", many.IndexOf("yes", many.IndexOf("lcd_return: yes\n    overload_restart: off\n    over_temperature_restart: off", StringComparison.Ordinal), StringComparison.Ordinal) - many.IndexOf("yes", StringComparison.Ordinal)) + "and 3 more from here on.", problems[20]);
    }

    [Fact]
    public void Depth_is_bounded_long_before_the_stack_is()
    {
        string deep = new StringBuilder().Insert(0, "[", 100_000).ToString();
        string block = string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "a:\n"));

        Assert.Equal(["line 1, column 17: lists and maps lie more than 16 deep within one another here."], ProblemsOf(deep));
        Assert.Equal(["line 17, column 17: lists and maps lie more than 16 deep within one another here."], ProblemsOf(block));
        Assert.StartsWith("line 1, column ", ProblemsOf(new StringBuilder().Insert(0, "{a: ", 100_000).ToString())[0], StringComparison.Ordinal);
        Assert.StartsWith("line 1, column ", ProblemsOf(new StringBuilder().Insert(0, "- ", 100_000).ToString())[0], StringComparison.Ordinal);
        Assert.StartsWith("line 1, column ", ProblemsOf(new StringBuilder().Insert(0, "? ", 100_000).ToString())[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_aliases_is_not_lit()
    {
        string bomb = "a: &a [x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n"));

        Assert.Equal(["line 1, column 4: anchors (&name) are not taken here; write the value itself."], ProblemsOf(bomb));
    }

    [Fact]
    public void A_text_longer_than_any_answer_is_refused()
    {
        string most = Good.Replace("sim:pair/1", new string('a', 65_536), StringComparison.Ordinal);
        string more = Good.Replace("sim:pair/1", new string('a', 65_537), StringComparison.Ordinal);

        Assert.Single(Parse(most));
        Assert.Equal([At(more, "\"aaa") + "this text is longer than 64 KB."], ProblemsOf(more));
    }

    [Fact]
    public void A_file_larger_than_any_baseline_is_not_read()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["large"], "#" + new string('a', BaselineFile.MaxBytes));

        LvxException error = Assert.Throws<LvxException>(() => BaselineFile.Read(folder["large"]));

        Assert.Equal(LvxError.FileNotReadable, error.Error);
    }

    [Fact]
    public void What_a_hostile_file_says_steers_no_terminal()
    {
        string text = Good.Replace("bulk_voltage: 56.4 V", "bulk_voltage: \"\\e[2J\"", StringComparison.Ordinal).Replace("  firmware:", "  \"\\e[2J\": a\n  firmware:", StringComparison.Ordinal);

        Assert.All(ProblemsOf(text), problem => Assert.DoesNotContain(problem, char.IsControl));
    }

    [Fact]
    public void The_error_is_one_thing_to_read_and_says_that_nothing_was_taken()
    {
        LvxException error = Assert.Throws<LvxException>(() => Parse(Good.Replace("bulk_voltage: 56.4 V", "bulk_voltage: 1 V", StringComparison.Ordinal)));

        Assert.Equal("Mend the file, or export the settings again; nothing was taken from it.", error.NextStep);
        Assert.Equal(2, error.Details.Count);
        Assert.StartsWith("baseline.yaml: line 14, column 19: bulk_voltage says 1 V", error.Message, StringComparison.Ordinal);
    }
}
