namespace Lvx.Core.Operations;

/// <summary>What units are to have: the same for all of them, or for each what its baseline says.</summary>
public sealed class ChangeWish
{
    private readonly Func<LvxSettings, IReadOnlyList<KeyValuePair<SettingDefinition, object>>> find;

    private ChangeWish(Func<LvxSettings, IReadOnlyList<KeyValuePair<SettingDefinition, object>>> find) => this.find = find;

    /// <summary>These values, on every unit.</summary>
    /// <param name="values">Settings with their values: decimal (V), int (A), code, bool or window.</param>
    public static ChangeWish Of(IEnumerable<KeyValuePair<SettingDefinition, object>> values)
    {
        // 56 and 56.0 are shown alike.
        KeyValuePair<SettingDefinition, object>[] wanted = [.. values.Select(value => value.Value is decimal volts ? new(value.Key, volts + 0.0m) : value)];
        return new ChangeWish(_ => wanted);
    }

    /// <summary>What a profile names, on every unit.</summary>
    public static ChangeWish Of(LvxProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new ChangeWish(_ => profile.Wanted);
    }

    /// <summary>What stands in a baseline: of one unit, on every unit; of several, on each its own, by serial number.</summary>
    public static ChangeWish Of(SettingsFile baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return new ChangeWish(unit =>
        {
            LvxSettings kept = baseline.Of(unit);
            return [.. SettingCatalogue.All.Select(setting => (setting, Value: kept.ValueOf(setting))).Where(pair => pair.Value is not null).Select(pair => new KeyValuePair<SettingDefinition, object>(pair.setting, pair.Value!))];
        });
    }

    /// <summary>For each unit what <paramref name="values"/> gives for its serial number; a unit that is not in it is to have nothing.</summary>
    public static ChangeWish BySerial(IReadOnlyDictionary<string, IReadOnlyList<KeyValuePair<SettingDefinition, object>>> values) =>
        new(unit => unit.SerialNumber is { } serial && values.TryGetValue(serial, out IReadOnlyList<KeyValuePair<SettingDefinition, object>>? own) ? own : []);

    /// <summary>What one unit is to have.</summary>
    /// <exception cref="LvxException">Nothing is known of it.</exception>
    internal IReadOnlyList<KeyValuePair<SettingDefinition, object>> For(LvxSettings unit) => find(unit);
}
