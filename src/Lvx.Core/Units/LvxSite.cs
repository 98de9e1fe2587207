using System.IO.Enumeration;

namespace Lvx.Core.Units;

/// <summary>The site: its units, and what else has to do with them.</summary>
public sealed class LvxSite
{
    /// <summary>A site.</summary>
    /// <param name="path">The file it was read from.</param>
    /// <param name="name">Its name, for reports; may be null.</param>
    /// <param name="units">Its units, in the order of the file.</param>
    /// <param name="services">The systemd services that use the units and are stopped for maintenance, in the order in which they are stopped.</param>
    /// <param name="tolerances">How far units may be apart.</param>
    public LvxSite(string path, string? name, IReadOnlyList<SiteUnit> units, IReadOnlyList<string> services, SiteTolerances tolerances)
    {
        Path = path;
        Name = name;
        Units = units;
        Services = services;
        Tolerances = tolerances;
    }

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>Its name, for reports.</summary>
    public string? Name { get; }

    /// <summary>Its units, in the order of the file.</summary>
    public IReadOnlyList<SiteUnit> Units { get; }

    /// <summary>The systemd services that use the units, in the order in which they are stopped for maintenance.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>How far units may be apart.</summary>
    public SiteTolerances Tolerances { get; }

    /// <summary>The units whose names fit a pattern with <c>*</c> and <c>?</c>; none for what is no name.</summary>
    public IEnumerable<SiteUnit> Matching(string pattern) => Units.Where(unit => FileSystemName.MatchesSimpleExpression(pattern, unit.Name, ignoreCase: true));

    /// <summary>The unit with a serial number, in its 14- or 22-digit form.</summary>
    public SiteUnit? WithSerial(string? serialNumber) => Units.FirstOrDefault(unit => Pi18.SerialNumber.Same(unit.SerialNumber, serialNumber));
}
