using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>The units' clocks. They know no time zone, so that they are held against one another; this computer's is only told.</summary>
internal static class ClockCheck
{
    public static LvxSyncCheck Judge(SyncFacts facts, TimeSpan tolerance)
    {
        string expected = string.Create(CultureInfo.InvariantCulture, $"within {tolerance.TotalMinutes:0.#} min of one another");
        IReadOnlyList<string> values = Findings.Values(facts, unit => unit.Clock?.Unit.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        (UnitFacts Unit, TimeSpan Ahead)[] known = [.. facts.Units.Where(unit => unit.Clock is not null).Select(unit => (unit, unit.Clock!.Value.Unit - unit.Clock.Value.Here)).OrderBy(one => one.Item2)];
        if (known.Length < 2)
        {
            return new LvxSyncCheck("Clock", "clocks")
            {
                Outcome = CheckOutcome.Skipped,
                Expected = expected,
                Actual = Findings.Grouped(facts, unit => unit.Clock?.Unit.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                Explanation = facts.Source == SyncSource.ParallelBus ? "The parallel bus does not show clocks: ask each unit over its own cable." : Findings.TooFew,
                Values = values,
            };
        }

        TimeSpan spread = known[^1].Ahead - known[0].Ahead;
        TimeSpan off = known.Select(one => one.Ahead).MaxBy(ahead => ahead.Duration());
        string here = off.Duration() > tolerance ? $" {(off > TimeSpan.Zero ? "Ahead of" : "Behind")} this computer's local time by up to {Span(off.Duration())}." : "";
        bool agrees = spread <= tolerance;
        (CheckOutcome outcome, string explanation) = agrees
            ? Findings.UnlessSilent(facts, unit => unit.Clock is null, $"The time windows of all begin and end together.{here}")
            : (CheckOutcome.Warn, $"Time windows begin and end by each unit's own clock.{here}");
        return new LvxSyncCheck("Clock", "clocks")
        {
            Outcome = outcome,
            Expected = expected,
            Actual = $"{Span(spread)} apart{(agrees ? "" : $" ({known[0].Unit.Name} is behind, {known[^1].Unit.Name} ahead)")}",
            Explanation = explanation,
            NextStep = agrees ? null : "Set them with Set-LvxClock (lvx set-clock).",
            Values = values,
            Spread = Math.Round((decimal)spread.TotalMinutes, 1),
            Tolerance = (decimal)tolerance.TotalMinutes,
            Unit = "min",
        };
    }

    private static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
    };
}
