using System.Globalization;
using System.Text;
using Lvx.Core.Units;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Sites;

/// <summary>Writes a site file that a person goes on with: what each key means stands beside it.</summary>
internal static class SiteWriter
{
    public static string Write(LvxSite site)
    {
        var text = new StringBuilder();
        text.Append("# The site of LvxPS: which inverters there are. `lvx site check` judges this file.\n");
        text.Append("schema: ").Append(SiteFormat.Schema).Append('\n');
        text.Append(site.Name is null ? "# name: Home\n" : $"name: {QuotedText.Of(site.Name)}\n");
        text.Append("\n# link: hid for whatever USB port the unit is on (each is asked who it is), a node in /dev, or tcp://host:port.\n");
        text.Append("# instance: its place in the parallel system; 0 is the master.\n");
        text.Append("units:\n");
        foreach (SiteUnit unit in site.Units)
        {
            text.Append("  - name: ").Append(unit.Name).Append('\n');
            text.Append("    serial: \"").Append(unit.SerialNumber).Append("\"\n");
            text.Append("    link: ").Append(unit.Link is null ? SiteFormat.OnUsb : QuotedText.Of(unit.Link)).Append('\n');
            if (unit.Instance is { } instance)
            {
                text.Append(CultureInfo.InvariantCulture, $"    instance: {instance}\n");
            }
        }

        text.Append("\n# The systemd services that use the units: stopped in this order for maintenance, and started again in the opposite one.\n");
        text.Append(site.Services.Count == 0 ? "# services: [powermon.service, powermon2.service]\n" : $"services: [{string.Join(", ", site.Services)}]\n");
        text.Append("\n# How far units may be apart, in V, A and Hz, where it is not the usual.\n");
        (string Key, decimal? Value)[] tolerances =
        [
            (SiteFormat.Tolerances[0], site.Tolerances.BatteryVoltage),
            (SiteFormat.Tolerances[1], site.Tolerances.ChargeCurrent),
            (SiteFormat.Tolerances[2], site.Tolerances.OutputVoltage),
            (SiteFormat.Tolerances[3], site.Tolerances.OutputFrequency),
        ];
        if (tolerances.All(tolerance => tolerance.Value is null))
        {
            text.Append("# tolerances: { battery_voltage: 0.2, charge_current: 5 }\n");
        }
        else
        {
            text.Append("tolerances:\n");
            foreach ((string key, decimal? value) in tolerances.Where(tolerance => tolerance.Value is not null))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
            }
        }

        return text.ToString();
    }
}
