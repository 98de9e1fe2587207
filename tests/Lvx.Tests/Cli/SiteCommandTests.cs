using Lvx.Cli;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;

namespace Lvx.Tests.Cli;

public sealed class SiteCommandTests
{
    [Fact]
    public void Init_writes_a_file_that_check_finds_sound_and_every_command_then_needs_no_device()
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        Ran init = Ran.Lvx("site", "init", "--device", "sim:pair", "--output", site, "--name", "Home");
        Assert.Equal(ExitCode.Fine, init.ExitCode);
        Assert.Equal($"Wrote {site} with 2 units: lvx6048-1 (96132206100001), lvx6048-2 (96132206100002).", Assert.Single(init.Lines));
        string text = File.ReadAllText(site);
        Assert.Contains("    link: \"sim:pair/1\"\n    instance: 0\n", text, StringComparison.Ordinal);

        Ran check = Ran.Lvx("site", "check", site);
        Assert.Equal(ExitCode.Fine, check.ExitCode);
        Assert.Equal("ok    lvx6048-2 (96132206100002) on sim:pair/2", check.Lines[2]);

        Ran status = Ran.AtSite(site, "status", "--json");
        Assert.Equal(["lvx6048-1", "lvx6048-2"], status.Json.EnumerateArray().Select(unit => unit.GetProperty("name").GetString()));
        Assert.Equal(ExitCode.Fine, Ran.AtSite(site, "sync-check", "--quiet").ExitCode);
        Ran one = Ran.AtSite(site, "status", "--device", "lvx6048-2", "--json");
        Assert.Equal("96132206100002", Assert.Single(one.Json.EnumerateArray()).GetProperty("serialNumber").GetString());
    }

    [Theory]
    [InlineData("status")]
    [InlineData("settings")]
    [InlineData("set-clock", "2026-04-26T12:00:00", "--yes")]
    [InlineData("set", "--bulk-voltage", "56", "--yes")]
    public void A_unit_that_is_named_by_its_port_has_the_name_of_the_site(params string[] args)
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        File.WriteAllText(site, "schema: lvxps-site/1\nunits: [{ name: barn, serial: \"96132206100002\", link: \"tcp://127.0.0.1:1\" }]\n");

        Ran ran = Ran.In(around => around with { Site = () => SiteFile.Read(site), JournalPath = Path.Combine(folder.Path, "journal.jsonl") }, [.. args, "--device", "sim:pair?state=idle"]);

        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Contains("barn", ran.Output, StringComparison.Ordinal);
        Assert.Contains("lvx6048-1", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lvx6048-2", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_when_asked()
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        File.WriteAllText(site, "mine");
        Ran.Lvx("site", "init", "--device", "sim:single", "--output", site).Failed(ExitCode.Usage, "it is there already", "--force");
        Assert.Equal("mine", File.ReadAllText(site));
        Assert.Equal(ExitCode.Fine, Ran.Lvx("site", "init", "--device", "sim:single", "--output", site, "--force").ExitCode);
    }

    [Fact]
    public void Check_says_what_does_not_fit()
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        File.WriteAllText(site, "schema: lvxps-site/1\nunits:\n  - { name: a, serial: \"96132206100001\", link: \"sim:pair/2\" }\n");
        Ran check = Ran.Lvx("site", "check", site);
        Assert.Equal(ExitCode.No, check.ExitCode);
        Assert.Contains("FAIL  a (96132206100001): unit 96132206100002 answers here, and the site file says 96132206100001.", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_an_error_with_every_problem()
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        File.WriteAllText(site, "schema: lvxps-site/1\nunits: []\nservice: []\n");
        Ran check = Ran.Lvx("site", "check", site);
        Assert.Equal(ExitCode.Usage, check.ExitCode);
        Assert.Contains("there is no unit in it", check.Error, StringComparison.Ordinal);
        Assert.Contains("service is no key here; services may be meant", check.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Ran.AtSite(site, "status").ExitCode);
        Assert.Equal(ExitCode.Fine, Ran.AtSite(site, "status", "--device", "sim:single").ExitCode);
    }

    [Fact]
    public void Devices_are_shown_side_by_side()
    {
        Ran ran = Ran.Lvx(80, "devices", "--device", "sim:pair");
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Contains("Serial    96132206100001  96132206100002", ran.Lines);
        Ran none = Ran.Lvx("devices", "--device", "sim:single?misbehave=silence", "--timeout", "0.2", "--json");
        Assert.Equal(ExitCode.No, none.ExitCode);
        Assert.False(none.Json[0].GetProperty("answers").GetBoolean());
    }

    [Fact]
    public void The_tolerances_of_the_site_count_unless_others_are_told()
    {
        using var folder = new TempFolder();
        string site = Path.Combine(folder.Path, "site.yaml");
        string pair = "sim:pair/{0}?set2=BatteryVoltage:55.4";
        File.WriteAllText(site, $"schema: lvxps-site/1\nunits:\n  - {{ name: a, serial: \"96132206100001\", link: \"{string.Format(null, pair, 1)}\" }}\n  - {{ name: b, serial: \"96132206100002\", link: \"{string.Format(null, pair, 2)}\" }}\ntolerances: {{ battery_voltage: 0.3 }}\n");
        Assert.Equal(ExitCode.Fine, Ran.AtSite(site, "sync-check", "--quiet").ExitCode);
        Assert.Equal(ExitCode.No, Ran.AtSite(site, "sync-check", "--quiet", "--battery-voltage-tolerance", "0.2").ExitCode);
    }
}
