using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Whether what each unit says of the others (PGS, PRI) is what they say themselves, the totals included. It was read a little after what is measured, so that it may be further off than two readings of
/// one moment; and field 0 of PGS has two readings, so that a place counts as empty only when nothing in it is populated.
/// </summary>
internal static class ParallelViewCheck
{
    private const decimal MoreVolts = 0.3m;
    private const decimal MoreAmperes = 5m;
    private const int WattsPerUnit = 100;
    private const double WattsPart = 0.1;

    public static LvxSyncCheck Judge(SyncFacts facts, SyncTolerances tolerances)
    {
        UnitFacts[] askers = [.. facts.Units.Where(unit => unit.View.Count > 0)];
        if (askers.Length == 0)
        {
            return Skip(facts.Units.All(unit => unit.Status.OutputMode == OutputMode.Single) ? "Units by themselves know of no other." : "No unit answers the questions about the others (PGS).");
        }

        if (!ParallelChecks.AreDistinct(facts))
        {
            return Skip("Which unit is which cannot be told while their instances are not distinct.");
        }

        string[] findings = [.. askers.SelectMany(asker => Disagreements(facts, asker, tolerances)).Distinct(StringComparer.Ordinal)];
        return new LvxSyncCheck("ParallelView", "view of the others")
        {
            Outcome = findings.Length > 0 ? CheckOutcome.Warn : CheckOutcome.Pass,
            Expected = "what each says of the others is what they say, totals included",
            Actual = findings.Length > 0 ? $"{findings.Length} {(findings.Length == 1 ? "disagreement" : "disagreements")}" : "it is",
            Explanation = findings.Length > 0 ? string.Join(" ", findings)
                : facts.Source == SyncSource.ParallelBus ? "The totals are the sums of what the units have." : "The units know of one another, and agree.",
            NextStep = findings.Length > 0 ? "Check again; if it stays, check the parallel communication cables, and switch all units off and on again." : null,
        };
    }

    private static IEnumerable<string> Disagreements(SyncFacts facts, UnitFacts asker, SyncTolerances tolerances)
    {
        if (facts.Source == SyncSource.OwnCables)
        {
            foreach (UnitFacts unit in facts.Units)
            {
                if (asker.View.FirstOrDefault(slot => slot.Number == unit.Status.ParallelInstance) is { } slot)
                {
                    foreach (string finding in Compare(asker, unit, slot, tolerances))
                    {
                        yield return finding;
                    }
                }
            }

            foreach (SlotView stranger in asker.View.Where(slot => slot.Status.IsPopulated && facts.Unreachable.Count == 0 && !facts.Units.Any(unit => unit.Status.ParallelInstance == slot.Number)))
            {
                yield return $"{asker.Name} sees instance {stranger.Number}{Serial(stranger)}, which was not named: the system has more units than were checked.";
            }
        }

        foreach (string finding in Totals(facts, asker, tolerances))
        {
            yield return finding;
        }
    }

