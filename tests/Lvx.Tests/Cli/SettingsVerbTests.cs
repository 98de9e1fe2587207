using System.Text.Json;

namespace Lvx.Tests.Cli;

public sealed class SettingsVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_settings_of_a_pair_stand_side_by_side(int width)
    {
        Ran ran = Ran.Lvx(width, "settings", "--device", "sim:pair", "--all");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.All(ran.Lines, line => Assert.True(line.Length <= width, line));
        Assert.Contains(ran.Lines, line => line.StartsWith("Bulk voltage V  ", StringComparison.Ordinal) && line.Split("56.4").Length == 3);
        Assert.Contains(ran.Lines, line => line.StartsWith("Over temperature restart ", StringComparison.Ordinal) && line.EndsWith("off", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("LCD return ", StringComparison.Ordinal) && line.EndsWith("on", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("Firmware main ", StringComparison.Ordinal));
        Assert.DoesNotContain(Ran.Lvx("settings", "--device", "sim:pair").Lines, line => line.StartsWith("Buzzer", StringComparison.Ordinal));
    }

    [Fact]
    public void As_json_numbers_are_numbers_and_each_setting_says_what_it_can_be()
    {
        JsonElement unit = Ran.Lvx("settings", "--device", "sim:pair", "--all", "--json").Json[1];

        Assert.Equal("96132206100002", unit.GetProperty("serialNumber").GetString());
        JsonElement settings = unit.GetProperty("settings");
        Assert.Equal(24, settings.EnumerateObject().Count());
        JsonElement bulk = settings.GetProperty("bulkVoltage");
        Assert.Equal((56.4m, "V", 56.4m, "PI18"), (bulk.GetProperty("value").GetDecimal(), bulk.GetProperty("unit").GetString(), bulk.GetProperty("default").GetDecimal(), bulk.GetProperty("settable").GetString()));
        Assert.Equal("User", settings.GetProperty("batteryType").GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("outputMode").GetProperty("allowed").ValueKind);
        Assert.Equal(80, unit.GetProperty("chargeCurrents")[7].GetInt32());
        Assert.Equal("010,020,030,040,050,060,070,080", unit.GetProperty("raw").GetProperty("MCHGCR").GetString());
        Assert.Equal("06306", unit.GetProperty("mainFirmware").GetString());
    }

    [Fact]
    public void An_export_says_which_file_it_wrote_and_leaves_one_that_is_there()
    {
        string file = Path.Combine(folder, "site.yaml");

        Ran first = Ran.Lvx("settings", "--device", "sim:pair", "--export", file);
        string written = File.ReadAllText(file);
        Ran second = Ran.Lvx("settings", "--device", "sim:pair", "--export", file);

        Assert.Equal((0, file + "\n", ""), (first.ExitCode, first.Output, first.Error));
        Assert.StartsWith("# Settings of LVX6048 inverters.", written, StringComparison.Ordinal);
        second.Failed(2, "site.yaml: it is there already", "--force");
        Assert.Equal(written, File.ReadAllText(file));
        Assert.Equal(0, Ran.Lvx("settings", "--device", "sim:pair", "--export", file, "--force").ExitCode);
        Assert.NotEqual(written, File.ReadAllText(file));
    }

    [Fact]
    public void A_second_export_differs_in_its_times_alone()
    {
        string[] Export(string name)
        {
            string file = Path.Combine(folder, name);
            Assert.Equal(0, Ran.Lvx("settings", "--device", "sim:pair", "--export", file).ExitCode);
            return File.ReadAllLines(file);
        }

        string[] one = Export("one.yaml");
        string[] two = Export("two.yaml");

        Assert.Equal(one.Length, two.Length);
        Assert.Equal(2, one.Zip(two).Count(pair => pair.First != pair.Second));
        Assert.All(one.Zip(two).Where(pair => pair.First != pair.Second), pair => Assert.StartsWith("  read_at: ", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_gets_a_file_for_each_unit_with_the_day_in_its_name()
    {
        Ran ran = Ran.Lvx("settings", "--device", "sim:pair", "--export", folder);

        string today = DateTime.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([$"{today}-lvx6048-1.yaml", $"{today}-lvx6048-2.yaml"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(2, ran.Lines.Length);
    }

    [Fact]
    public void A_site_file_is_not_written_without_a_unit_that_failed_and_a_folder_gets_the_others()
    {
        string file = Path.Combine(folder, "site.yaml");

        Ran whole = Ran.Lvx("settings", "--device", "sim:pair?misbehave1=silence", "--timeout", "0.5", "--export", file);
        Ran each = Ran.Lvx("settings", "--device", "sim:pair?misbehave1=silence", "--timeout", "0.5", "--export", folder);

        Assert.Equal(3, whole.ExitCode);
        Assert.Contains("no baseline was written", whole.Error, StringComparison.Ordinal);
        Assert.Equal(3, each.ExitCode);
        Assert.EndsWith("-lvx6048-2.yaml", Assert.Single(Directory.GetFiles(folder)), StringComparison.Ordinal);
    }

}
