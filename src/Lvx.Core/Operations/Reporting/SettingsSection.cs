using System.Globalization;

namespace Lvx.Core.Operations.Reporting;

/// <summary>The settings of the units side by side.</summary>
internal static class SettingsSection
{
    public static ReportSection Of(ReportModel model)
    {
        UnitSurvey[] units = [.. model.Surveys.Where(unit => unit.Settings is not null)];
        if (units.Length == 0)
        {
            return ReportSection.Of("Settings", new TextBlock("No unit said its settings."));
        }

        string[] head = ["Setting", .. units.Select(unit => unit.Port.Name), "Alike", "Can be set by"];
        return ReportSection.Of(
            "Settings",
            [
                new TableBlock("The twelve that units in parallel must share", head, [.. SettingCatalogue.Twelve.Select(setting => Row(setting, units))]),
                new TableBlock("The others", head, [.. SettingCatalogue.All.Except(SettingCatalogue.Twelve).Select(setting => Row(setting, units))]),
                new TextBlock("Only the LCD of a unit can set what is marked so, and output voltage and frequency; machine type and output mode are never written by this tool."),
            ]);
    }

    /// <summary>Whether the units that said a setting have the same value.</summary>
    public static bool Differs(SettingDefinition setting, IEnumerable<UnitSurvey> units) =>
        units.Select(unit => unit.Settings).OfType<LvxSettings>().Select(unit => unit.ValueOf(setting)).Distinct().Count() > 1;

    /// <summary>How a setting can be changed; above the end of its own list a unit takes no current over PI18 (seen live).</summary>
    public static string SetBy(SettingDefinition setting, IEnumerable<UnitSurvey> units)
    {
        if (setting.Settable == SettableBy.Lcd)
        {
            return "LCD only";
        }

        string[] above =
        [
            .. units.Where(unit => unit.Settings is { } settings && setting.Amperes?.Invoke(settings.Answers)?.Amperes is { Count: > 0 } list && settings.ValueOf(setting) is int now && now > list.Max())
                .Select(unit => string.Create(CultureInfo.InvariantCulture, $"LCD only on {unit.Port.Name} (above {setting.Amperes!.Invoke(unit.Settings!.Answers)!.Amperes.Max()} A)")),
        ];
        return above.Length > 0 ? string.Join(", ", above) : "PI18";
    }

    private static IReadOnlyList<Cell> Row(SettingDefinition setting, UnitSurvey[] units)
    {
        Cell alike = units.Length < 2 ? new(ReportText.NoValue, Tone.Muted) : Differs(setting, units) ? new("DIFFERS", setting.IsOneOfTwelve ? Tone.Bad : Tone.Warn) : new("alike", Tone.Good);
        return [EquipmentSection.Capital(setting.Label), .. units.Select(unit => (Cell)ReportText.Setting(unit.Settings, setting)), alike, SetBy(setting, units)];
    }
}
