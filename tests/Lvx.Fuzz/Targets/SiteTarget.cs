using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Fuzz.Targets;

/// <summary>Site files.</summary>
internal sealed class SiteTarget : YamlTarget
{
    private const string Path = "site.yaml";

    private static readonly string[] Documents =
    [
        """
        schema: lvxps-site/1
        name: Home
        units:
          - name: lvx6048-1
            serial: "96132206100001"
            link: hid
            instance: 0
          - name: lvx6048-2
            serial: "96132206100002"
            link: tcp://192.168.1.20:8899
            instance: 1
        services: [powermon.service, powermon2.service]
        tolerances: { battery_voltage: 0.2, charge_current: 5 }

        """,
        SiteFile.Format(new LvxSite(
            Path,
            "Hill Farm",
            [new SiteUnit("a", "1234", "/dev/ttyUSB0", 0), new SiteUnit("b.c", "96132206100001", null, null)],
            ["a@b.service"],
            new SiteTolerances(0.2m, 5, 2, 0.1m))),
    ];

    public override string Name => "site-file";

    public override int Share => 30;

    protected override IReadOnlyList<string> Sound => Documents;

    protected override object Parse(string text) => SiteFile.Parse(Path, text);

    protected override object Read(string path) => SiteFile.Read(path);

    protected override string? Hold(object value)
    {
        var site = (LvxSite)value;
        LvxSite again = SiteFile.Parse(Path, SiteFile.Format(site));
        return again.Name != site.Name || !again.Units.SequenceEqual(site.Units) || !again.Services.SequenceEqual(site.Services) || again.Tolerances != site.Tolerances ? "another site when it is read again"
            : site.Units.Count is 0 or > 9 ? $"{site.Units.Count} units"
            : site.Units.Any(unit => unit.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) || unit.Name.Contains("..", StringComparison.Ordinal)) ? "a name that is no name of a file"
            : site.Units.Any(unit => unit.SerialNumber.Any(c => !char.IsAsciiDigit(c))) ? "a serial number that is no number"
            : site.Units.Select(unit => unit.SerialNumber).Distinct().Count() != site.Units.Count ? "two units with one serial number"
            : site.Units.Any(unit => unit.Instance is < 0 or > 8) ? "an instance that there is not"
            : site.Services.Any(service => service.StartsWith('-') || service.Any(c => c <= ' ' || c == '/')) ? "a service that is an option or a path"
            : null;
    }
}
