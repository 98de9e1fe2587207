using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What is compared with what. At most one reference; without any, the first unit is the reference.</summary>
public sealed record CompareRequest
{
    /// <summary>Units to read now.</summary>
    public UnitSelection? Selection { get; init; }

    /// <summary>Settings that are there already.</summary>
    public IReadOnlyList<LvxSettings> Given { get; init; } = [];

    /// <summary>A baseline to compare instead of units.</summary>
    public SettingsFile? Difference { get; init; }

    /// <summary>A baseline to compare with: of one unit, which is the reference of all, or of several, of which each is compared with itself by serial number.</summary>
    public SettingsFile? Reference { get; init; }

    /// <summary>A profile to compare with, in what it names.</summary>
    public LvxProfile? Profile { get; init; }

    /// <summary>Compare each unit with its own factory defaults.</summary>
    public bool WithDefaults { get; init; }

    /// <summary>How much is compared.</summary>
    public SettingsScope Scope { get; init; }
}
