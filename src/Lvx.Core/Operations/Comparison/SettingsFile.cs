namespace Lvx.Core.Operations;

/// <summary>The units of a baseline.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Units">Its units, one or more.</param>
public sealed record SettingsFile(string Path, IReadOnlyList<LvxSettings> Units)
{
    /// <summary>What stands in it for a unit: its one unit, for every unit; or, of several, the one with the same serial number.</summary>
    /// <exception cref="LvxException">It has several units, and not this one.</exception>
    public LvxSettings Of(LvxSettings unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return (Units.Count == 1 ? Units[0] : Units.FirstOrDefault(other => Pi18.SerialNumber.Same(other.SerialNumber, unit.SerialNumber)))
            ?? throw LvxErrors.NotInReference(unit.Device, unit.SerialNumber, Path, Units.Select(other => other.SerialNumber ?? other.Name));
    }
}
