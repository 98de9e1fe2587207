using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What is known of a setting, whatever the unit: its names, what its values are, how it is changed, and what it does.</summary>
public sealed class SettingDefinition
{
    internal SettingDefinition(string name, SettingKind kind, string effect)
    {
        Name = name;
        Kind = kind;
        Effect = effect;
        Key = SettingText.Words(name);
        // As people write them: re-charge, re-discharge, cut-off, AC, LCD.
        string words = Key.Replace('_', ' ').Replace("cut off", "cut-off", StringComparison.Ordinal);
        words = words.StartsWith("re ", StringComparison.Ordinal) ? "re-" + words[3..] : words;
        Label = string.Join(' ', words.Split(' ').Select(word => word is "ac" or "lcd" ? word.ToUpperInvariant() : word));
    }

    /// <summary>Its name in the project's vocabulary, as properties and parameters bear it: <c>MaxChargeCurrent</c>.</summary>
    public string Name { get; }

    /// <summary>Its name in files: <c>max_charge_current</c>.</summary>
    public string Key { get; }

    /// <summary>Its name in words: <c>max charge current</c>.</summary>
    public string Label { get; }

    /// <summary>What its values are.</summary>
    public SettingKind Kind { get; }

    /// <summary>The symbol of its unit (V, A), where it has one.</summary>
    public string? Unit => Kind switch { SettingKind.Voltage => "V", SettingKind.Current => "A", _ => null };

    /// <summary>Whether it is one of the twelve that units in parallel must share.</summary>
    public bool IsOneOfTwelve { get; internal init; }

    /// <summary>How it can be changed.</summary>
    public SettableBy Settable { get; internal init; }

    /// <summary>What a wrong value does, in a sentence.</summary>
    public string Effect { get; }

    /// <summary>The voltages that PI18 can set; no value for what is no voltage.</summary>
    public VoltageRange? Range { get; internal init; }

    /// <summary>The codes that are known, by name; empty for what is no code.</summary>
    internal IReadOnlyList<(string Name, Enum Value)> Codes { get; init; } = [];

    /// <summary>Those of <see cref="Codes"/> that PI18 can set.</summary>
    internal IReadOnlyList<Enum> SettableCodes { get; init; } = [];

    /// <summary>Whether the answer was there in which it stands.</summary>
    internal Func<SettingsAnswers, bool> IsAnswered { get; init; } = _ => true;

    /// <summary>Its value; null when the unit said none that can be read.</summary>
    internal Func<SettingsAnswers, object?> Read { get; init; } = _ => null;

    /// <summary>Its factory default; null when the unit has none, or does not say it.</summary>
    internal Func<DefaultSettings, object?>? ReadDefault { get; init; }

    /// <summary>Whether there is a factory default of it (DI says nothing of the windows).</summary>
    internal bool HasDefault => ReadDefault is not null;

    /// <summary>The unit's own list of amperes.</summary>
    internal Func<SettingsAnswers, ChargeCurrents?>? Amperes { get; init; }

    /// <summary>Why PI18 can't set this value on any unit, in a sentence; null when it can. A current is also bound to each unit's own list, which only the unit knows.</summary>
    /// <param name="value">Decimal (V), int (A), code, bool or window.</param>
    public string? WhyNotSettable(object value) => (this, value) switch
    {
        ({ Settable: SettableBy.Lcd }, _) => $"{Label} can be set on the unit's LCD only.",
        ({ Range: { } range }, decimal volts) when !range.Contains(volts) => $"PI18 sets {Label} to {range}{(range.OrZero ? ", or 0," : "")} only.",
        ({ Kind: SettingKind.Current }, int amperes) when amperes is < 1 or > 999 => $"PI18 sets {Label} to 1 to 999 A only.",
        ({ Kind: SettingKind.Code }, Enum code) when !SettableCodes.Contains(code) =>
            $"PI18 sets {Label} to {string.Join(", ", SettableCodes.Select(settable => SettingText.Words(settable.ToString())))} only.",
        _ => null,
    };

    /// <summary>What it can be set to on any unit, in words: a range, names, on or off; for a current, that the unit's own list counts.</summary>
    public string Choices => (this, Range) switch
    {
        ({ Settable: SettableBy.Lcd }, _) => "on the LCD only",
        (_, { } range) => range.ToString() + (range.OrZero ? ", or 0" : ""),
        ({ Kind: SettingKind.Current }, _) => "whole A of the unit's own list",
        ({ Kind: SettingKind.Code }, _) => string.Join(", ", SettableCodes),
        ({ Kind: SettingKind.Switch }, _) => "on, off",
        _ => "two times of the day, such as 01:00-05:30",
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
