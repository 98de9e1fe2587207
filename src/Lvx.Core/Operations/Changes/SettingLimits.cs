using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>What PI18 can set one unit to, its own lists included.</summary>
internal static class SettingLimits
{
    /// <summary>Why a change is beyond what PI18 can do on this unit, with what to do instead; null when it is not.</summary>
    public static string? Beyond(PlannedChange change, SettingsState present)
    {
        if (change.Setting.WhyNotSettable(change.To) is { } reason)
        {
            return change.Setting.Settable == SettableBy.Lcd ? Sentence(reason) : $"{Sentence(reason)} {change.Text(change.To)} is none of it: use the unit's LCD.";
        }

        if (change.Setting.Kind != SettingKind.Current)
        {
            return null;
        }

        if (Amperes(change.Setting, present) is not { Count: > 0 } list)
        {
            return $"The unit does not say which {change.Setting.Label} it takes ({Query(change.Setting)}): it is not written blindly.";
        }

        var ampere = (int)change.To;
        return list.Contains(ampere) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{ampere} A is not in this unit's list for {change.Setting.Label}: {string.Join(", ", list)} A.{(ampere > list.Max() ? $" Above its end it can be set on the LCD only{Program(change.Setting)}." : "")}");
    }

    /// <summary>What a person should know before the change, each a sentence.</summary>
    public static IEnumerable<string> Warnings(PlannedChange change, SettingsState present)
    {
        if (change.From is int now && Amperes(change.Setting, present) is { Count: > 0 } list && now > list.Max())
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Sentence(change.Setting.Label)} {now} A is above the end of this unit's list ({list.Max()} A): once lowered, PI18 can't bring it back; the LCD can{Program(change.Setting)}.");
        }
        else if (change.From is { } from && change.Setting.WhyNotSettable(from) is not null)
        {
            yield return $"{Sentence(change.Setting.Label)} {change.Text(from)}, as found, is beyond what PI18 can set: it can't be brought back but on the LCD.";
        }

        if (change is { Setting.Name: nameof(LvxSettings.ReDischargeVoltage), To: 0m })
        {
            yield return "A re-discharge voltage of 0 (when full) is documented, and units have been seen to refuse it.";
        }
    }

    /// <summary>The LCD program of a setting, where one has a source.</summary>
    public static string Program(SettingDefinition setting) => setting.Name == nameof(LvxSettings.MaxChargeCurrent) ? ", Program 02" : "";

    private static IReadOnlyList<int>? Amperes(SettingDefinition setting, SettingsState state) =>
        setting.Kind != SettingKind.Current ? null : setting.Name == nameof(LvxSettings.MaxChargeCurrent) ? state.TotalCurrents : state.AcCurrents;

    private static string Query(SettingDefinition setting) =>
        setting.Name == nameof(LvxSettings.MaxChargeCurrent) ? Pi18.ChargeCurrents.Total.Command : Pi18.ChargeCurrents.Utility.Command;

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