    private static IEnumerable<string> Compare(UnitFacts asker, UnitFacts unit, SlotView slot, SyncTolerances tolerances)
    {
        ParallelStatus seen = slot.Status;
        if (!seen.IsPresent)
        {
            yield return $"{asker.Name} does not see {unit.Name} (instance {slot.Number}).";
            yield break;
        }

        if (slot.Rating?.SerialNumber is { } serial && unit.Status.SerialNumber is { } own && !SerialNumber.Same(serial, own))
        {
            yield return $"For {asker.Name} instance {slot.Number} is {Findings.Text(serial)}, and {unit.Name}, which is {slot.Number}, says it is {Findings.Text(own)}.";
            yield break;
        }

        if (Differs(seen.Mode, unit.Status.Mode) && !(seen.Mode is OperatingMode.Battery or OperatingMode.Hybrid or OperatingMode.Charge && unit.Status.Mode is OperatingMode.Battery or OperatingMode.Hybrid or OperatingMode.Charge))
        {
            yield return Told("mode", seen.Mode, unit.Status.Mode);
        }

        if (seen.Fault is { } fault && unit.Status.Fault is { } has && fault != has.Code)
        {
            yield return Told("fault", fault, has.Code);
        }

        if (Apart(seen.BatteryVoltage, unit.Status.BatteryVoltage, tolerances.BatteryVoltage + MoreVolts))
        {
            yield return Told("battery voltage", seen.BatteryVoltage, unit.Status.BatteryVoltage, " V");
        }

        if (Apart(seen.BatteryChargeCurrent, unit.Status.BatteryChargeCurrent, tolerances.ChargeCurrent + MoreAmperes))
        {
            yield return Told("charge current", seen.BatteryChargeCurrent, unit.Status.BatteryChargeCurrent, " A");
        }

        if (Apart(seen.OutputVoltage, unit.Status.OutputVoltage, tolerances.OutputVoltage))
        {
            yield return Told("output voltage", seen.OutputVoltage, unit.Status.OutputVoltage, " V");
        }

        if (slot.Rating is { SerialNumber: not null } rating && unit.Settings is { } settings)
        {
            if (Differs(rating.MaxChargeCurrent, settings.MaxChargeCurrent))
            {
                yield return Told("max charge current", rating.MaxChargeCurrent, settings.MaxChargeCurrent, " A");
            }

            if (Differs(rating.MaxAcChargeCurrent, settings.MaxAcChargeCurrent))
            {
                yield return Told("max AC charge current", rating.MaxAcChargeCurrent, settings.MaxAcChargeCurrent, " A");
            }

            if (Differs(rating.ChargerSourcePriority, settings.Answers.Rated.ChargerSourcePriority))
            {
                yield return Told("charger source priority", rating.ChargerSourcePriority, settings.Answers.Rated.ChargerSourcePriority);
            }
        }

        string Told(string what, object? here, object? there, string symbol = "") =>
            $"{asker.Name} says {what} {Findings.Text(here)}{symbol} of {unit.Name}, which says {Findings.Text(there)}{symbol}.";
    }

    /// <summary>A total is held against the sum of what the same unit says of each, which was read in the same seconds.</summary>
    private static IEnumerable<string> Totals(SyncFacts facts, UnitFacts asker, SyncTolerances tolerances)
    {
        SlotView[] present = [.. asker.View.Where(slot => slot.Status.IsPopulated)];
        if (present.Length == 0 || facts.Unreachable.Count > 0)
        {
            yield break;
        }

        ParallelStatus last = present[^1].Status;
        if (Sum(present, slot => slot.BatteryChargeCurrent) is { } amperes && Apart(last.TotalChargeCurrent, amperes, tolerances.ChargeCurrent * present.Length))
        {
            yield return Told("charge current", last.TotalChargeCurrent, amperes, "A");
        }

        if (Sum(present, slot => slot.OutputActivePower) is { } watts && Apart(last.TotalActivePower, watts, (decimal)Math.Max(WattsPerUnit * present.Length, watts * WattsPart)))
        {
            yield return Told("output power", last.TotalActivePower, watts, "W");
        }

        if (Sum(present, slot => slot.OutputApparentPower) is { } voltAmperes && Apart(last.TotalApparentPower, voltAmperes, (decimal)Math.Max(WattsPerUnit * present.Length, voltAmperes * WattsPart)))
        {
            yield return Told("apparent power", last.TotalApparentPower, voltAmperes, "VA");
        }

        string Told(string what, int? total, int sum, string symbol) =>
            string.Create(CultureInfo.InvariantCulture, $"{asker.Name} gives a total {what} of {total} {symbol}, and {sum} {symbol} is the sum of what it gives for each.");
    }

    private static int? Sum(IEnumerable<SlotView> slots, Func<ParallelStatus, int?> value)
    {
        int sum = 0;
        foreach (SlotView slot in slots)
        {
            if (value(slot.Status) is not { } one)
            {
                return null;
            }

            sum += one;
        }

        return sum;
    }

    private static bool Apart(decimal? one, decimal? other, decimal tolerance) => one is { } a && other is { } b && Math.Abs(a - b) > tolerance;

    private static bool Differs<T>(T? one, T? other)
        where T : struct => one is { } a && other is { } b && !a.Equals(b);

    private static string Serial(SlotView slot) => slot.Rating?.SerialNumber is { } serial ? $" ({Findings.Text(serial)})" : "";

    private static LvxSyncCheck Skip(string why) => new("ParallelView", "view of the others")
    {
        Outcome = CheckOutcome.Skipped,
        Expected = "what each says of the others is what they say, totals included",
        Actual = "--",
        Explanation = why,
    };
}
