using System.Collections.Frozen;

namespace Lvx.Core.Operations;

/// <summary>The settings of a unit as values alone: what a planner thinks about. Never changes itself.</summary>
internal sealed class SettingsState
{
    private readonly FrozenDictionary<SettingDefinition, object?> values;

    private SettingsState(FrozenDictionary<SettingDefinition, object?> values, IReadOnlyList<int>? totalCurrents, IReadOnlyList<int>? acCurrents)
    {
        this.values = values;
        TotalCurrents = totalCurrents;
        AcCurrents = acCurrents;
    }

    /// <summary>What the greatest charge current can be set to, in A; no value when the unit does not say.</summary>
    public IReadOnlyList<int>? TotalCurrents { get; }

    /// <summary>What the greatest charge current from the grid can be set to, in A; no value when the unit does not say.</summary>
    public IReadOnlyList<int>? AcCurrents { get; }

    /// <summary>The value of a setting; null when it is not known.</summary>
    public object? this[SettingDefinition setting] => values.GetValueOrDefault(setting);

    public static SettingsState Of(LvxSettings settings) => new(
        SettingCatalogue.All.Where(setting => setting.IsAnswered(settings.Answers)).ToFrozenDictionary(setting => setting, settings.ValueOf),
        settings.ChargeCurrents,
        settings.AcChargeCurrents);

    public static SettingsState Of(IEnumerable<KeyValuePair<SettingDefinition, object?>> values, IReadOnlyList<int>? totalCurrents, IReadOnlyList<int>? acCurrents) =>
        new(values.ToFrozenDictionary(), totalCurrents, acCurrents);

    public decimal? Volts(string name) => this[SettingCatalogue.Find(name)!] as decimal?;

    /// <summary>The same with other values.</summary>
    public SettingsState With(IEnumerable<KeyValuePair<SettingDefinition, object>> changed)
    {
        var after = new Dictionary<SettingDefinition, object?>(values);
        foreach ((SettingDefinition setting, object value) in changed)
        {
            after[setting] = value;
        }

        return new SettingsState(after.ToFrozenDictionary(), TotalCurrents, AcCurrents);
    }
}
