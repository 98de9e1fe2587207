using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What the units measure, which on one bank and one output must agree.</summary>
internal static class MeasurementChecks
{
    // A unit whose solar inputs give less than this part of the best one's charges less for that reason.
    private const double ShadedPart = 0.8;

    public static LvxSyncCheck BatteryVoltage(SyncFacts facts, decimal tolerance) => Judge(
        facts,
        new Quantity("BatteryVoltage", "battery voltage", "V", tolerance, unit => unit.Status.BatteryVoltage),
        "All measure the same bank.",
        "One bank has one voltage: a unit is not on the same bank, or a connection between them loses voltage.",
        "Check that all units are on the same bank, then breakers, fuses and cables, and measure at the terminals of each unit.");

    public static LvxSyncCheck OutputVoltage(SyncFacts facts, decimal tolerance) => Judge(
        facts,
        new Quantity("OutputVoltage", "output voltage", "V", tolerance, unit => unit.Status.OutputVoltage),
        "All feed the same output.",
        "Units that share an output have one voltage there: a unit is not joined to it, or a connection loses voltage.",
        "Check the AC output breakers and wiring, and that no unit's output is off.");

    public static LvxSyncCheck OutputFrequency(SyncFacts facts, decimal tolerance) => Judge(
        facts,
        new Quantity("OutputFrequency", "output frequency", "Hz", tolerance, unit => unit.Status.OutputFrequency),
        "All run in step.",
        "Units in parallel run in step; one that does not is not synchronised, or is set to another frequency.",
        "Check the parallel communication cables; if it stays, switch all units off and on again.");

    public static LvxSyncCheck ChargeSharing(SyncFacts facts, decimal tolerance)
    {
        var quantity = new Quantity("ChargeSharing", "charge sharing", "A", tolerance, unit => unit.Status.BatteryChargeCurrent);
        UnitFacts[] idle = [.. facts.Units.Where(unit => !IsCharging(unit.Status))];
        if (idle.Length > 0)
        {
            return Skip(facts, quantity, $"{Findings.Names(idle)} {(idle.Length == 1 ? "is" : "are")} not charging; how units share a charge shows only while all charge.");
        }

        return Judge(
            facts,
            quantity,
            "They share the charge.",
            $"They do not share the charge.{Shaded(facts)}{Limits(facts)}",
            "Check again in steady sun; then compare the settings, the solar inputs and the battery cables.");
    }

    private static bool IsCharging(LvxStatus status) => status.BatteryDirection == BatteryDirection.Charge || status.BatteryChargeCurrent > 0;

    private static string Shaded(SyncFacts facts)
    {
        int most = facts.Units.Select(unit => Solar(unit.Status) ?? 0).DefaultIfEmpty().Max();
        UnitFacts[] shaded = [.. facts.Units.Where(unit => Solar(unit.Status) is { } watts && watts < most * ShadedPart)];
        return shaded.Length == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" The solar inputs of {string.Join(", ", shaded.Select(unit => $"{unit.Name} give {Solar(unit.Status)} W"))} against {most} W of the best.");
    }

    private static string Limits(SyncFacts facts) => SettingsCheck.Differences(facts).FirstOrDefault(setting => setting.Name == nameof(LvxSettings.MaxChargeCurrent)) is null
        ? ""
        : " Their max charge current is set differently.";

    private static int? Solar(LvxStatus status) => status.Pv1Power is null && status.Pv2Power is null ? null : (status.Pv1Power ?? 0) + (status.Pv2Power ?? 0);

    private static LvxSyncCheck Judge(SyncFacts facts, Quantity quantity, string fine, string apart, string nextStep)
    {
        (UnitFacts Unit, decimal Value)[] known = [.. facts.Units.Where(unit => quantity.Of(unit) is not null).Select(unit => (unit, quantity.Of(unit)!.Value)).OrderBy(one => one.Item2)];
        if (known.Length < 2)
        {
            return Skip(facts, quantity, Findings.TooFew);
        }

        decimal spread = known[^1].Value - known[0].Value;
        bool agrees = spread <= quantity.Tolerance;
        (CheckOutcome outcome, string explanation) = agrees ? Findings.UnlessSilent(facts, unit => quantity.Of(unit) is null, fine) : (CheckOutcome.Fail, apart);
        return new LvxSyncCheck(quantity.Name, quantity.Label)
        {
            Outcome = outcome,
            Expected = quantity.Expected,
            Actual = spread == 0 ? $"{Findings.Text(known[0].Value)} {quantity.Unit}" : string.Create(
                CultureInfo.InvariantCulture,
                $"{known[0].Value} {quantity.Unit} ({known[0].Unit.Name}) to {known[^1].Value} {quantity.Unit} ({known[^1].Unit.Name}), {spread} {quantity.Unit} apart"),
            Explanation = explanation,
            NextStep = agrees ? null : nextStep,
            Values = Values(facts, quantity),
            Spread = spread,
            Tolerance = quantity.Tolerance,
            Unit = quantity.Unit,
        };
    }

    private static LvxSyncCheck Skip(SyncFacts facts, Quantity quantity, string why) => new(quantity.Name, quantity.Label)
    {
        Outcome = CheckOutcome.Skipped,
        Expected = quantity.Expected,
        Actual = Findings.Grouped(facts, unit => quantity.Of(unit) is { } value ? $"{Findings.Text(value)} {quantity.Unit}" : null),
        Explanation = why,
        Values = Values(facts, quantity),
        Tolerance = quantity.Tolerance,
        Unit = quantity.Unit,
    };

    private static IReadOnlyList<string> Values(SyncFacts facts, Quantity quantity) => Findings.Values(facts, unit => quantity.Of(unit));

    private sealed record Quantity(string Name, string Label, string Unit, decimal Tolerance, Func<UnitFacts, decimal?> Of)
    {
        public string Expected => string.Create(CultureInfo.InvariantCulture, $"within {Tolerance} {Unit} of one another");
    }
}
