using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What the units are doing: mode, fault, warnings.</summary>
internal static class StateChecks
{
    public static LvxSyncCheck Mode(SyncFacts facts)
    {
        UnitFacts[] ill = [.. facts.Units.Where(unit => unit.Status.Mode is { } mode && !IsHealthy(mode))];
        (CheckOutcome outcome, string explanation) = facts.Units.All(unit => unit.Status.Mode is null) ? (CheckOutcome.Skipped, "No unit said its mode.")
            : ill.Length > 0 ? (CheckOutcome.Fail, string.Join(" ", ill.Select(Explain)))
            : Findings.UnlessSilent(facts, unit => unit.Status.Mode is null, "Battery, Hybrid and Charge are the modes of a unit that carries its share.");
        return new LvxSyncCheck("Mode", "mode")
        {
            Outcome = outcome,
            Expected = "Battery, Hybrid or Charge",
            Actual = Findings.Grouped(facts, unit => unit.Status.Mode),
            Explanation = explanation,
            NextStep = ill.Length == 0 ? null : string.Join(" ", ill.Select(unit => NextStep(unit.Status)).Distinct(StringComparer.Ordinal)),
            Values = Findings.Values(facts, unit => unit.Status.Mode),
        };
    }

    public static LvxSyncCheck ModeAlike(SyncFacts facts)
    {
        OperatingMode[] modes = [.. facts.Units.Select(unit => unit.Status.Mode).OfType<OperatingMode>()];
        bool alike = modes.Distinct().Count() == 1;
        (CheckOutcome outcome, string explanation) = modes.Length < 2 ? (CheckOutcome.Skipped, Findings.TooFew)
            : !modes.All(IsHealthy) ? (CheckOutcome.Skipped, "A unit is in no healthy mode, which the check of the mode judges.")
            : alike ? Findings.UnlessSilent(facts, unit => unit.Status.Mode is null, "All do the same.")
            : (CheckOutcome.Warn, "Units change between Battery, Hybrid and Charge one after the other, so that they differ for a moment.");
        return new LvxSyncCheck("ModeAlike", "mode alike")
        {
            Outcome = outcome,
            Expected = "the same on all",
            Actual = Findings.Grouped(facts, unit => unit.Status.Mode),
            Explanation = explanation,
            NextStep = outcome == CheckOutcome.Warn && !alike ? "Check again in a minute; if it stays, compare their settings." : null,
            Values = Findings.Values(facts, unit => unit.Status.Mode),
        };
    }

    public static LvxSyncCheck Fault(SyncFacts facts)
    {
        UnitFacts[] ill = [.. facts.Units.Where(unit => unit.Status.Fault is { Code: not 0 })];
        (CheckOutcome outcome, string explanation) = facts.Units.All(unit => unit.Status.Fault is null) ? (CheckOutcome.Skipped, "No unit said whether it is in fault.")
            : ill.Length > 0 ? (CheckOutcome.Fail, string.Join(" ", ill.Select(unit => $"{unit.Name} stopped with fault {unit.Status.Fault}.")) + FaultCause.Find(facts, ill))
            : Findings.UnlessSilent(facts, unit => unit.Status.Fault is null, "No unit is in fault.");
        return new LvxSyncCheck("Fault", "fault")
        {
            Outcome = outcome,
            Expected = "no fault",
            Actual = Findings.Grouped(facts, unit => unit.Status.Fault),
            Explanation = explanation,
            NextStep = ill.Length == 0 ? null : string.Join(" ", ill.Select(unit => unit.Status.Fault!.NextStep).Distinct(StringComparer.Ordinal)),
            Values = Findings.Values(facts, unit => unit.Status.Fault),
        };
    }

    public static LvxSyncCheck Warnings(SyncFacts facts)
    {
        UnitFacts[] warned = [.. facts.Units.Where(unit => unit.Status.Warnings is { Count: > 0 })];
        (CheckOutcome outcome, string explanation) = facts.Units.All(unit => unit.Status.Warnings is null)
            ? (CheckOutcome.Skipped, facts.Source == SyncSource.ParallelBus ? "The parallel bus does not show warnings: ask each unit over its own cable." : "No unit said its warnings.")
            : warned.Length > 0 ? (CheckOutcome.Warn, string.Join(" ", warned.Select(unit => $"{unit.Name} warns: {Findings.Text(unit.Status.Warnings)}.")))
            : Findings.UnlessSilent(facts, unit => unit.Status.Warnings is null, "No unit warns of anything.");
        return new LvxSyncCheck("Warnings", "warnings")
        {
            Outcome = outcome,
            Expected = "none",
            Actual = Findings.Grouped(facts, unit => unit.Status.Warnings),
            Explanation = explanation,
            NextStep = warned.Length == 0 ? null : "Look at what they name; a unit works on under a warning.",
            Values = Findings.Values(facts, unit => unit.Status.Warnings),
        };
    }

    private static bool IsHealthy(OperatingMode mode) => mode is OperatingMode.Battery or OperatingMode.Hybrid or OperatingMode.Charge;

    private static string Explain(UnitFacts unit) => unit.Status.Mode switch
    {
        OperatingMode.Fault when unit.Status.Fault is { Code: 0 } or null => $"{unit.Name} is stopped, and names no fault.",
        OperatingMode.Fault => $"{unit.Name} is stopped by a fault.",
        OperatingMode.PowerOn => $"{unit.Name} is starting up.",
        OperatingMode.Standby => $"{unit.Name} is on, and its output is off.",
        OperatingMode.Bypass => $"{unit.Name} passes the grid through to the load and does not invert.",
        _ => $"No document knows mode {Findings.Text(unit.Status.Mode)} of {unit.Name}.",
    };

    private static string NextStep(LvxStatus status) => status.Mode switch
    {
        OperatingMode.Fault when status.Fault is { Code: not 0 } => "See the check of the fault.",
        OperatingMode.Fault => "Look at the unit's LCD: it shows the code of the fault.",
        OperatingMode.PowerOn => "Wait until it has started, and check again.",
        OperatingMode.Standby => "Switch the unit's output on.",
        OperatingMode.Bypass => "Look at the battery and at the output source priority: a unit bypasses when it may not, or cannot, use the battery.",
        _ => "Look at the unit's LCD, and keep the raw answer to MOD.",
    };
}
