using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Which energy is asked for.</summary>
public sealed record EnergyRequest
{
    /// <summary>The greatest <see cref="Last"/>: a year of days and some more.</summary>
    public const int MaxLast = 400;

    /// <summary>Over which periods, in any order; all four when there are none.</summary>
    public IReadOnlyCollection<EnergyPeriod> Periods { get; init; } = [];

    /// <summary>The day in which the last period of each kind lies, 2000-01-01 to 2099-12-31; no value for today by each unit's own clock.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many years, months and days, 1 to <see cref="MaxLast"/>, the last of them included; no value for one.</summary>
    public int? Last { get; init; }

    /// <summary>The periods that were chosen.</summary>
    public static IReadOnlyCollection<EnergyPeriod> Chosen(bool total, bool year, bool month, bool day) =>
        [.. Enum.GetValues<EnergyPeriod>().Zip((bool[])[total, year, month, day]).Where(choice => choice.Second).Select(choice => choice.First)];

    internal bool NeedsDate => Periods.Count == 0 || Periods.Any(period => period != EnergyPeriod.Total);

    /// <summary>Makes sure that it can be asked, before anything is.</summary>
    /// <param name="today">Today where this runs, for a request that says no date.</param>
    /// <exception cref="LvxException">It contradicts itself, or reaches beyond the years 2000 to 2099.</exception>
    public void Check(DateOnly today)
    {
        if (Last is < 1 or > MaxLast)
        {
            throw Invalid($"{Last.Value.ToString(CultureInfo.InvariantCulture)} periods cannot be asked for at once.", $"Ask for 1 to {MaxLast} of them.");
        }

        if (Last is not null && (Periods.Count == 0 || !NeedsDate))
        {
            throw Invalid("-Last (lvx: --last) says how many years, months or days, and none of these was asked for.", "Add -Year, -Month or -Day (lvx: --year, --month, --day).");
        }

        if (Until is not null && !NeedsDate)
        {
            throw Invalid("-Date (lvx: --date) does not go with the total alone, which has no date.", "Leave it out, or add -Year, -Month or -Day (lvx: --year, --month, --day).");
        }

        if (Slots(Until ?? today).FirstOrDefault(slot => !slot.CanBeAsked) is { Date: { } date })
        {
            throw Invalid(
                $"A unit cannot be asked for {date}: it counts the years {EnergySlot.FirstYear} to {EnergySlot.LastYear}. Nothing was sent.",
                "Ask for another date, or for fewer periods.");
        }
    }

    /// <summary>What is asked: the total, years, months, days, each oldest first.</summary>
    internal IEnumerable<EnergySlot> Slots(DateOnly until) =>
        from period in Enum.GetValues<EnergyPeriod>()
        where Periods.Count == 0 || Periods.Contains(period)
        let count = period == EnergyPeriod.Total ? 1 : Last ?? 1
        from back in Enumerable.Range(0, count).Reverse()
        select new EnergySlot(period, Before(until, period, back));

    private static DateOnly Before(DateOnly until, EnergyPeriod period, int back) => period switch
    {
        EnergyPeriod.Year => new DateOnly(Math.Max(1, until.Year - back), 1, 1),
        EnergyPeriod.Month => new DateOnly(until.Year, until.Month, 1).AddMonths(-Math.Min(back, ((until.Year - 1) * 12) + until.Month - 1)),
        EnergyPeriod.Day => until.AddDays(-Math.Min(back, until.DayNumber)),
        _ => until,
    };

    private static LvxException Invalid(string what, string nextStep) => new(LvxError.ArgumentInvalid, null, what, nextStep);
}
