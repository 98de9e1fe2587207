namespace Lvx.Core.Units;

/// <summary>Where a unit is to be reached, and what people call it.</summary>
/// <param name="Device">The device, such as <c>/dev/hidraw0</c> or <c>tcp://host:port</c>.</param>
/// <param name="Name">A short name.</param>
public sealed record UnitPort(string Device, string Name)
{
    /// <summary>The serial number that must answer there; null for whoever does.</summary>
    public string? SerialNumber { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name == Device ? Device : $"{Name} ({Device})";
}
