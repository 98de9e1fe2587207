namespace Lvx.Core.Operations;

/// <summary>Whether every unit answers.</summary>
internal static class PresenceChecks
{
    public static LvxSyncCheck Answers(SyncFacts facts)
    {
        int expected = facts.Units.Count + facts.Unreachable.Count;
        if (facts.Source == SyncSource.ParallelBus)
        {
            return new LvxSyncCheck("Answers", "answers")
            {
                Outcome = CheckOutcome.Pass,
                Expected = "one unit that speaks for all",
                Actual = $"{facts.Units.Count} on the parallel bus",
                Explanation = "One unit was asked. Whether the others answer on their own cables was not tried, and a unit that is off is not seen.",
            };
        }

        if (facts.Unreachable.Count == 0 && Twice(facts) is { } twice)
        {
            return new LvxSyncCheck("Answers", "answers")
            {
                Outcome = CheckOutcome.Warn,
                Expected = $"{expected} of {expected} units",
                Actual = $"{expected} of {expected}, with one serial number on two ports",
                Explanation = $"{Findings.Names(twice)} say they are unit {Findings.Text(twice.Key)}: one unit over two ports, or two with one number.",
                NextStep = "Name each unit once; both sockets of a unit at once lock it up.",
            };
        }

        if (facts.Unreachable.Count == 0)
        {
            return new LvxSyncCheck("Answers", "answers")
            {
                Outcome = CheckOutcome.Pass,
                Expected = $"{expected} of {expected} units",
                Actual = $"{expected} of {expected}",
                Explanation = "Every unit answers over its own cable.",
            };
        }

        return new LvxSyncCheck("Answers", "answers")
        {
            Outcome = CheckOutcome.Fail,
            Expected = $"{expected} of {expected} units",
            Actual = $"{facts.Units.Count} of {expected}; silent: {string.Join(", ", facts.Unreachable.Select(unit => unit.Name))}",
            Explanation = $"{string.Join(" ", facts.Unreachable.Select(unit => unit.Message))}{SeenByOthers(facts)}",
            NextStep = string.Join(" ", facts.Unreachable.Select(unit => unit.NextStep).Distinct(StringComparer.Ordinal)),
        };
    }

    private static IGrouping<string, UnitFacts>? Twice(SyncFacts facts) => facts.Units.Where(unit => unit.Status.SerialNumber is not null).GroupBy(unit => unit.Status.SerialNumber!, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);

    /// <summary>A unit that the others see on the bus runs: then its cable or its bridge is the suspect.</summary>
    private static string SeenByOthers(SyncFacts facts)
    {
        foreach (UnitFacts asker in facts.Units)
        {
            SlotView[] others = [.. asker.View.Where(slot => slot.Status.IsPopulated && !facts.Units.Any(unit => unit.Status.ParallelInstance == slot.Number))];
            if (others.Length > 0)
            {
                return $" {asker.Name} sees instance {string.Join(", ", others.Select(slot => $"{slot.Number} in mode {Findings.Text(slot.Status.Mode)}"))} on the parallel bus, so that what is silent may well run, and its cable is the first suspect.";
            }
        }

        return "";
    }
}
