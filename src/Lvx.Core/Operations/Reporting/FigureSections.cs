using System.Globalization;

namespace Lvx.Core.Operations.Reporting;

/// <summary>What units measured and counted.</summary>
internal static class FigureSections
{
    private const decimal LeastVolts = 1.0m;

    public static ReportSection Operation(ReportModel model)
    {
        (string Device, string Name)[] units = [.. model.Readings.SelectMany(reading => reading.Units).Select(unit => (unit.Device, unit.Name)).Distinct()];
        if (units.Length == 0)
        {
            return ReportSection.Of("Operating baseline", new TextBlock("No unit was measured."));
        }

        // A unit that was silent all the time leaves the site without a sum: what the others have is not the site's.
        string[] expected = [.. units.Select(unit => unit.Device), .. model.Unreachable.Select(unit => unit.Device).Where(device => units.All(unit => unit.Device != device))];
        return ReportSection.Of(
            "Operating baseline",
            [
                new TextBlock($"Least / mean / greatest over {ReportText.Counted(model.Readings.Count, "reading")}. A figure with ~ is derived, -- was not said."),
                new TableBlock(
                    "What units measured", ["Quantity", .. units.Select(unit => unit.Name), "Site", "Rule"], [.. Quantity.All.Select(quantity => Row(quantity, model, units, expected))]),
                new TextBlock("A sum is held against what the units give as their total over the parallel bus in the check of the view of the others (section 7)."),
                Sharing(model, units),
                Voltage(model, units),
            ]);
    }

    public static ReportSection Energy(ReportModel model)
    {
        TableBlock counted = new(
            "Energy from the sun",
            ["Unit", "Counted on (its clock)", "In all", "This year", "This month", "This day"],
            [
                .. model.Surveys.Select(unit => (IReadOnlyList<Cell>)[
                    unit.Port.Name, unit.Energy.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ReportText.NoValue,
                    KiloWattHours(unit.Energy.Total), KiloWattHours(unit.Energy.Year), KiloWattHours(unit.Energy.Month), KiloWattHours(unit.Energy.Today)]),
                ["Site, summed", "", Sum(model, unit => unit.Total), Sum(model, unit => unit.Year), Sum(model, unit => unit.Month), Sum(model, unit => unit.Today)],
            ]);
        return ReportSection.Of(
            "Energy counters",
            model.Surveys.Count == 0 ? new TextBlock("No unit said its counters.") : counted,
            new TextBlock("Units count in Wh and only what comes from the sun; they have no counter for the load, the battery or the grid."));
    }

    private static IReadOnlyList<Cell> Row(Quantity quantity, ReportModel model, (string Device, string Name)[] units, string[] expected)
    {
        (string site, string rule) = quantity.Rule switch
        {
            SiteRule.Own => (ReportText.NoValue, "each unit's own"),
            SiteRule.Shared => (ReportText.NoValue, "shared, never added"),
            _ => (quantity.OfSite(model.Readings, expected)?.Text(quantity.Decimals, isDerived: true) ?? ReportText.NoValue, quantity.Rule switch { SiteRule.Summed => "summed", SiteRule.Averaged => "averaged", _ => "the highest" }),
        };
        return [$"{EquipmentSection.Capital(quantity.Label)}, {quantity.Unit}", .. units.Select(unit => (Cell)(quantity.OfUnit(model.Readings, unit.Device)?.Text(quantity.Decimals, isDerived: false) ?? ReportText.NoValue)), site, rule];
    }

    private static ChartBlock Sharing(ReportModel model, (string Device, string Name)[] units)
    {
        ChartBar[] bars = [.. units.Select(unit => Bar(Quantity.ChargeCurrent, model, unit))];
        decimal greatest = Math.Max(10m, Math.Ceiling(bars.Max(bar => bar.Spread?.Greatest ?? 0) / 10m) * 10m);
        return new ChartBlock(
            "Charge sharing: current into the battery, A", bars, 0, greatest, ("0", ReportText.Number(greatest, 0)),
            $"The bar is the mean, the line runs from the least to the greatest reading. Tolerance between units: {ReportText.Value(model.Options.Tolerances.ChargeCurrent, "A")} while all charge.");
    }

    private static ChartBlock Voltage(ReportModel model, (string Device, string Name)[] units)
    {
        ChartBar[] bars = [.. units.Select(unit => Bar(Quantity.BatteryVoltage, model, unit))];
        Spread[] known = [.. bars.Select(bar => bar.Spread).OfType<Spread>()];
        decimal least = known.Length == 0 ? 0 : known.Min(spread => spread.Least) - 0.2m;
        decimal greatest = Math.Max(least + LeastVolts, known.Length == 0 ? 0 : known.Max(spread => spread.Greatest) + 0.2m);
        return new ChartBlock(
            "Battery voltage, V", bars, least, greatest, (ReportText.Number(least, 1), ReportText.Number(greatest, 1)),
            $"The line runs from the least to the greatest reading, its thick part ends at the mean. The scale does not begin at 0. Tolerance between units: {ReportText.Value(model.Options.Tolerances.BatteryVoltage, "V")}.");
    }

    private static ChartBar Bar(Quantity quantity, ReportModel model, (string Device, string Name) unit)
    {
        Spread? spread = quantity.OfUnit(model.Readings, unit.Device);
        return new ChartBar(unit.Name, spread is null ? ReportText.NoValue : $"{spread.Text(quantity.Decimals, isDerived: false)} {quantity.Unit}", spread);
    }

    private static string KiloWattHours(long? wattHours) => wattHours is { } known ? $"{ReportText.Number(known / 1000m, 3)} kWh" : ReportText.NoValue;

    private static string Sum(ReportModel model, Func<EnergyCounters, long?> of)
    {
        long?[] values = [.. model.Surveys.Select(unit => of(unit.Energy))];
        return model.Unreachable.Count > 0 || values.Length == 0 || values.Any(value => value is null) ? ReportText.NoValue : ReportText.OfDerived(values.Sum() / 1000m, 3, "kWh");
    }
}
