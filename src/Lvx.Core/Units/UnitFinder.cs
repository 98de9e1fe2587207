using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;

namespace Lvx.Core.Units;

/// <summary>Turns what a person named, or nothing, into the ports to look at. Opens none.</summary>
public sealed class UnitFinder
{
    private readonly LinkRegistry links;
    private readonly Func<IReadOnlyList<string>> plugged;

    /// <summary>A finder that knows the links of <paramref name="links"/> and the inverters plugged into this machine.</summary>
    public UnitFinder(LinkRegistry links)
        : this(links, () => HidrawNode.FindInverters())
    {
    }

    internal UnitFinder(LinkRegistry links, Func<IReadOnlyList<string>> plugged)
    {
        this.links = links;
        this.plugged = plugged;
    }

    /// <summary>What a person may want to name: the inverters plugged in, and the simulated pair. Opens nothing.</summary>
    public static IEnumerable<string> Candidates => [.. HidrawNode.FindInverters(), "sim:pair", "sim:single"];

    /// <summary>The ports of <paramref name="devices"/>, each once, in the order named; of every inverter on USB when none is named.</summary>
    /// <exception cref="LvxException">A device has no known form, or nothing was named and nothing is plugged in.</exception>
    public UnitSelection Select(IEnumerable<string>? devices, IEnumerable<string>? serialNumbers)
    {
        string[] named = [.. devices ?? []];
        string[] ports = named.Length > 0 ? [.. named.SelectMany(links.Expand).Distinct(StringComparer.Ordinal)] : [.. plugged()];
        if (ports.Length == 0)
        {
            throw LvxErrors.NothingFound("hidraw nodes with the USB ids 0665:5161 in /sys/class/hidraw");
        }

        return new UnitSelection([.. ports.Select(device => new UnitPort(device, links.NameOf(device)))], [.. serialNumbers ?? []]);
    }
}
