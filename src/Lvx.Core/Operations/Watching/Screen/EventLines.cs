using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>What happened, the newest last.</summary>
internal static class EventLines
{
    private const int UnitWidth = 8;

    /// <summary>A head and the newest events, in no more than <paramref name="height"/> lines.</summary>
    public static IReadOnlyList<ScreenLine> Draw(WatchState state, int width, int height)
    {
        string since = string.Create(CultureInfo.InvariantCulture, $"-- Since {TimeZoneInfo.ConvertTimeFromUtc(state.Since, state.Zone):HH:mm} ");
        int room = Math.Max(0, height - 1);
        LvxWatchEvent[] shown = [.. state.Events.TakeLast(room)];
        return
        [
            new ScreenLine().Add((shown.Length < state.Events.Count ? string.Create(CultureInfo.InvariantCulture, $"{since}({shown.Length} of {state.Events.Count}: e) ") : since).PadRight(Math.Max(0, width - 2), '-')),
            .. shown.Length > 0 || room == 0 ? shown.Select(one => Line(state, one, width)) : [new ScreenLine().Add("no event", Ink.Faint)],
        ];
    }

    private static ScreenLine Line(WatchState state, LvxWatchEvent one, int width)
    {
        string time = TimeZoneInfo.ConvertTimeFromUtc(one.Timestamp, state.Zone).ToString("HH:mm:ss ", CultureInfo.InvariantCulture);
        Ink ink = one.Kind switch
        {
            LvxWatchEventKind.FaultRaised or LvxWatchEventKind.UnitSilent or LvxWatchEventKind.SyncLost => Ink.Bad,
            LvxWatchEventKind.WarningRaised or LvxWatchEventKind.SettingChanged => Ink.Note,
            LvxWatchEventKind.FaultCleared or LvxWatchEventKind.WarningCleared or LvxWatchEventKind.UnitBack or LvxWatchEventKind.SyncRegained => Ink.Good,
            _ => Ink.Plain,
        };
        return new ScreenLine().Add(time).Field(one.Text, width - time.Length - UnitWidth, ink).Add(one.Unit is { } unit ? string.Create(CultureInfo.InvariantCulture, $" unit {unit}") : " all");
    }
}
