using Lvx.Core;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

public sealed class SiteFileTests
{
    private const string Whole = """
        schema: lvxps-site/1
        name: Home
        units:
          - name: lvx6048-1
            serial: "96132206100001"
            instance: 0
          - name: lvx6048-2
            serial: "1496132206100002000000"
            link: tcp://192.168.1.20:8899
            instance: 1
        services: [powermon.service, powermon2.service]
        tolerances: { battery_voltage: 0.3, charge_current: 8 }
        """;

    [Fact]
    public void A_whole_file_is_read_as_it_stands()
    {
        LvxSite site = SiteFile.Parse("site.yaml", Whole);
        Assert.Equal("Home", site.Name);
        Assert.Equal([new SiteUnit("lvx6048-1", "96132206100001", null, 0), new SiteUnit("lvx6048-2", "96132206100002", "tcp://192.168.1.20:8899", 1)], site.Units);
        Assert.Equal(["hid:96132206100001", "tcp://192.168.1.20:8899"], site.Units.Select(unit => unit.Device));
        Assert.Equal(["powermon.service", "powermon2.service"], site.Services);
        Assert.Equal(new SiteTolerances(0.3m, 8m), site.Tolerances);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        LvxSite site = SiteFile.Parse("site.yaml", Whole);
        LvxSite again = SiteFile.Parse("site.yaml", SiteFile.Format(site));
        Assert.Equal(site.Units, again.Units);
        Assert.Equal(site.Services, again.Services);
        Assert.Equal(site.Tolerances, again.Tolerances);
        Assert.Equal(site.Name, again.Name);
    }

    [Theory]
    [InlineData("units: []", "there is no unit in it.")]
    [InlineData("units: [{ name: a, serial: \"1234\" }]\nunitz: 3", "unitz is no key here; units may be meant.")]
    [InlineData("units: [{ name: a }]", "serial is missing.")]
    [InlineData("units: [{ name: ../a, serial: \"1234\" }]", "a unit's name is letters, digits")]
    [InlineData("units: [{ name: a, serial: \"12x4\" }]", "a serial number is digits")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: /etc/passwd }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: /dev/../etc/passwd }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: tcp:// }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: \"tcp://[bad:1\" }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: tcp://a:1/b }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", link: tcp://a }]", "a link is hid")]
    [InlineData("units: [{ name: a, serial: \"1234\", instance: 9 }]", "an instance is a whole number, 0 (the master) to 8.")]
    [InlineData("units: [{ name: a, serial: \"1234\" }, { name: A, serial: \"1235\" }]", "name A is another unit's already, on line 2.")]
    [InlineData("units: [{ name: a, serial: \"1234\" }, { name: b, serial: \"1234\" }]", "serial 1234 is another unit's already")]
    [InlineData("units: [{ name: a, serial: \"1234\", instance: 0 }, { name: b, serial: \"1235\", instance: 0 }]", "instance 0 is another unit's already")]
    [InlineData("units: [{ name: a, serial: \"1234\" }]\nservices: [--force]", "a service is the name of a systemd unit")]
    [InlineData("units: [{ name: a, serial: \"1234\" }]\nservices: [a.service, a.service]", "a.service is in the list already.")]
    [InlineData("units: [{ name: a, serial: \"1234\" }]\ntolerances: { battery_voltage: 0.2V }", "a tolerance is a plain number")]
    [InlineData("units: [{ name: a, serial: \"1234\" }]\ntolerances: { battery_volts: 0.2 }", "battery_volts is no key here")]
    [InlineData("units: &a [{ name: a, serial: \"1234\" }]", "anchors (&name) are not taken here")]
    public void What_is_wrong_is_told_with_its_place(string body, string problem)
    {
        LvxException error = Assert.Throws<LvxException>(() => SiteFile.Parse("site.yaml", $"schema: lvxps-site/1\n{body}\n"));
        Assert.Equal(LvxError.SiteInvalid, error.Error);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"line \d+, column \d+", error.Message);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        LvxException error = Assert.Throws<LvxException>(() => SiteFile.Parse("site.yaml", "schema: lvxps-site/1\nunits:\n  - name: a b\n    serial: x\n    link: nowhere\n    instance: -1\n"));
        Assert.Equal(4, error.Details.Count);
    }

    [Fact]
    public void More_services_than_any_site_has_are_refused_at_once()
    {
        string services = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"- s{number}.service\n"));
        LvxException error = Assert.Throws<LvxException>(() => SiteFile.Parse("site.yaml", $"schema: lvxps-site/1\nunits: [{{ name: a, serial: \"1234\" }}]\nservices:\n{services}"));
        Assert.Contains("line 4, column 1: there are more than 64 services in it.", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.Details);
    }

    [Fact]
    public void A_profile_is_told_from_a_site_file()
    {
        LvxException error = Assert.Throws<LvxException>(() => SiteFile.Parse("site.yaml", "schema: lvxps-profile/1\n"));
        Assert.Contains("this is a profile, not a site file.", error.Message, StringComparison.Ordinal);
    }
}
