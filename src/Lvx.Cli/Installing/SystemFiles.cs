using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Lvx.Core.Links;
using Lvx.Core.Units;

namespace Lvx.Cli.Installing;

/// <summary>The files that a site needs on its machine, made from those of the folder <c>system</c>, which are the one source.</summary>
/// <param name="layout">Where they belong.</param>
/// <param name="lvx">The command, as systemd is to start it.</param>
/// <param name="siteFile">The site file of the machine.</param>
internal sealed partial class SystemFiles(SystemLayout layout, string lvx, string siteFile)
{
    /// <summary>Settings of units that depend on the site begin their names so; what is there and no longer needed is found by it.</summary>
    public const string DropInPattern = "10-lvxps*.conf";

    private const string DropIn = "10-lvxps.conf";
    private static readonly string[] Units = ["lvx-plugged.target", "lvx-resolve-links.service", "lvx-sync-check.service", "lvx-sync-check.timer"];

    /// <summary>The files for a site; without one, those that every site has.</summary>
    public IReadOnlyList<SystemFile> For(LvxSite? site)
    {
        List<SystemFile> files =
        [
            Make(Path.Combine(layout.Rules, "70-lvxps.rules"), "70-lvxps.rules"),
            Make(Path.Combine(layout.Users, "lvxps.conf"), "sysusers.conf"),
            Make(Path.Combine(layout.TemporaryFiles, "lvxps.conf"), "tmpfiles.conf"),
            .. Units.Select(unit => Make(Path.Combine(layout.Units, unit), unit)),
        ];
        if (site is null)
        {
            return files;
        }

        string[] services = [.. site.Services.Select(UnitName)];
        if (services.Length > 0)
        {
            files.Add(Make(layout.DropIn("lvx-plugged.target", DropIn), "plugged.conf", ("@SERVICES@", string.Join(' ', services))));
            files.AddRange(services.Select(service => Make(layout.DropIn(service, DropIn), "service.conf")));
        }

        files.AddRange(ForLinks([.. site.Units.Select(unit => unit.Link).OfType<string>()]));
        return files;
    }

    /// <summary>A unit's name with its kind: systemctl adds .service by itself, a folder of settings does not.</summary>
    public static string UnitName(string service) => Kind().IsMatch(service) ? service : service + ".service";

    private IEnumerable<SystemFile> ForLinks(string[] links)
    {
        string[] hosts = [.. links.Select(link => TcpAddress.TryParse(link, out string? host, out _) ? host : null).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (hosts.Length > 0)
        {
            string path = layout.DropIn("lvx-sync-check.service", "10-lvxps-tcp.conf");
            yield return hosts.All(host => IPAddress.TryParse(host, out _)) ? Make(path, "tcp.conf", ("@ADDRESSES@", string.Join(' ', hosts))) : Make(path, "tcp-by-name.conf");
        }

        // Only names that systemd takes as they are.
        foreach ((string port, int index) in links.Where(link => Port().IsMatch(link)).Select((port, index) => (port, index)))
        {
            yield return Make(layout.DropIn("lvx-sync-check.service", $"10-lvxps-serial-{index + 1}.conf"), "serial.conf", ("@PORT@", port));
        }
    }

    private SystemFile Make(string path, string source, params ReadOnlySpan<(string Mark, string Value)> values)
    {
        string text = Read(source).Replace("@LVX@", lvx, StringComparison.Ordinal).Replace("@SITE@", siteFile, StringComparison.Ordinal);
        foreach ((string mark, string value) in values)
        {
            text = text.Replace(mark, value, StringComparison.Ordinal);
        }

        return new SystemFile(path, Seal.Put(text));
    }

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("system/" + name) ?? throw new InvalidOperationException($"There is no system/{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.(service|target|timer|socket|path|mount|scope|slice)\z")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^/dev/(tty[A-Za-z0-9_-]+|serial/by-(id|path)/[A-Za-z0-9_.:+-]+)\z")]
    private static partial Regex Port();
}
