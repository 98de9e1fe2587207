using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>The twelve settings that units in parallel must share.</summary>
internal static class SettingsCheck
{
    /// <summary>Those of the three settings on the parallel bus (PRI).</summary>
    private static readonly (SettingDefinition Setting, Func<ParallelRating, object?> Value)[] OnBus =
    [
        (SettingCatalogue.Find(nameof(LvxSettings.MaxChargeCurrent))!, rating => rating.MaxChargeCurrent),
        (SettingCatalogue.Find(nameof(LvxSettings.MaxAcChargeCurrent))!, rating => rating.MaxAcChargeCurrent),
        (SettingCatalogue.Find(nameof(LvxSettings.ChargerSourcePriority))!, rating => rating.ChargerSourcePriority),
    ];

    public static LvxSyncCheck Judge(SyncFacts facts) => facts.Source == SyncSource.ParallelBus ? OverBus(facts) : OverCables(facts);

    /// <summary>The settings that are not the same on all that said them.</summary>
    public static IReadOnlyList<SettingDefinition> Differences(SyncFacts facts)
    {
        if (facts.Source == SyncSource.ParallelBus)
        {
            ParallelRating[] ratings = [.. facts.Units.Select(unit => unit.Rating).OfType<ParallelRating>()];
            return [.. OnBus.Where(one => ratings.Select(one.Value).Distinct().Count() > 1).Select(one => one.Setting)];
        }

        LvxSettings[] known = [.. facts.Units.Select(unit => unit.Settings).OfType<LvxSettings>()];
        return [.. SettingCatalogue.Twelve.Where(setting => known.Select(unit => unit.ValueOf(setting)).Distinct().Count() > 1)];
    }

    private static LvxSyncCheck OverCables(SyncFacts facts)
    {
        string expected = $"{SettingCatalogue.Twelve.Count} of {SettingCatalogue.Twelve.Count} the same on all";
        UnitFacts[] known = [.. facts.Units.Where(unit => unit.Settings is not null)];
        if (known.Length < 2)
        {
            return new LvxSyncCheck("Settings", "settings") { Outcome = CheckOutcome.Skipped, Expected = expected, Actual = "--", Explanation = Findings.TooFew };
        }

        SettingsSide reference = SettingsSide.Of(known[0].Settings!, known[0].Name);
        Dictionary<UnitFacts, SettingsComparison> compared = known.Skip(1).ToDictionary(unit => unit, unit => new SettingsComparison(reference, SettingsSide.Of(unit.Settings!, unit.Name), SettingsScope.Twelve));
        int same = compared.Values.Min(comparison => comparison.Matching);
        bool alike = compared.Values.All(comparison => comparison.Match);
        LvxSettingComparison[] different = [.. compared.Values.SelectMany(comparison => comparison.Settings.Where(setting => !setting.Match))];
        (CheckOutcome outcome, string explanation) = alike
            ? Findings.UnlessSilent(facts, unit => unit.Settings is null, "All have the same.")
            : (CheckOutcome.Fail, string.Join(" ", different.Select(Explain)));
        return new LvxSyncCheck("Settings", "settings")
        {
            Outcome = outcome,
            Expected = expected,
            Actual = alike ? $"{same}/{SettingCatalogue.Twelve.Count}"
                : $"{same}/{SettingCatalogue.Twelve.Count}; different: {string.Join(", ", different.Select(setting => setting.Definition.Label).Distinct(StringComparer.Ordinal))}",
            Explanation = explanation,
            NextStep = alike ? null : Advice(known, different),
            Values = Findings.Values(facts, unit => unit.Settings is null ? null
                : $"{(compared.TryGetValue(unit, out SettingsComparison? comparison) ? comparison.Matching : SettingCatalogue.Twelve.Count)}/{SettingCatalogue.Twelve.Count}"),
        };
    }

    private static LvxSyncCheck OverBus(SyncFacts facts)
    {
        string expected = $"the {OnBus.Length} of {SettingCatalogue.Twelve.Count} that the parallel bus shows the same on all";
        UnitFacts[] known = [.. facts.Units.Where(unit => unit.Rating?.SerialNumber is not null)];
        if (known.Length < 2)
        {
            return new LvxSyncCheck("Settings", "settings") { Outcome = CheckOutcome.Skipped, Expected = expected, Actual = "--", Explanation = Findings.TooFew };
        }

        IReadOnlyList<SettingDefinition> different = Differences(facts with { Units = known });
        return new LvxSyncCheck("Settings", "settings")
        {
            Outcome = different.Count > 0 ? CheckOutcome.Fail : CheckOutcome.Pass,
            Expected = expected,
            Actual = $"{OnBus.Length - different.Count}/{OnBus.Length}{(different.Count == 0 ? "" : $"; different: {string.Join(", ", different.Select(setting => setting.Label))}")}",
            Explanation = different.Count > 0
                ? string.Join(" ", OnBus.Where(one => different.Contains(one.Setting)).Select(one => $"{Capital(one.Setting.Label)}: {Findings.Grouped(facts, unit => unit.Rating is null ? null : one.Value(unit.Rating))}."))
                : $"The other {SettingCatalogue.Twelve.Count - OnBus.Length} are not seen over the bus: ask each unit over its own cable.",
            NextStep = different.Count > 0 ? "Compare the settings over each unit's own cable (Compare-LvxSettings, lvx compare), and set them the same." : null,
        };
    }

    private static string Explain(LvxSettingComparison setting) =>
        $"{Capital(setting.Definition.Label)}: {Shown(setting.ReferenceValue, setting)} ({setting.ReferenceName}) against {Shown(setting.DifferenceValue, setting)} ({setting.DifferenceName}). {setting.Risk}";

    private static string Shown(object? value, LvxSettingComparison setting) => $"{Findings.Text(value)}{(value is null || setting.Unit is null ? "" : " " + setting.Unit)}";

    /// <summary>Which value is the right one, only a person knows: with one difference between two units both ways are told.</summary>
    private static string Advice(UnitFacts[] known, LvxSettingComparison[] different)
    {
        const string decide = "Decide which value is right, and set it on every unit";
        if (known.Length != 2 || different.Length != 1)
        {
            return $"{decide}: Compare-LvxSettings (lvx compare) says how.";
        }

        var back = new LvxSettingComparison(different[0].Definition, SettingsSide.Of(known[1].Settings!, known[1].Name), SettingsSide.Of(known[0].Settings!, known[0].Name));
        return $"{decide}. {For(different[0])} {For(back)}";
    }

    private static string For(LvxSettingComparison setting) =>
        $"To make {setting.DifferenceName} like {setting.ReferenceName}: {setting.HowToSet?.TrimEnd('.') ?? "nothing is known"}.";

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
