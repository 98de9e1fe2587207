using System.Globalization;

namespace Lvx.Pi18;

/// <summary>The digit that names a unit of the parallel system in a question.</summary>
internal static class Slot
{
    public static string Text(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 9);
        return n.ToString(CultureInfo.InvariantCulture);
    }
}
