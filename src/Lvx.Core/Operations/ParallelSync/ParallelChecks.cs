using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>The units' places in the parallel system, and how their outputs stand to one another.</summary>
internal static class ParallelChecks
{
    private const string Cables = "Check the parallel communication cables, switch all units off and on again, and check once more.";

    public static LvxSyncCheck Instance(SyncFacts facts)
    {
        (CheckOutcome outcome, string explanation, string? nextStep) = JudgeInstances(facts);
        return new LvxSyncCheck("ParallelInstance", "parallel instance")
        {
            Outcome = outcome,
            Expected = "each its own, one of them 0 (the master)",
            Actual = string.Join(", ", facts.Units.Select(unit => string.Create(CultureInfo.InvariantCulture, $"{Findings.Text(unit.Status.ParallelInstance)} ({unit.Name})"))),
            Explanation = explanation,
            NextStep = nextStep,
            Values = Findings.Values(facts, unit => unit.Status.ParallelInstance),
        };
    }

    public static LvxSyncCheck OutputMode(SyncFacts facts)
    {
        (CheckOutcome outcome, string explanation, string? nextStep) = JudgeModes(facts);
        return new LvxSyncCheck("OutputMode", "output mode")
        {
            Outcome = outcome,
            Expected = "parallel on all, or every phase once or more",
            Actual = Findings.Grouped(facts, unit => unit.Status.OutputMode),
            Explanation = explanation,
            NextStep = nextStep,
            Values = Findings.Values(facts, unit => unit.Status.OutputMode),
        };
    }

    /// <summary>Whether it is known which unit is which place: every unit has one, and no two the same.</summary>
    public static bool AreDistinct(SyncFacts facts) =>
        facts.Units.All(unit => unit.Status.ParallelInstance is not null) && facts.Units.Select(unit => unit.Status.ParallelInstance).Distinct().Count() == facts.Units.Count;

    private static (CheckOutcome Outcome, string Explanation, string? NextStep) JudgeInstances(SyncFacts facts)
    {
        if (facts.Units.Count == 0 || (facts.Units.Count == 1 && facts.Unreachable.Count == 0))
        {
            return (CheckOutcome.Skipped, Findings.TooFew, null);
        }

        var wrong = new List<string>();
        UnitFacts[] without = [.. facts.Units.Where(unit => unit.Status.ParallelInstance is null)];
        if (without.Length > 0)
        {
            wrong.Add($"{Findings.Names(without)} names none.");
        }

        foreach (IGrouping<int?, UnitFacts> same in facts.Units.Where(unit => unit.Status.ParallelInstance is not null).GroupBy(unit => unit.Status.ParallelInstance).Where(group => group.Count() > 1))
        {
            wrong.Add($"{Findings.Names(same)} all say {same.Key}: they do not know of one another.");
        }

        bool hasMaster = facts.Units.Any(unit => unit.Status.ParallelInstance == 0);
        if (!hasMaster && facts.Unreachable.Count == 0 && without.Length == 0)
        {
            wrong.Add("None is 0: there is no master.");
        }

        if (wrong.Count > 0)
        {
            return (CheckOutcome.Fail, string.Join(" ", wrong), Cables);
        }

        if (facts.Unreachable.Count > 0)
        {
            return (CheckOutcome.Pass, hasMaster ? "Those that answer have places of their own, one of them the master." : "Those that answer have places of their own; the master may be the one that is silent.", null);
        }

        int[] missing = [.. Enumerable.Range(0, facts.Units.Max(unit => unit.Status.ParallelInstance!.Value)).Except(facts.Units.Select(unit => unit.Status.ParallelInstance!.Value))];
        return missing.Length > 0
            ? (CheckOutcome.Warn, $"Between them {string.Join(", ", missing)} is missing: a unit that was not named, or one that left the system.", "Name every unit of the system; if all are named, start all of them anew, so that they number themselves.")
            : (CheckOutcome.Pass, "Each has its own place, without a gap, and one is the master.", null);
    }

    private static (CheckOutcome Outcome, string Explanation, string? NextStep) JudgeModes(SyncFacts facts)
    {
        OutputMode[] modes = [.. facts.Units.Select(unit => unit.Status.OutputMode).OfType<OutputMode>()];
        UnitFacts[] single = [.. facts.Units.Where(unit => unit.Status.OutputMode == Pi18.OutputMode.Single)];
        if (single.Length == 1 && facts is { Units.Count: 1, Unreachable.Count: 0, Source: not SyncSource.ParallelBus })
        {
            return (CheckOutcome.Skipped, "It works by itself, and no other was asked for.", null);
        }

        if (single.Length > 0)
        {
            return (CheckOutcome.Fail, $"{Findings.Names(single)} is set to work by itself.", "Set the output mode on the LCD of every unit, with the output off: PI18 offers no safe way to it.");
        }

        if (modes.Length < 2)
        {
            return (CheckOutcome.Skipped, Findings.TooFew, null);
        }

        // A unit that was not heard may be the phase that is missing.
        bool whole = facts.Unreachable.Count == 0 && modes.Length == facts.Units.Count;
        bool fits = modes.All(mode => mode == Pi18.OutputMode.Parallel)
            || Phases(modes, whole, Pi18.OutputMode.Phase1Of3, Pi18.OutputMode.Phase2Of3, Pi18.OutputMode.Phase3Of3)
            || Phases(modes, whole, Pi18.OutputMode.Phase1Of2, Pi18.OutputMode.Phase2Of2);
        if (!fits)
        {
            return (CheckOutcome.Fail, "These do not make one output together.", "Set the output modes on the LCD of every unit, with the output off: all parallel, or one or more units for each phase.");
        }

        (CheckOutcome outcome, string explanation) = Findings.UnlessSilent(facts, unit => unit.Status.OutputMode is null, "Their outputs fit together.");
        return (outcome, explanation, null);
    }

    private static bool Phases(OutputMode[] modes, bool whole, params OutputMode[] phases) => modes.All(phases.Contains) && (!whole || phases.All(modes.Contains));
}
