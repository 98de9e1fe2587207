using System.Text.Json;

namespace Lvx.Tests.Cli;

public sealed class CompareVerbTests : IDisposable
{
    private const string Planted = "sim:pair?set1=MaxChargeCurrent:100";

    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_difference_ends_with_1_and_once_it_is_set_with_0()
    {
        using var pair = new ServedPair();
        void SetFirst(int ampere) => pair.Units[0].Change(state => state with { Rated = state.Rated with { MaxChargeCurrent = ampere } });
        SetFirst(100);

        Ran different = Ran.Lvx(["compare", .. pair.Devices]);
        SetFirst(60);
        Ran alike = Ran.Lvx(["compare", .. pair.Devices]);

        Assert.Equal((1, ""), (different.ExitCode, different.Error));
        Assert.Single(different.Lines, line => line.EndsWith("  DIFFERS", StringComparison.Ordinal));
        Assert.Single(different.Lines, line => line.StartsWith("  To set it: On the LCD of ", StringComparison.Ordinal) && line.Contains(", Program 02: max charge current 100 A", StringComparison.Ordinal));
        Assert.StartsWith("11/12 settings match: ", different.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((0, ""), (alike.ExitCode, alike.Error));
        Assert.DoesNotContain("DIFFERS", alike.Output, StringComparison.Ordinal);
        Assert.StartsWith("12/12 settings match: ", alike.Lines[^1], StringComparison.Ordinal);
        Assert.All(pair.Units.SelectMany(unit => unit.Log), request => Assert.Equal(Lvx.Pi18.FrameKind.Query, request.Kind));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_table_fits_and_marks_what_differs(int width)
    {
        Ran ran = Ran.Lvx(width, "compare", "--device", Planted);

        Assert.All(ran.Lines, line => Assert.True(line.Length <= width, line));
        Assert.Equal("Max charge current A     100                  60                   DIFFERS", ran.Lines[7]);
        Assert.Equal("Bulk voltage V           56.4                 56.4                 =", ran.Lines[2]);
    }

    [Fact]
    public void Only_what_differs_is_shown_when_asked()
    {
        Ran different = Ran.Lvx("compare", "--device", Planted, "--difference-only");
        Ran alike = Ran.Lvx("compare", "--device", "sim:pair", "--difference-only");

        Assert.DoesNotContain(different.Lines, line => line.EndsWith('='));
        Assert.Single(different.Lines, line => line.EndsWith("DIFFERS", StringComparison.Ordinal));
        Assert.Equal(["12/12 settings match: lvx6048-2 against lvx6048-1"], alike.Lines);
    }

    [Fact]
    public void Quiet_says_it_with_the_exit_code_alone()
    {
        Assert.Equal(new Ran(1, "", ""), Ran.Lvx("compare", "--device", Planted, "--quiet"));
        Assert.Equal(new Ran(0, "", ""), Ran.Lvx("compare", "--device", "sim:pair", "-q"));
    }

    [Fact]
    public void A_unit_that_fails_ends_with_3_and_hides_no_other()
    {
        Ran ran = Ran.Lvx("compare", "--device", "sim:many=3?misbehave2=silence&set3=FloatVoltage:53", "--timeout", "0.5");

        Assert.Equal(3, ran.ExitCode);
        Assert.StartsWith("lvx: sim:many=3/2", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("11/12 settings match: lvx6048-3 against lvx6048-1", ran.Lines[^1]);
    }

    [Fact]
    public void As_json_it_has_every_value_and_what_to_do()
    {
        Ran ran = Ran.Lvx("compare", "--device", "sim:pair?set2=BulkVoltage:55.5", "--json");

        JsonElement comparison = Assert.Single(ran.Json.EnumerateArray());
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal((11, 12, false), (comparison.GetProperty("matching").GetInt32(), comparison.GetProperty("compared").GetInt32(), comparison.GetProperty("match").GetBoolean()));
        JsonElement bulk = comparison.GetProperty("settings").EnumerateArray().Single(setting => !setting.GetProperty("match").GetBoolean());
        Assert.Equal((56.4m, 55.5m), (bulk.GetProperty("referenceValue").GetDecimal(), bulk.GetProperty("differenceValue").GetDecimal()));
        Assert.StartsWith("Set-LvxSettings -BulkVoltage 56.4 ", bulk.GetProperty("howToSet").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("lvx set --bulk-voltage 56.4 ", bulk.GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_is_the_same_as_the_units_it_came_from_and_another_is_not()
    {
        string same = Export("sim:pair", "same.yaml");
        string other = Export("sim:pair?set2=CutOffVoltage:47", "other.yaml");

        Ran alike = Ran.Lvx("compare", "--device", "sim:pair", "--all", "--reference", same);
        Ran different = Ran.Lvx("compare", "--device", "sim:pair", "--reference", other);

        Assert.Equal(0, alike.ExitCode);
        Assert.Equal(2, alike.Lines.Count(line => line.StartsWith("24/24 settings match", StringComparison.Ordinal)));
        Assert.Equal(1, different.ExitCode);
        Assert.Contains("11/12 settings match: lvx6048-2 against other.yaml: lvx6048-2", different.Lines);
    }

    [Fact]
    public void Two_files_are_compared_with_no_device_on_the_machine()
    {
        string before = Export("sim:pair", "before.yaml");
        string after = Export("sim:pair?set2=CutOffVoltage:47", "after.yaml");

        Ran different = Ran.Lvx("compare", "--reference", before, "--difference", after);
        Ran alike = Ran.Lvx("compare", "--reference", before, "--difference", before);

        Assert.Equal((1, ""), (different.ExitCode, different.Error));
        Assert.Contains("  To set it: lvx set --cut-off-voltage 48.0 --serial 96132206100002", different.Lines);
        Assert.Equal((0, ""), (alike.ExitCode, alike.Error));
    }

    [Fact]
    public void A_profile_is_compared_in_what_it_names()
    {
        Ran alike = Ran.Lvx("compare", "--device", "sim:pair", "--profile", "eg4-lp4-v2");
        Ran different = Ran.Lvx("compare", "--device", "sim:single", "--profile", "agm", "--difference-only");

        Assert.Equal(0, alike.ExitCode);
        Assert.Equal(2, alike.Lines.Count(line => line.StartsWith("6/6 settings match", StringComparison.Ordinal)));
        Assert.Equal(1, different.ExitCode);
        Assert.Equal("1/3 settings match: lvx6048-1 against profile agm", different.Lines[^1]);
    }

    [Fact]
    public void Defaults_are_each_units_own()
    {
        Ran ran = Ran.Lvx("compare", "--device", "sim:pair", "--default", "--difference-only");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(2, ran.Lines.Count(line => line.StartsWith("7/12 settings match", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_damaged_file_says_where_each_damage_is()
    {
        string file = Export("sim:single", "damaged.yaml");
        string[] lines = File.ReadAllLines(file);
        int bulk = Array.FindIndex(lines, line => line.StartsWith("    bulk_voltage", StringComparison.Ordinal));
        lines[bulk] = "    bulk_voltage: 564 V";
        lines[bulk + 1] = "    float_voltage: 54.0";
        File.WriteAllLines(file, lines);

        Ran ran = Ran.Lvx("compare", "--device", "sim:single", "--reference", file);

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("", ran.Output);
        Assert.Equal($"lvx: {file}: 2 problems:", ran.ErrorLines[0]);
        Assert.StartsWith($"     line {bulk + 1}, column 19: ", ran.ErrorLines[1], StringComparison.Ordinal);
        Assert.StartsWith($"     line {bulk + 2}, column 20: ", ran.ErrorLines[2], StringComparison.Ordinal);
        Assert.Equal(4, ran.ErrorLines.Length);
    }

    [Theory]
    [InlineData("needs a reference", "compare", "--difference", "a.yaml")]
    [InlineData("exclude one another", "compare", "--profile", "agm", "--default")]
    [InlineData("needs two units", "compare", "--device", "sim:single")]
    [InlineData("no profile", "compare", "--device", "sim:single", "--profile", "nobodys")]
    [InlineData("nowhere.yaml", "compare", "--device", "sim:single", "--reference", "/nowhere.yaml")]
    public void What_cannot_be_compared_says_why(string what, params string[] args) => Ran.Lvx(args).Failed(2, what, "");

    [Fact]
    public void What_the_other_side_calls_itself_is_shown_and_not_obeyed()
    {
        using var pair = new ServedPair();
        pair.Units[1].Change(state => state with { Identity = state.Identity with { SerialNumber = "1\e[31m" } });
        string file = Path.Combine(folder, "esc\e[2J.yaml");

        Assert.Equal(0, Ran.Lvx(["settings", .. pair.Devices, "--export", file]).ExitCode);
        Ran ran = Ran.Lvx(["compare", .. pair.Devices, "--reference", file]);

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain('\e', ran.Output + ran.Error);
    }

    private string Export(string device, string name)
    {
        string file = Path.Combine(folder, name);
        Ran ran = Ran.Lvx("settings", "--device", device, "--export", file);
        Assert.Equal(0, ran.ExitCode);
        return file;
    }
}
