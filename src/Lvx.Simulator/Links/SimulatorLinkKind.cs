using System.Collections.Concurrent;
using System.Globalization;
using Lvx.Core;
using Lvx.Core.Links;

namespace Lvx.Simulator;

/// <summary>
/// <c>sim:pair</c>, <c>sim:single</c>, <c>sim:many=N</c>: units in this same process, reached as any other. A site lives as long as this object, so that what was
/// set stays set from one opening to the next; the same text with the same options is the same site.
/// </summary>
/// <remarks>
/// Options, as in a URL, go with every unit: <c>baud</c> (0 is no delay), <c>misbehave</c> (and <c>misbehave1</c>, … for one unit), <c>state</c> (charging, idle, or
/// grid: idle with the grid there), <c>quirks</c> (live or none), <c>lag</c> (PIRI reads that lag a write), <c>checksum</c> (required or lenient), <c>set</c> (and <c>set1</c>, … for one unit: settings as somebody at the LCD left them, readings, faults), <c>slots</c> (what field 0 of PGS is: exists or index).
/// </remarks>
public sealed class SimulatorLinkKind : ILinkKind
{
    private readonly ConcurrentDictionary<string, Lazy<(SimulatedSite Site, SimulatedPort[] Ports)>> sites = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Form => "sim:pair";

    /// <inheritdoc/>
    public bool ReachesHardware => false;

    /// <inheritdoc/>
    public bool Claims(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.StartsWith(SimulatorDevice.Scheme, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Expand(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        SimulatorDevice parsed = SimulatorDevice.Parse(device);
        SiteOptions.Parse(device, parsed);
        return parsed.Unit is { } unit ? [parsed.Name(unit)] : [.. Enumerable.Range(1, parsed.Count).Select(parsed.Name)];
    }

    /// <inheritdoc/>
    public string NameOf(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        SimulatorDevice parsed = SimulatorDevice.Parse(device);
        return parsed.Unit is null && parsed.Count > 1 ? parsed.Layout : string.Create(CultureInfo.InvariantCulture, $"lvx6048-{parsed.OneUnit(device)}");
    }

    /// <inheritdoc/>
    public Link Open(string device, LinkOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(options);
        SimulatorDevice parsed = SimulatorDevice.Parse(device);
        SimulatedPort port = Find(device, parsed).Ports[parsed.OneUnit(device) - 1];
        port.Acquire(device, options.OpenTimeout, cancellation);
        return new SimulatorLink(device, options.Access, port);
    }

    /// <summary>The site that a device, or the device of one of its units, stands for.</summary>
    /// <exception cref="LvxException">It has not the form.</exception>
    public SimulatedSite Site(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Find(device, SimulatorDevice.Parse(device)).Site;
    }

    private (SimulatedSite Site, SimulatedPort[] Ports) Find(string device, SimulatorDevice parsed) =>
        sites.GetOrAdd(parsed.SiteKey, _ => new(() => Make(device, parsed), LazyThreadSafetyMode.PublicationOnly)).Value;

    private static (SimulatedSite Site, SimulatedPort[] Ports) Make(string device, SimulatorDevice parsed)
    {
        SiteOptions options = SiteOptions.Parse(device, parsed);
        SimulatedSite site = parsed.Layout == "single" ? SimulatedSite.Single(options.Quirks) : SimulatedSite.Many(parsed.Count, options.Quirks);
        foreach ((int index, SimulatedUnit unit) in site.Units.Index())
        {
            unit.Change(state => options.Begin(index + 1, state));
        }

        return (site, [.. site.Units.Select((unit, index) => new SimulatedPort(new SimulatedLine(unit, options.Line(index + 1))))]);
    }
}
