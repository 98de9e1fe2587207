using System.Globalization;
using System.Text;

namespace Lvx.Core.Operations;

/// <summary>Values of settings as they stand in files: <c>56.4 V</c>, <c>60 A</c>, <c>solar_battery_utility</c>, <c>on</c>, <c>01:00-05:30</c>.</summary>
public static class SettingText
{
    /// <summary>What stands for a value that the unit did not say.</summary>
    public const string Unknown = "unknown";

    private const string CodePrefix = "code ";

    // What three digits can say on the wire: a baseline keeps what a unit had, settable or not.
    private const decimal GreatestVoltage = 99.9m;
    private const int GreatestCurrent = 999;

    /// <summary>The text of <paramref name="value"/>, a value of <paramref name="setting"/>.</summary>
    public static string Format(SettingDefinition setting, object? value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return value switch
        {
            null => Unknown,
            decimal volts => string.Create(CultureInfo.InvariantCulture, $"{volts:0.0##} {setting.Unit}"),
            int amperes => string.Create(CultureInfo.InvariantCulture, $"{amperes} {setting.Unit}"),
            bool on => on ? "on" : "off",
            Enum code => Enum.GetName(code.GetType(), code) is { } name ? Words(name) : CodePrefix + Convert.ToInt32(code, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => value.ToString() ?? Unknown,
        };
    }

    /// <summary>Reads a value of <paramref name="setting"/>.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">The text, as <see cref="Format"/> writes it.</param>
    /// <param name="value">The value: decimal, int, the code, bool or window; null for one that is known to be unknown, or a code without a name.</param>
    /// <returns>What is wrong with it, in a sentence; null when nothing is.</returns>
    public static string? Parse(SettingDefinition setting, string text, out object? value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(text);
        value = null;
        if (text == Unknown)
        {
            return null;
        }

        switch (setting.Kind)
        {
            case SettingKind.Voltage:
                bool isVolts = TryNumber(text, setting.Unit!, out decimal volts);
                // 56 and 56.0 are shown alike.
                value = volts + 0.0m;
                return !isVolts ? "a voltage is a number with its unit, such as 56.4 V."
                    : volts < 0 || volts > GreatestVoltage || decimal.Truncate(volts * 10) != volts * 10 ? "a voltage is 0.0 to 99.9 V, in tenths."
                    : null;
            case SettingKind.Current:
                bool isAmperes = TryNumber(text, setting.Unit!, out decimal amperes);
                bool inRange = amperes is >= 0 and <= GreatestCurrent && decimal.Truncate(amperes) == amperes;
                value = inRange ? (int)amperes : null;
                return !isAmperes ? "a current is a number with its unit, such as 60 A." : inRange ? null : "a current is 0 to 999 A, in whole amperes.";
            case SettingKind.Code:
                value = setting.Codes.FirstOrDefault(code => Words(code.Name) == text).Value;
                return value is not null || IsNumberedCode(text) ? null : $"it is one of {string.Join(", ", setting.Codes.Select(code => Words(code.Name)))}.";
            case SettingKind.Switch:
                value = text is "on" or "off" ? text == "on" : null;
                return value is null ? "it is on or off." : null;
            default:
                bool isWindow = DailyWindow.TryParse(text, out DailyWindow window);
                value = isWindow ? window : null;
                return isWindow ? null : "a window is two times of the day, such as 01:00-05:30.";
        }
    }

    /// <summary>Reads a value that somebody wants, as people type it: the unit's symbol may be left out, and names are taken in either form, in any case.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">Such as <c>56.4</c>, <c>60 A</c>, <c>SolarFirst</c>, <c>solar_first</c>, <c>on</c>, <c>01:00-05:30</c>.</param>
    /// <param name="problem">What is wrong with it, in a sentence; null when nothing is.</param>
    /// <returns>The value; null when it is none that PI18 can set.</returns>
    public static object? ParseWanted(SettingDefinition setting, string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(text);
        string wanted = text.Trim();
        wanted = setting.Unit is { } unit && !wanted.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? $"{wanted} {unit}" : wanted;
        if (setting.Kind == SettingKind.Code)
        {
            wanted = setting.Codes.FirstOrDefault(code => string.Equals(code.Name, wanted, StringComparison.OrdinalIgnoreCase)).Name is { } name ? Words(name) : wanted.ToLowerInvariant();
        }

        problem = Parse(setting, wanted, out object? value) ?? (value is null ? $"it is none of: {setting.Choices}." : setting.WhyNotSettable(value));
        return problem is null ? value : null;
    }

    /// <summary><c>SolarFirst</c> as <c>solar_first</c>.</summary>
    internal static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    private static bool TryNumber(string text, string unit, out decimal number)
    {
        number = 0;
        return text.EndsWith(unit, StringComparison.Ordinal)
            && decimal.TryParse(text[..^unit.Length].TrimEnd(' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsNumberedCode(string text) =>
        text.StartsWith(CodePrefix, StringComparison.Ordinal) && int.TryParse(text[CodePrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
