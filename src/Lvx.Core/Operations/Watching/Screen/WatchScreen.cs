using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Draws the screen. Pure: the same state, view and size give the same lines.</summary>
internal static class WatchScreen
{
    /// <summary>The smallest size at which all that matters is there.</summary>
    public const int LeastWidth = 48;

    /// <summary>The fewest lines.</summary>
    public const int LeastHeight = 16;

    private const int LeastRows = 8;
    private const int LeastEvents = 2;
    private const int EventsShown = 5;
    private const int TallEnoughForBars = 30;
    private const int BarLabel = 11;
    private const int WideFooter = 78;

    /// <summary>No more than <paramref name="height"/> lines, none of them wider than <paramref name="width"/>.</summary>
    public static IReadOnlyList<ScreenLine> Draw(WatchState state, ScreenView view, int width, int height)
    {
        if (width < LeastWidth || height < LeastHeight)
        {
            string size = string.Create(CultureInfo.InvariantCulture, $"{width}x{height}: too small. {LeastWidth}x{LeastHeight} is needed. q quits.");
            return [.. WordWrap.Break(size, Math.Max(1, width)).Take(height).Select(line => new ScreenLine().Add(line).Within(width))];
        }

        int room = height - 2;
        List<ScreenLine> body = view.Page switch
        {
            ScreenPage.Help => [.. HelpPage.Draw(width)],
            ScreenPage.Events => [.. EventLines.Draw(state, width, room)],
            ScreenPage.Unit when view.Unit <= state.Units.Count => [.. UnitPage.Draw(state, state.Units[view.Unit - 1], width)],
            _ => Overview(state, view, width, room),
        };
        if (body.Count > room)
        {
            body = [.. body.Take(room - 1), new ScreenLine().Add("... a taller terminal shows more", Ink.Faint)];
        }

        while (body.Count < room)
        {
            body.Add(new ScreenLine());
        }

        return [.. ((IEnumerable<ScreenLine>)[SummaryHeader.Draw(state, view, width), .. body, Footer(view, width)]).Select(line => line.Within(width))];
    }

    private static List<ScreenLine> Overview(WatchState state, ScreenView view, int width, int room)
    {
        List<ScreenLine> lines = [.. SummaryBoxes.Draw(state, view, width)];
        if (state.Report is not { } report)
        {
            lines.Add(new ScreenLine());
            lines.Add(new ScreenLine().Add($"Reading {string.Join(", ", state.Units.Select(unit => Findings.Text(unit.Name)))} for the first time ..."));
            return lines;
        }

        IReadOnlyList<ScreenLine> advice = Advice(report, width);
        int bars = room + 2 >= TallEnoughForBars ? 4 : 0;
        int left = room - lines.Count - bars;
        int rows = Math.Min(left - LeastEvents, Math.Max(LeastRows, left - advice.Count - 1 - Math.Clamp(state.Events.Count, LeastEvents - 1, EventsShown)));
        lines.AddRange(UnitTable.Draw(state, width, rows));
        int free = room - lines.Count - bars - LeastEvents;
        lines.AddRange(advice.Take(Math.Max(0, free)));
        if (bars > 0)
        {
            lines.AddRange(Bars(state, view, width));
        }

        lines.AddRange(EventLines.Draw(state, width, room - lines.Count));
        return lines;
    }

    /// <summary>What to do about the first check that fails.</summary>
    private static IReadOnlyList<ScreenLine> Advice(LvxSyncReport report, int width) =>
        report.Checks.FirstOrDefault(check => check is { Outcome: CheckOutcome.Fail, NextStep: not null }) is { } failing
            ? [.. WordWrap.Begin($"Next step ({failing.Label}): {failing.NextStep}", width, 2).Select(line => new ScreenLine().Add(line, Ink.Note))]
            : [];

    private static IEnumerable<ScreenLine> Bars(WatchState state, ScreenView view, int width)
    {
        TimeSpan span = state.Samples.Count < 2 ? TimeSpan.Zero : state.Samples.Last().Timestamp - state.Samples.TakeLast(Math.Max(1, width - BarLabel - 18)).First().Timestamp;
        yield return new ScreenLine().Add($"-- Last {Ages.Text(span)} ".PadRight(width - 2, '-'));
        yield return Sparkline.Line("Battery V", [.. state.Samples.Select(sample => sample.BatteryVoltage)], width, view.IsUnicode, "0.0", BarLabel);
        yield return Sparkline.Line("Charge A", [.. state.Samples.Select(sample => sample.BatteryCurrent)], width, view.IsUnicode, LvxWatchReading.Signed, BarLabel);
        yield return Sparkline.Line("Solar W", [.. state.Samples.Select(sample => sample.SolarPower)], width, view.IsUnicode, "0", BarLabel);
    }

    private static ScreenLine Footer(ScreenView view, int width)
    {
        string pause = view.IsPaused ? "p go on" : "p pause";
        string keys = view.Page != ScreenPage.Overview ? $"q quit  Esc back  {pause}  1/2 unit  e events"
            : width < WideFooter ? $"q quit  ? help  {pause}  e events"
            : $"q quit  ? help  {pause}  r refresh  +/- rate  1/2 unit  e events";
        return new ScreenLine().Add("READ-ONLY", Ink.Strong).Add("   ").Field(keys, Math.Max(0, width - 12));
    }
}
