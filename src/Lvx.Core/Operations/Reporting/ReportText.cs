using System.Globalization;
using System.Text;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Values as they stand in a report: no value is <c>--</c>, never 0, and a derived one bears a <c>~</c>.</summary>
internal static class ReportText
{
    public const string NoValue = "--";

    private const string Derived = "~";

    /// <summary>A value in words; what a device said is escaped.</summary>
    public static string Value(object? value, string unit = "")
    {
        string text = Findings.Text(value);
        return text == NoValue || unit.Length == 0 ? text : $"{text} {unit}";
    }

    /// <summary>A value that was worked out, and not read.</summary>
    public static string OfDerived(decimal? value, int decimals, string unit = "") =>
        value is { } known ? $"{Derived}{Number(known, decimals)}{(unit.Length > 0 ? " " : "")}{unit}" : NoValue;

    /// <summary>A number with so many decimals; halves go away from 0, as people round.</summary>
    public static string Number(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC, to the second.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The value of a setting as it stands in files and in the journal.</summary>
    public static string Setting(LvxSettings? unit, SettingDefinition setting) =>
        unit is null || unit.Settings.All(one => one.Name != setting.Name) || unit.ValueOf(setting) is not { } value ? NoValue : SettingText.Format(setting, value);

    /// <summary>So many things.</summary>
    public static string Counted(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>
    /// Text as it may stand anywhere: what a person wrote stays as it is in any language, and what steers a terminal, a browser or the direction of writing is shown
    /// and not obeyed.
    /// </summary>
    public static string Clean(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool steers = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (steers)
            {
                shown.Append(CultureInfo.InvariantCulture, $"{(rune.Value <= 0xFF ? "\\x" : "\\u")}{rune.Value.ToString(rune.Value <= 0xFF ? "x2" : "x4", CultureInfo.InvariantCulture)}");
            }
            else
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.ToString();
    }
}
