using System.Globalization;

namespace Lvx.Simulator;

/// <summary>Several units on one battery bank, each with its own cable; they know of one another as parallel units do.</summary>
public sealed class SimulatedSite
{
    /// <summary>How many units can be in parallel.</summary>
    public const int MaxUnits = 9;

    /// <summary>A site of these units.</summary>
    public SimulatedSite(IReadOnlyList<SimulatedUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Units = units;
        foreach (SimulatedUnit unit in units)
        {
            unit.Neighbours = units;
        }
    }

    /// <summary>The units, master first.</summary>
    public IReadOnlyList<SimulatedUnit> Units { get; }

    /// <summary>Two LVX6048 in parallel on a 48 V bank, charging from the sun with 55 A and 57 A, healthy and alike in every setting.</summary>
    /// <param name="quirks">How they depart from the documents; null for what was seen live.</param>
    /// <param name="clock">Where their clocks take the time from; null for the system's.</param>
    public static SimulatedSite Pair(Quirks? quirks = null, TimeProvider? clock = null) => Many(2, quirks, clock);

    /// <summary>One LVX6048 by itself.</summary>
    /// <param name="quirks">How it departs from the documents; null for what was seen live.</param>
    /// <param name="clock">Where its clock takes the time from; null for the system's.</param>
    public static SimulatedSite Single(Quirks? quirks = null, TimeProvider? clock = null) => Make(1, quirks, clock, Lvx6048.Alone);

    /// <summary>Several LVX6048 in parallel.</summary>
    /// <param name="count">How many, 1 to 9.</param>
    /// <param name="quirks">How they depart from the documents; null for what was seen live.</param>
    /// <param name="clock">Where their clocks take the time from; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 9.</exception>
    public static SimulatedSite Many(int count, Quirks? quirks = null, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxUnits);
        return Make(count, quirks, clock, state => state);
    }

    private static SimulatedSite Make(int count, Quirks? quirks, TimeProvider? clock, Func<UnitState, UnitState> adapt)
    {
        DateTime now = (clock ?? TimeProvider.System).GetLocalNow().DateTime;
        return new SimulatedSite(
        [
            .. Enumerable.Range(0, count).Select(index => new SimulatedUnit(
                string.Create(CultureInfo.InvariantCulture, $"lvx6048-{index + 1}"), adapt(Lvx6048.Charging(index, now)), quirks, clock)),
        ]);
    }
}
