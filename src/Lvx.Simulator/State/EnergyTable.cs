namespace Lvx.Simulator;

/// <summary>The energy from the sun that a unit has counted, by day. Immutable.</summary>
public sealed class EnergyTable
{
    private const int TypicalDays = 400;

    private readonly IReadOnlyDictionary<DateOnly, long> days;

    /// <summary>A table.</summary>
    /// <param name="before">What was counted before the first of the days, in Wh.</param>
    /// <param name="days">What was counted on each day the unit knows, in Wh.</param>
    public EnergyTable(long before, IReadOnlyDictionary<DateOnly, long> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        this.days = days;
        Total = before + days.Values.Sum();
    }

    /// <summary>All that was ever counted, in Wh.</summary>
    public long Total { get; }

    /// <summary>A table of the last 400 days up to <paramref name="today"/>, 18 to 30 kWh each, the same on every run.</summary>
    public static EnergyTable Typical(DateOnly today)
    {
        var days = new Dictionary<DateOnly, long>();
        for (int back = 0; back < TypicalDays; back++)
        {
            DateOnly day = today.AddDays(-back);
            days.Add(day, 18_000 + (day.DayNumber * 7919L % 12_000));
        }

        return new EnergyTable(before: 6_000_000, days);
    }

    /// <summary>What was counted in a year, in Wh; no value when the unit knows no day of it.</summary>
    public long? OfYear(int year) => Sum(day => day.Year == year);

    /// <summary>What was counted in a month, in Wh; no value when the unit knows no day of it.</summary>
    public long? OfMonth(int year, int month) => Sum(day => day.Year == year && day.Month == month);

    /// <summary>What was counted on a day, in Wh; no value when the unit does not know it.</summary>
    public long? OfDay(DateOnly day) => days.TryGetValue(day, out long energy) ? energy : null;

    /// <summary>The same days, each with nothing counted.</summary>
    public EnergyTable Cleared() => new(0, days.Keys.ToDictionary(day => day, _ => 0L));

    private long? Sum(Func<DateOnly, bool> fits)
    {
        long? sum = null;
        foreach ((DateOnly day, long energy) in days)
        {
            if (fits(day))
            {
                sum = (sum ?? 0) + energy;
            }
        }

        return sum;
    }
}
