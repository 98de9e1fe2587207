using System.Globalization;
using Lvx.Core.Recording;

namespace Lvx.Core.Operations;

/// <summary>How checks word what units have.</summary>
internal static class Findings
{
    private const string NoValue = "--";

    /// <summary>What is worded when there are too few to be compared.</summary>
    public const string TooFew = "Fewer than two units said it.";

    /// <summary>Each unit's value in words.</summary>
    public static IReadOnlyList<string> Values(SyncFacts facts, Func<UnitFacts, object?> value) =>
        new TextList<string>(facts.Units.Select(unit => Text(value(unit))));

    /// <summary>The values with the names of who has them, the same values together: <c>06303 (lvx6048-1), 06440 (lvx6048-2)</c>; one value that all have stands alone.</summary>
    public static string Grouped(SyncFacts facts, Func<UnitFacts, object?> value)
    {
        IGrouping<string, UnitFacts>[] groups = [.. facts.Units.GroupBy(unit => Text(value(unit)), StringComparer.Ordinal)];
        return groups.Length == 1 ? groups[0].Key : string.Join(", ", groups.Select(group => $"{group.Key} ({Names(group)})"));
    }

    /// <summary>Names of units, one after the other.</summary>
    public static string Names(IEnumerable<UnitFacts> units) => string.Join(", ", units.Select(unit => unit.Name));

    /// <summary>A value in words; what a device said is data, and escaped.</summary>
    public static string Text(object? value) => value switch
    {
        null => NoValue,
        string text => text.Length == 0 ? NoValue : FrameText.Escape(text),
        IEnumerable<string> words => string.Join(", ", words.Select(FrameText.Escape)) is { Length: > 0 } joined ? joined : "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => FrameText.Escape(value.ToString() ?? NoValue),
    };

    /// <summary>What a unit that said nothing takes from a check that the others pass: it is not known to be well.</summary>
    public static (CheckOutcome Outcome, string Explanation) UnlessSilent(SyncFacts facts, Func<UnitFacts, bool> isSilent, string explanation) =>
        facts.Units.Where(isSilent).ToArray() is { Length: > 0 } silent
            ? (CheckOutcome.Warn, $"{Names(silent)} did not say it; the others agree. {explanation}")
            : (CheckOutcome.Pass, explanation);
}
