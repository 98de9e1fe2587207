using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>One setting of one unit.</summary>
public sealed class LvxSetting
{
    internal LvxSetting(SettingDefinition definition, SettingsAnswers answers)
    {
        Definition = definition;
        Value = PlainValue.Of(definition.Read(answers));
        Default = answers.Defaults is null ? null : PlainValue.Of(definition.ReadDefault?.Invoke(answers.Defaults));
        Settable = definition.Settable == SettableBy.Lcd ? "LCD only" : "PI18";
        Allowed = AllowedOf(definition, answers);
    }

    /// <summary>Its name, as properties and parameters bear it.</summary>
    public string Name => Definition.Name;

    /// <summary>Decimal (V), int (A), the name of a code (its number where no document names it), bool, or a window such as <c>01:00-05:30</c>; null when the unit said none.</summary>
    public object? Value { get; }

    /// <summary>The symbol of its unit (V, A), where it has one.</summary>
    public string? Unit => Definition.Unit;

    /// <summary>The factory default; null when the unit has none or does not say it.</summary>
    public object? Default { get; }

    /// <summary><c>PI18</c>, or <c>LCD only</c>.</summary>
    public string Settable { get; }

    /// <summary>What PI18 can set it to: the unit's own list of amperes, a range of voltages, names; null when that is not known, or nothing.</summary>
    public IReadOnlyList<string>? Allowed { get; }

    /// <summary>What is known of the setting, whatever the unit.</summary>
    internal SettingDefinition Definition { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} = {Value ?? "--"} {Unit}").TrimEnd();

    private static TextList<string>? AllowedOf(SettingDefinition definition, SettingsAnswers answers) => definition switch
    {
        { Settable: SettableBy.Lcd } => null,
        { Amperes: { } find } => find(answers) is { } list ? new([.. list.Amperes.Select(a => a.ToString(CultureInfo.InvariantCulture))]) : null,
        { Range: { } range } => new([range.Short]),
        { Kind: SettingKind.Code } => new([.. definition.SettableCodes.Select(code => code.ToString())]),
        { Kind: SettingKind.Switch } => new(["on", "off"]),
        _ => new(["HH:mm-HH:mm"]),
    };
}
