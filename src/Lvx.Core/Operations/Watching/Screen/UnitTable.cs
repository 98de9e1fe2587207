using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>The units side by side, with how far they are apart, how far they may be, and what that comes to. Where the screen is narrow, columns go: the limit first, then the difference.</summary>
internal static class UnitTable
{
    private const int WideLabel = 19;
    private const int NarrowLabel = 15;
    private const int DeltaWidth = 9;
    private const int LimitWidth = 8;
    private const int ResultWidth = 6;
    private const int WideUnit = 17;
    private const int UnitWidth = 11;
    private const int NarrowUnit = 8;

    /// <summary>The head and as many rows as there is room for; what is not as it should be is always among them.</summary>
    public static IReadOnlyList<ScreenLine> Draw(WatchState state, int width, int height)
    {
        Columns columns = Fit(state.Units.Count, width);
        var lines = new List<ScreenLine> { Head(state, columns) };
        if (state.Units.Any(unit => !unit.IsAnswering))
        {
            lines.Add(AnswersRow(state, columns));
        }

        HashSet<TableRow> chosen =
        [
            .. TableRow.All
                .OrderBy(row => row.Check(state.Report)?.Outcome switch { CheckOutcome.Fail => 0, CheckOutcome.Warn => 1, _ => 2 })
                .ThenBy(row => row.Rank)
                .Take(Math.Max(0, height - lines.Count)),
        ];
        lines.AddRange(TableRow.All.Where(chosen.Contains).Select(row => Row(state, row, columns)));
        return lines;
    }

    private static Columns Fit(int units, int width)
    {
        Columns all = new(WideLabel, 0, units, DeltaWidth, LimitWidth);
        foreach ((Columns columns, int least) in (ReadOnlySpan<(Columns, int)>)
        [
            (all, UnitWidth), (all with { Label = NarrowLabel }, UnitWidth), (all with { Label = NarrowLabel, Limit = 0 }, UnitWidth), (all with { Label = NarrowLabel, Limit = 0, Delta = 0 }, NarrowUnit),
        ])
        {
            int each = (width - columns.Label - columns.Delta - columns.Limit - ResultWidth) / units;
            if (each >= least)
            {
                return columns with { Unit = Math.Min(each, width > 100 ? 2 * UnitWidth : WideUnit) };
            }
        }

        int fit = Math.Max(1, (width - NarrowLabel - ResultWidth) / NarrowUnit);
        return new Columns(NarrowLabel, NarrowUnit, Math.Min(fit, units), 0, 0);
    }

    private static ScreenLine Head(WatchState state, Columns columns)
    {
        string hidden = columns.Units < state.Units.Count ? string.Create(CultureInfo.InvariantCulture, $"1-{columns.Units} of {state.Units.Count}") : "";
        ScreenLine line = new ScreenLine().Field(hidden, columns.Label, Ink.Faint);
        foreach (WatchedUnit unit in state.Units.Take(columns.Units))
        {
            line.Field(Tail(Findings.Text(unit.Name), columns.Unit - 1), columns.Unit - 1, Ink.Strong).Add(" ");
        }

        return line.Field("DELTA", columns.Delta, Ink.Strong).Field("LIMIT", columns.Limit, Ink.Strong).Add("RESULT", Ink.Strong);
    }

    // Names of units differ at their ends.
    private static string Tail(string name, int width) => name.Length <= width ? name : ".." + name[^(width - 2)..];

    private static ScreenLine AnswersRow(WatchState state, Columns columns)
    {
        ScreenLine line = new ScreenLine().Field("Answers", columns.Label);
        foreach (WatchedUnit unit in state.Units.Take(columns.Units))
        {
            (string text, Ink ink) = Answers(state, unit);
            line.Field(text, columns.Unit - 1, ink).Add(" ");
        }

        return Result(line.Field("", columns.Delta).Field("all", columns.Limit), state.Report?.Check("Answers"));
    }

    /// <summary>Whether a unit answers, in words.</summary>
    public static (string Text, Ink Ink) Answers(WatchState state, WatchedUnit unit) => unit switch
    {
        { IsStale: true } => ($"STALE {Ages.Text(state.AgeOf(unit))}", Ink.Bad),
        { IsAnswering: true } => ("yes", Ink.Plain),
        { Failure: not null } => ("SILENT", Ink.Bad),
        _ => ("--", Ink.Plain),
    };

    private static ScreenLine Row(WatchState state, TableRow row, Columns columns)
    {
        LvxSyncCheck? check = row.Check(state.Report);
        ScreenLine line = new ScreenLine().Field(row.Label, columns.Label);
        foreach (WatchedUnit unit in state.Units.Take(columns.Units))
        {
            line.Field(Findings.Text(row.Value(unit)), columns.Unit - 1, unit.IsStale ? Ink.Faint : Ink.Plain).Add(" ");
        }

        line.Field(row.Delta(state.Units, check), columns.Delta)
            .Field(check?.Tolerance is { } tolerance ? Findings.Text(tolerance) : row.Limit, columns.Limit);
        return row.Checks.Length == 0 ? line : Result(line, check);
    }

    private static ScreenLine Result(ScreenLine line, LvxSyncCheck? check) => check?.Outcome switch
    {
        CheckOutcome.Pass => line.Add("OK", Ink.Good),
        CheckOutcome.Warn => line.Add("note", Ink.Note),
        CheckOutcome.Fail => line.Add("FAIL", Ink.Bad),
        _ => line.Add("--"),
    };

    private sealed record Columns(int Label, int Unit, int Units, int Delta, int Limit);
}
