namespace Lvx.Core.Operations;

/// <summary>Settings that changed though nobody asked for it.</summary>
internal static class StraySettings
{
    /// <summary>What is different after a write, beside what it carries. Another battery type brings its own voltages, which is no surprise.</summary>
    /// <param name="before">What the unit had.</param>
    /// <param name="after">What it has.</param>
    /// <param name="written">The settings that were written; none for the clock.</param>
    public static IReadOnlyList<PlannedChange> Between(LvxSettings before, LvxSettings after, WriteGroup? written) =>
    [
        .. SettingCatalogue.All
            .Where(setting => setting.IsAnswered(before.Answers) && setting.IsAnswered(after.Answers) && written?.Settings.Contains(setting) != true)
            .Where(setting => written != WriteGroup.BatteryType || !(WriteGroup.BulkAndFloat.Settings.Contains(setting) || WriteGroup.CutOff.Settings.Contains(setting)))
            .Select(setting => (setting, From: before.ValueOf(setting), To: after.ValueOf(setting)))
            .Where(found => found.To is not null && !found.To.Equals(found.From))
            .Select(found => new PlannedChange(found.setting, found.From, found.To!)),
    ];

    /// <summary>A reason, and after it what else changed.</summary>
    public static string Told(string reason, IReadOnlyList<PlannedChange> strays) =>
        strays.Count == 0 ? reason : $"{reason} Other settings changed with it: {string.Join("; ", strays.Select(stray => $"{stray.Setting.Label} {stray.Text(stray.To)} (was {stray.Text(stray.From)})"))}.".TrimStart();
}
