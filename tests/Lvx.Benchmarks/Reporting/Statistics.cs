using System.Globalization;

namespace Lvx.Benchmarks;

/// <summary>What is told of many figures.</summary>
internal static class Statistics
{
    public static double Median(this IEnumerable<double> figures) => figures.At(0.5);

    /// <summary>The figure below which <paramref name="part"/> of all are.</summary>
    public static double At(this IEnumerable<double> figures, double part)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[(int)(part * (sorted.Length - 1))];
    }

    public static string Text(this double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
