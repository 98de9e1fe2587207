using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>The first line: how many units, whether they are in sync, what they do, how old that is.</summary>
internal static class SummaryHeader
{
    private const int TitleWidth = 15;

    public static ScreenLine Draw(WatchState state, ScreenView view, int width)
    {
        (string verdict, Ink ink) = Verdict(state);
        var left = new ScreenLine().Add(string.Create(CultureInfo.InvariantCulture, $"LVX6048 x{state.Units.Count}"), Ink.Strong).To(TitleWidth).Add(verdict, ink);
        string pace = view.IsPaused ? "PAUSED" : string.Create(CultureInfo.InvariantCulture, $"every {view.Interval.TotalSeconds:0.###}s");
        string time = state.Report is not { } report ? "--"
            : string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTimeFromUtc(report.Timestamp, state.Zone):HH:mm:ss} ({Ages.Text(state.Now - report.Timestamp)} ago)");
        var right = new ScreenLine().Add(pace, view.IsPaused ? Ink.Note : Ink.Plain).Add("   " + time);
        int room = width - left.Width - right.Width - 6;
        if (room >= 6)
        {
            left.Add("   ").Add(Modes(state) is var modes && modes.Length > room ? modes[..(room - 2)] + ".." : Modes(state));
        }

        return left.To(width - right.Width - 1).Add(right).Within(width);
    }

    /// <summary>Whether all is well, in words.</summary>
    public static (string Text, Ink Ink) Verdict(WatchState state) => (state.Report, state.Units.Count) switch
    {
        (null, _) => ("READING", Ink.Note),
        ({ InSync: true }, 1) => ("OK", Ink.Good),
        ({ InSync: false }, 1) => ("NOT OK", Ink.Bad),
        ({ InSync: true }, _) => ("SYNC OK", Ink.Good),
        _ => ("NOT IN SYNC", Ink.Bad),
    };

    /// <summary>What each unit does: <c>Charge/Charge</c>.</summary>
    public static string Modes(WatchState state) => string.Join(
        "/", state.Units.Select(unit => unit.Last is null ? "--" : unit.IsStale ? "STALE" : Findings.Text(unit.Last.Mode)));
}
