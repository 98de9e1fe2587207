using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>What a report comes to. Pure: the same model gives the same verdict.</summary>
internal sealed class ReportVerdict
{
    private const string Answers = "Answers";

    // What these ask, a unit by itself must not fulfil.
    private static readonly string[] OfSeveral = ["ParallelInstance", "OutputMode"];

    private ReportVerdict(string text, IReadOnlyList<ReportDefect> defects, IReadOnlyList<ReportDefect> warnings)
    {
        Text = text;
        Defects = defects;
        Warnings = warnings;
    }

    /// <summary>The verdict in a line.</summary>
    public string Text { get; }

    /// <summary>What speaks against the site; a unit that did not answer comes first.</summary>
    public IReadOnlyList<ReportDefect> Defects { get; }

    /// <summary>What works, and somebody should know.</summary>
    public IReadOnlyList<ReportDefect> Warnings { get; }

    public static ReportVerdict Of(ReportModel model)
    {
        ReportDefect[] defects = [.. Silent(model), .. Failed(model), .. InWindow(model)];
        ReportDefect[] warnings = [.. model.Sync.Checks.Where(check => check.Outcome == CheckOutcome.Warn && Applies(model, check)).Select(Of), .. Changes(model)];
        string word = defects.Length > 0 ? (model.Unreachable.Count > 0 ? "NOT IN SYNC, NOT ALL UNITS ANSWERED" : "NOT IN SYNC")
            : model.IsAlone ? "ONE UNIT ALONE, NO DEFECT FOUND"
            : "IN SYNC";
        return new ReportVerdict($"{word}: {ReportText.Counted(defects.Length, "open defect")}, {ReportText.Counted(warnings.Length, "warning")}", defects, warnings);
    }

    /// <summary>Whether a check is about what was looked at.</summary>
    public static bool Applies(ReportModel model, LvxSyncCheck check) => !model.IsAlone || !OfSeveral.Contains(check.Name);

    private static IEnumerable<ReportDefect> Silent(ReportModel model)
    {
        // The check knows more: whether the others see the unit on the bus.
        if (model.Sync.Check(Answers) is { Outcome: CheckOutcome.Fail } check)
        {
            yield return Of(check);
        }

        foreach (LvxUnitFailure unit in model.Unreachable.Where(unit => model.Sync.Unreachable.All(other => other.Device != unit.Device)))
        {
            yield return new ReportDefect($"{unit.Name} did not answer", unit.Message, unit.NextStep);
        }
    }

    private static IEnumerable<ReportDefect> Failed(ReportModel model) => model.Sync.Checks.Where(check => check.Outcome == CheckOutcome.Fail && check.Name != Answers && Applies(model, check)).Select(Of);

    /// <summary>What is gone by now, and was there while the units were measured.</summary>
    private static IEnumerable<ReportDefect> InWindow(ReportModel model)
    {
        foreach (IGrouping<string, LvxUnitFailure> silent in model.Readings.SkipLast(1).SelectMany(reading => reading.Unreachable).GroupBy(unit => unit.Device, StringComparer.Ordinal))
        {
            if (model.Unreachable.All(unit => unit.Device != silent.Key))
            {
                LvxUnitFailure first = silent.First();
                yield return new ReportDefect($"{first.Name} fell silent for a time", $"In {silent.Count()} of {ReportText.Counted(model.Readings.Count, "reading")}: {first.Message}", first.NextStep);
            }
        }

        foreach (IGrouping<(string Name, FaultInfo Fault), LvxStatus> ill in model.Readings.SkipLast(1).SelectMany(reading => reading.Units)
            .Where(unit => unit.Fault is { Code: not 0 }).GroupBy(unit => (unit.Name, unit.Fault!)))
        {
            if (!model.Sync.Units.Any(unit => unit.Name == ill.Key.Name && unit.Fault?.Code == ill.Key.Fault.Code))
            {
                yield return new ReportDefect($"fault {ill.Key.Fault} of {ill.Key.Name}", $"It was there in {ill.Count()} of {ReportText.Counted(model.Readings.Count, "reading")}, and is gone by now.", ill.Key.Fault.NextStep);
            }
        }
    }

    private static IEnumerable<ReportDefect> Changes(ReportModel model)
    {
        var history = ReportHistory.Of(model);
        foreach (SettingHistory changed in history.Settings.Where(changed => !changed.IsAsRequested))
        {
            yield return new ReportDefect(
                $"{changed.Setting.Label} of {changed.Unit.Port.Name} is not as requested", $"{changed.Requested} was asked for, and it has {changed.Left}.", changed.Setting.Effect);
        }

        foreach (JournalWrite open in history.Writes.Where(write => write.Outcome is null))
        {
            yield return new ReportDefect(
                $"a write to {ReportHistory.NameOf(model, open)} is open", $"The journal does not say how the write of {open.Setting} at {ReportText.Time(open.Time)} ended.", "The next change on that unit reads what became of it.");
        }

        if (model.JournalProblem is { } problem)
        {
            yield return new ReportDefect("the journal was not read", problem, null);
        }

        if (model.Journal.Count(record => record.Damage is not null) is > 0 and var damaged)
        {
            yield return new ReportDefect("the journal is damaged", $"{ReportText.Counted(damaged, "record")} of it cannot be read.", "Get-LvxJournal (lvx journal) shows which.");
        }
    }

    private static ReportDefect Of(LvxSyncCheck check) => new(check.Label, $"Expected {check.Expected}; found {check.Actual}. {check.Explanation}", check.NextStep);
}
