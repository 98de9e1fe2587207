using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;

namespace Lvx.Core.Units;

/// <summary>Turns what a person named, or nothing, into the ports to look at. Opens none.</summary>
public sealed class UnitFinder
{
    private readonly LinkRegistry links;
    private readonly Lazy<LvxSite?> site;
    private readonly Func<IReadOnlyList<string>> plugged;

    /// <summary>A finder that knows the links of <paramref name="links"/>, the units of the site, and the inverters plugged into this machine.</summary>
    /// <param name="links">The kinds of link.</param>
    /// <param name="site">Gives the site; asked only where it counts, so that a device can be named in spite of a broken site file. Null for none.</param>
    public UnitFinder(LinkRegistry links, Func<LvxSite?>? site = null)
        : this(links, site, () => HidrawNode.FindInverters())
    {
    }

    internal UnitFinder(LinkRegistry links, Func<IReadOnlyList<string>> plugged)
        : this(links, null, plugged)
    {
    }

    internal UnitFinder(LinkRegistry links, Func<LvxSite?>? site, Func<IReadOnlyList<string>> plugged)
    {
        this.links = links;
        this.site = new Lazy<LvxSite?>(site ?? (() => null));
        this.plugged = plugged;
    }

    /// <summary>What a person may want to name: the units of the site, the inverters plugged in, and the simulated pair. Opens nothing.</summary>
    public static IEnumerable<string> Candidates(LvxSite? site) => [.. site?.Units.Select(unit => unit.Name) ?? [], .. HidrawNode.FindInverters(), "sim:pair", "sim:single"];

    /// <summary>
    /// The ports of <paramref name="devices"/>, each once, in the order named: devices, and names of the site's units, also with wildcards. When nothing is named, those of the site; without a site,
    /// every inverter on USB.
    /// </summary>
    /// <exception cref="LvxException">A device has no known form, a name is none of the site's, or nothing was named and nothing is plugged in.</exception>
    public UnitSelection Select(IEnumerable<string>? devices, IEnumerable<string>? serialNumbers)
    {
        string[] named = [.. devices ?? []];
        string[] serials = [.. serialNumbers ?? []];
        UnitPort[] ports = named.Length > 0 ? [.. named.SelectMany(Named).DistinctBy(port => port.Device, StringComparer.Ordinal)]
            : serials.Length > 0 ? WithSerials(serials)
            : site.Value is { } all ? [.. all.Units.Select(PortOf)]
            : [.. plugged().Select(PortOf)];
        return ports.Length > 0 ? new UnitSelection(ports, serials) : throw LvxErrors.NothingFound("hidraw nodes with the USB ids 0665:5161 in /sys/class/hidraw");
    }

    private IEnumerable<UnitPort> Named(string device)
    {
        if (LooksLikeDevice(device) || site.Value is not { } known)
        {
            return links.Expand(device).Select(PortOf);
        }

        UnitPort[] ports = [.. known.Matching(device).Select(PortOf)];
        return ports.Length > 0 ? ports : throw LvxErrors.NoSuchName(device, known);
    }

    /// <summary>The site knows where its units are; any other serial number is looked for on USB.</summary>
    private UnitPort[] WithSerials(string[] serials)
    {
        UnitPort[] known = [.. serials.Select(serial => site.Value?.WithSerial(serial)).OfType<SiteUnit>().Select(PortOf)];
        return serials.All(serial => site.Value?.WithSerial(serial) is not null) ? known : [.. known, .. plugged().Select(PortOf)];
    }

    // Names have neither a slash nor a colon.
    private static bool LooksLikeDevice(string text) => text.AsSpan().ContainsAny('/', ':');

    private UnitPort PortOf(string device) => new(device, links.NameOf(device));

    private static UnitPort PortOf(SiteUnit unit) => new(unit.Device, unit.Name) { SerialNumber = unit.SerialNumber };
}
