namespace Lvx.Core.Operations.Reporting;

/// <summary>What a quantity was over several readings.</summary>
/// <param name="Least">The least of them.</param>
/// <param name="Mean">Their mean, which is derived.</param>
/// <param name="Greatest">The greatest of them.</param>
internal sealed record Spread(decimal Least, decimal Mean, decimal Greatest)
{
    /// <summary>Of those readings that are there; null when none is.</summary>
    public static Spread? Of(IEnumerable<decimal?> readings)
    {
        decimal[] known = [.. readings.OfType<decimal>()];
        return known.Length == 0 ? null : new Spread(known.Min(), known.Average(), known.Max());
    }

    /// <summary>Least, mean and greatest, parted by strokes: <c>55 / ~55.4 / 57</c>.</summary>
    /// <param name="decimals">How many decimals a reading has; the mean has one more.</param>
    /// <param name="isDerived">Whether all three are, as of a sum.</param>
    public string Text(int decimals, bool isDerived) =>
        $"{Bound(Least, decimals, isDerived)} / {ReportText.OfDerived(Mean, decimals + 1)} / {Bound(Greatest, decimals, isDerived)}";

    private static string Bound(decimal value, int decimals, bool isDerived) => isDerived ? ReportText.OfDerived(value, decimals) : ReportText.Number(value, decimals);
}
