namespace Lvx.Core.Units;

/// <summary>The units that something is asked of.</summary>
/// <param name="Ports">Where to look.</param>
/// <param name="SerialNumbers">Whom to take; everybody when there are none.</param>
public sealed record UnitSelection(IReadOnlyList<UnitPort> Ports, IReadOnlyList<string> SerialNumbers)
{
    /// <summary>Whether a unit with this serial number is meant.</summary>
    public bool Takes(string? serialNumber) => SerialNumbers.Count == 0 || SerialNumbers.Any(wanted => Pi18.SerialNumber.Same(wanted, serialNumber));
}
