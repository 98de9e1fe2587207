using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>One setting's change in a plan.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="From">Its value now; null when it is not known.</param>
/// <param name="To">Its value wanted; the same as now for what only travels with another.</param>
/// <param name="IsForced">Whether it is written though it looks the same: what a unit shows under another battery type is that type's own.</param>
internal sealed record PlannedChange(SettingDefinition Setting, object? From, object To, bool IsForced = false)
{
    /// <summary>Whether it is asked for, and does not only travel with another.</summary>
    public bool IsReal => IsForced || IsDifferent;

    public bool IsDifferent => !To.Equals(From);

    /// <summary>Such as <c>bulk voltage 56.4 V (now 56.0 V)</c>.</summary>
    public override string ToString() => $"{Setting.Label} {Text(To)} (now {Text(From)})";

    /// <summary>A value of it in words for a person: a code by its name.</summary>
    public string Text(object? value) => value is Enum code ? code.ToString() : SettingText.Format(Setting, value);
}

/// <summary>One setter of a plan.</summary>
/// <param name="Group">The settings it carries.</param>
/// <param name="Changes">Each of these settings, from and to.</param>
/// <param name="Setter">What is sent, once.</param>
/// <param name="Why">Why it stands where it stands.</param>
internal sealed record PlannedWrite(WriteGroup Group, IReadOnlyList<PlannedChange> Changes, Setter Setter, string Why)
{
    /// <summary>Such as <c>Set bulk voltage 56.4 V (now 56.0 V)</c>.</summary>
    public string Action => $"Set {string.Join(" and ", Changes.Where(change => change.IsReal))}";

    /// <summary>The values it brings.</summary>
    public IEnumerable<KeyValuePair<SettingDefinition, object>> Values => Changes.Select(change => new KeyValuePair<SettingDefinition, object>(change.Setting, change.To));
}
