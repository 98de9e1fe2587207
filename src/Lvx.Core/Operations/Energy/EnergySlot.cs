using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>One thing that the energy counters are asked: in all, or of the year, month or day in which a date lies.</summary>
internal readonly record struct EnergySlot(EnergyPeriod Period, DateOnly Day)
{
    // A year has four digits on the wire; the product asks for no other century.
    public const int FirstYear = 2000;
    public const int LastYear = 2099;

    /// <summary>Whether a unit can be asked for it.</summary>
    public bool CanBeAsked => Period == EnergyPeriod.Total || Day.Year is >= FirstYear and <= LastYear;

    /// <summary>The date as ISO 8601 writes it, as precise as the period; no value for all of it.</summary>
    public string? Date => Period switch
    {
        EnergyPeriod.Year => Day.ToString("yyyy", CultureInfo.InvariantCulture),
        EnergyPeriod.Month => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        EnergyPeriod.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    public Query<SolarEnergy> Query => Period switch
    {
        EnergyPeriod.Year => SolarEnergy.OfYear(Day.Year),
        EnergyPeriod.Month => SolarEnergy.OfMonth(Day.Year, Day.Month),
        EnergyPeriod.Day => SolarEnergy.OfDay(Day),
        _ => SolarEnergy.Total,
    };
}
