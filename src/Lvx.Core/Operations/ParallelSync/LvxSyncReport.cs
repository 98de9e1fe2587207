using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Whether a parallel system is healthy, check by check.</summary>
public sealed class LvxSyncReport
{
    internal LvxSyncReport(SyncFacts facts, IReadOnlyList<LvxSyncCheck> checks, SyncTolerances tolerances)
    {
        Source = facts.Source;
        Units = new TextList<LvxStatus>(facts.Units.Select(unit => unit.Status));
        Unreachable = new TextList<LvxUnitFailure>(facts.Unreachable);
        Settings = new TextList<LvxSettings>(facts.Units.Select(unit => unit.Settings).OfType<LvxSettings>());
        SolarToday = [.. facts.Units.Select(unit => unit.SolarToday)];
        Checks = new TextList<LvxSyncCheck>(checks);
        Tolerances = tolerances;
        Timestamp = facts.Units.Count > 0 ? facts.Units.Min(unit => unit.Status.Timestamp) : facts.Begun;
        ReadingSpreadSeconds = facts.Units.Count > 1 ? (facts.Units.Max(unit => unit.Status.Timestamp) - Timestamp).TotalSeconds : null;
    }

    /// <summary>Whether no check failed. A warning does not count against it.</summary>
    public bool InSync => Count(CheckOutcome.Fail) == 0;

    /// <summary>When the first of the units was measured, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>Between the first and the last unit's measured values, in seconds; no value with fewer than two.</summary>
    public double? ReadingSpreadSeconds { get; }

    /// <summary>Whether each unit was asked over its own cable, or one for all.</summary>
    public SyncSource Source { get; }

    /// <summary>The units that answered.</summary>
    public IReadOnlyList<LvxStatus> Units { get; }

    /// <summary>The units that did not, and why.</summary>
    public IReadOnlyList<LvxUnitFailure> Unreachable { get; }

    /// <summary>Every check, in the order in which people look.</summary>
    public IReadOnlyList<LvxSyncCheck> Checks { get; }

    /// <summary>How many passed.</summary>
    public int Passed => Count(CheckOutcome.Pass);

    /// <summary>How many warn.</summary>
    public int Warned => Count(CheckOutcome.Warn);

    /// <summary>How many failed.</summary>
    public int Failed => Count(CheckOutcome.Fail);

    /// <summary>How many could not be judged.</summary>
    public int Skipped => Count(CheckOutcome.Skipped);

    /// <summary>The settings that were compared, of the units that said them.</summary>
    internal IReadOnlyList<LvxSettings> Settings { get; }

    /// <summary>Energy from the sun today, in Wh, in the order of <see cref="Units"/>; no value where it was not asked or not said.</summary>
    internal IReadOnlyList<long?> SolarToday { get; }

    internal SyncTolerances Tolerances { get; }

    /// <summary>The check with this name.</summary>
    public LvxSyncCheck? Check(string name) => Checks.FirstOrDefault(check => check.Name == name);

    /// <summary>The verdict in a line: <c>IN SYNC: 2 units, 15 passed, 1 warning</c>.</summary>
    public override string ToString()
    {
        var text = new List<string> { Counted(Units.Count, "unit"), $"{Passed} passed" };
        Add(Warned, "warning");
        if (Failed > 0)
        {
            text.Add($"{Failed} failed");
        }

        if (Skipped > 0)
        {
            text.Add($"{Skipped} skipped");
        }

        if (Unreachable.Count > 0)
        {
            text.Insert(1, $"{Unreachable.Count} silent");
        }

        return $"{(InSync ? "IN SYNC" : "NOT IN SYNC")}: {string.Join(", ", text)}";

        void Add(int count, string word)
        {
            if (count > 0)
            {
                text.Add(Counted(count, word));
            }
        }
    }

    private static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private int Count(CheckOutcome outcome) => Checks.Count(check => check.Outcome == outcome);
}
