using System.Globalization;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What is known while units are watched: the last that each said, what happened, and the last minutes. Changed by reports alone.</summary>
internal sealed class WatchState
{
    // A day of a site with trouble; and more columns than a terminal has.
    public const int MostEvents = 500;
    public const int MostSamples = 600;

    private readonly TimeProvider clock;
    private readonly List<WatchedUnit> units;
    private readonly List<LvxWatchEvent> events = [];
    private readonly Queue<WatchSample> samples = new();

    public WatchState(UnitSelection selection, TimeProvider clock)
    {
        this.clock = clock;
        units = selection.SerialNumbers.Count > 0
            ? [.. selection.SerialNumbers.Select((serial, index) => new WatchedUnit(index + 1, serial))]
            : [.. selection.Ports.Select((port, index) => new WatchedUnit(index + 1, port))];
        Since = Now;
        Totals = new WatchTotals(units);
    }

    /// <summary>When watching began, in UTC.</summary>
    public DateTime Since { get; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public TimeZoneInfo Zone => clock.LocalTimeZone;

    /// <summary>The units, in the order in which they were named.</summary>
    public IReadOnlyList<WatchedUnit> Units => units;

    /// <summary>The last report; no value before the first.</summary>
    public LvxSyncReport? Report { get; private set; }

    public WatchTotals Totals { get; private set; }

    /// <summary>What happened, the oldest first; the last 500.</summary>
    public IReadOnlyList<LvxWatchEvent> Events => events;

    /// <summary>The last readings, the oldest first; 600 at most.</summary>
    public IReadOnlyCollection<WatchSample> Samples => samples;

    /// <summary>How old a unit's last values are.</summary>
    public TimeSpan AgeOf(WatchedUnit unit) => unit.Last is { } status && Now > status.Timestamp ? Now - status.Timestamp : TimeSpan.Zero;

    /// <summary>Takes a reading in.</summary>
    /// <returns>What happened, as far as it shows.</returns>
    public IReadOnlyList<LvxWatchEvent> Take(LvxSyncReport report)
    {
        int known = events.Count;
        foreach ((int index, LvxStatus status) in report.Units.Index())
        {
            if (units.Find(one => one.Is(status)) is { } unit)
            {
                Take(report, index, unit);
            }
        }

        foreach (LvxUnitFailure failure in report.Unreachable)
        {
            if (units.Find(one => one.Is(failure)) is { } unit)
            {
                bool isNew = unit.Failure is null;
                unit.Take(failure);
                if (isNew)
                {
                    Add(LvxWatchEventKind.UnitSilent, unit, $"SILENT: {failure.Message}");
                }
            }
        }

        bool was = Report?.InSync ?? true;
        Report = report;
        if (was != report.InSync)
        {
            Add(report.InSync ? LvxWatchEventKind.SyncRegained : LvxWatchEventKind.SyncLost, null, report.InSync ? "SYNC OK again" : $"NOT IN SYNC: {Failing(report)}");
        }

        Totals = new WatchTotals(units);
        samples.Enqueue(new WatchSample(Now, Totals.BatteryVoltage.Value, Totals.BatteryCurrent.OfAll, Totals.SolarPower.OfAll));
        if (samples.Count > MostSamples)
        {
            samples.Dequeue();
        }

        LvxWatchEvent[] happened = [.. events.Skip(known)];
        Trim();
        return happened;
    }

    /// <summary>Takes in what else a person should know; the same again is not said twice in a row.</summary>
    public void Note(string text)
    {
        if (!events.Exists(one => one.Kind == LvxWatchEventKind.Note && one.Text == text))
        {
            Add(LvxWatchEventKind.Note, null, text);
            Trim();
        }
    }

    /// <summary>The names of the checks that fail.</summary>
    public static string Failing(LvxSyncReport report) => string.Join(", ", report.Checks.Where(check => check.Outcome == CheckOutcome.Fail).Select(check => check.Label));

    private void Take(LvxSyncReport report, int index, WatchedUnit unit)
    {
        LvxStatus? before = unit.Last;
        LvxSettings? settings = unit.Settings;
        if (unit.Failure is not null)
        {
            Add(LvxWatchEventKind.UnitBack, unit, before is null ? "answers" : string.Create(CultureInfo.InvariantCulture, $"answers again, after {Ages.Text(AgeOf(unit))}"));
        }

        unit.Take(report, index);
        foreach ((LvxWatchEventKind kind, string text) in UnitChanges.Between(before, unit.Last!))
        {
            Add(kind, unit, text);
        }

        foreach (string text in UnitChanges.Between(settings, unit.Settings))
        {
            Add(LvxWatchEventKind.SettingChanged, unit, text);
        }
    }

    private void Add(LvxWatchEventKind kind, WatchedUnit? unit, string text) => events.Add(new LvxWatchEvent(Now, kind, unit?.Name, unit?.Number, text));

    private void Trim() => events.RemoveRange(0, Math.Max(0, events.Count - MostEvents));
}
