using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>One figure of several units, and of how many of them it is.</summary>
/// <param name="Value">The figure; no value when no unit gave it.</param>
/// <param name="Known">How many units gave it now.</param>
/// <param name="Units">How many there are.</param>
internal readonly record struct WatchFigure(decimal? Value, int Known, int Units)
{
    /// <summary>The figure where every unit gave it: a sum of fewer looks like a fall.</summary>
    public decimal? OfAll => Known == Units ? Value : null;

    /// <summary>The sum over the units that answer.</summary>
    public static WatchFigure Sum(IReadOnlyList<WatchedUnit> units, Func<WatchedUnit, decimal?> value) => Of(units, value, known => known.Sum());

    /// <summary>The mean over the units that answer, with <paramref name="decimals"/> behind the point.</summary>
    public static WatchFigure Mean(IReadOnlyList<WatchedUnit> units, Func<WatchedUnit, decimal?> value, int decimals) =>
        Of(units, value, known => Math.Round(known.Average(), decimals, MidpointRounding.AwayFromZero));

    /// <summary>With its unit, and with how many units it is of where that is not all of them: <c>3050 W (1 of 2)</c>.</summary>
    public string Text(string symbol, string form = "0.####")
    {
        string text = Value is { } value ? $"{value.ToString(form, CultureInfo.InvariantCulture)} {symbol}" : $"-- {symbol}";
        return Known > 0 && Known < Units ? string.Create(CultureInfo.InvariantCulture, $"{text} ({Known} of {Units})") : text;
    }

    private static WatchFigure Of(IReadOnlyList<WatchedUnit> units, Func<WatchedUnit, decimal?> value, Func<IReadOnlyList<decimal>, decimal> join)
    {
        decimal[] known = [.. units.Where(unit => unit.IsAnswering).Select(value).OfType<decimal>()];
        return new WatchFigure(known.Length == 0 ? null : join(known), known.Length, units.Count);
    }
}
