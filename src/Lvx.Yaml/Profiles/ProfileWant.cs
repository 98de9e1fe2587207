using Lvx.Core.Operations;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Profiles;

/// <summary>A value that a profile wants.</summary>
/// <param name="Setting">Of which setting.</param>
/// <param name="Value">Decimal (V), int (A), code, bool or window.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ProfileWant(SettingDefinition Setting, object Value, TextNode Place)
{
    /// <summary>Its value in words, with its unit.</summary>
    public string Text => SettingText.Format(Setting, Value);
}

/// <summary>What the battery's maker allows.</summary>
/// <param name="Setting">Of which setting.</param>
/// <param name="Min">The least, in the setting's unit; null when there is none.</param>
/// <param name="Max">The greatest, in the setting's unit; null when there is none.</param>
internal sealed record ProfileLimit(SettingDefinition Setting, decimal? Min, decimal? Max);
