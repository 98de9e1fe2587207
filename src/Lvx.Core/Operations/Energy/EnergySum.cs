namespace Lvx.Core.Operations;

/// <summary>
/// Adds up what several units counted. The sum of a period has a value only when every unit that answered has one: a part would pass for the whole. A unit that failed
/// is not in it, and a warning says so.
/// </summary>
public static class EnergySum
{
    private const int MostNamed = 3;

    /// <summary>A sum for each period that any unit was asked for: total, years, months, days, each oldest first. None when no unit answered.</summary>
    /// <param name="outcomes">What came of the units.</param>
    /// <param name="host">Is warned of units that are missing, and of periods without a value.</param>
    public static IReadOnlyList<LvxEnergy> Of(IEnumerable<UnitOutcome<IReadOnlyList<LvxEnergy>>> outcomes, IHost host)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(host);
        ILookup<bool, UnitOutcome<IReadOnlyList<LvxEnergy>>> byError = outcomes.ToLookup(outcome => outcome.Error is not null);
        IReadOnlyList<LvxEnergy>[] units = [.. byError[false].Select(outcome => outcome.Value!)];
        if (units.Length == 0)
        {
            return [];
        }

        if (byError[true].Any())
        {
            host.Warning($"The sum is without {Listed(byError[true].Select(outcome => outcome.Unit.ToString()))}, which failed.");
        }

        LvxEnergy[] sums =
        [
            .. from energy in units.SelectMany(unit => unit)
               group energy by (energy.Period, energy.Date) into same
               orderby same.Key
               select Add(same.Key.Period, same.Key.Date, [.. same], units.Length),
        ];
        string[] without = [.. sums.Where(sum => sum.Energy is null).Select(sum => sum.Date ?? "the total")];
        if (without.Length > 0)
        {
            IEnumerable<string> who = units
                .Where(unit => sums.Any(sum => sum.Energy is null && unit.FirstOrDefault(energy => (energy.Period, energy.Date) == (sum.Period, sum.Date))?.Energy is null))
                .Select(unit => unit[0].Name);
            host.Warning($"The sum has no value for {Listed(without)}, which {Listed(who)} did not tell.");
        }

        return sums;
    }

    private static LvxEnergy Add(EnergyPeriod period, string? date, IReadOnlyList<LvxEnergy> parts, int units) => LvxEnergy.Sum(
        period, date, units, parts.Count == units && parts.All(part => part.Energy is not null) ? parts.Sum(part => part.Energy) : null, parts.Max(part => part.Timestamp));

    private static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= MostNamed + 1 ? string.Join(", ", all) : $"{string.Join(", ", all[..MostNamed])} and {all.Length - MostNamed} more";
    }
}
