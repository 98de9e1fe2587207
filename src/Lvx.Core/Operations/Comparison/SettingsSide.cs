using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>One side of a comparison: a unit as it is now, one in a file, a profile, or a unit's factory defaults.</summary>
internal sealed class SettingsSide
{
    private readonly Func<SettingDefinition, bool> has;
    private readonly Func<SettingDefinition, object?> value;
    private readonly bool isProfile;

    private SettingsSide(string name, LvxSettings? unit, Func<SettingDefinition, bool> has, Func<SettingDefinition, object?> value, bool isProfile = false)
    {
        Name = name;
        Unit = unit;
        this.has = has;
        this.value = value;
        this.isProfile = isProfile;
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The unit whose settings these are; no value for a profile or defaults.</summary>
    public LvxSettings? Unit { get; }

    public static SettingsSide Of(LvxSettings unit, string name) =>
        new(name, unit, setting => setting.IsAnswered(unit.Answers), unit.ValueOf);

    public static SettingsSide Of(LvxProfile profile)
    {
        var wanted = new Dictionary<SettingDefinition, object>(profile.Wanted);
        return new($"profile {profile.Name}", null, wanted.ContainsKey, setting => wanted[setting], isProfile: true);
    }

    /// <exception cref="LvxException">The unit does not say its defaults.</exception>
    public static SettingsSide OfDefaults(LvxSettings unit) => unit.Defaults is null
        ? throw LvxErrors.NoDefaults(unit.Device)
        : new("factory default", null, setting => setting.HasDefault, unit.DefaultOf);

    /// <summary>The settings to compare when this is the reference: a profile wants what it names, and that is compared whatever the scope.</summary>
    public IEnumerable<SettingDefinition> ToCompare(SettingsScope scope, SettingsSide difference) => (isProfile ? SettingCatalogue.All : SettingCatalogue.Of(scope))
        .Where(setting => Has(setting) || (Unit is not null && difference.Has(setting)));

    /// <summary>Whether it says anything about a setting.</summary>
    public bool Has(SettingDefinition setting) => has(setting);

    /// <summary>Its value; null when it says none that can be read.</summary>
    public object? ValueOf(SettingDefinition setting) => has(setting) ? value(setting) : null;

    /// <summary>Where its unit is to be reached, for errors.</summary>
    public UnitPort Port => new(Unit?.Device ?? Name, Name);
}
