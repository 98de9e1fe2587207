using System.Globalization;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Energy from the sun as one unit counted it, in Wh; no value where it did not say it.</summary>
/// <param name="Day">The day that this year, month and day go by; no value when nothing was asked.</param>
internal sealed record EnergyCounters(DateOnly? Day)
{
    /// <summary>All that was ever counted.</summary>
    public long? Total { get; init; }

    /// <summary>In the year of <see cref="Day"/>.</summary>
    public long? Year { get; init; }

    /// <summary>In its month.</summary>
    public long? Month { get; init; }

    /// <summary>On it, so far.</summary>
    public long? Today { get; init; }

    /// <summary>Reads them. A report is written without them too.</summary>
    public static EnergyCounters Read(Session session, UnitPort unit, IHost host)
    {
        try
        {
            Dictionary<EnergyPeriod, LvxEnergy> read = EnergyReader.Read(session, unit, new EnergyRequest(), DateOnly.FromDateTime(DateTime.Now), new WithoutProgress(host)).ToDictionary(energy => energy.Period);
            return new EnergyCounters(DateOnly.ParseExact(read[EnergyPeriod.Day].Date!, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            {
                Total = read[EnergyPeriod.Total].Energy,
                Year = read[EnergyPeriod.Year].Energy,
                Month = read[EnergyPeriod.Month].Energy,
                Today = read[EnergyPeriod.Day].Energy,
            };
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            host.Warning($"{error.Message} Its energy counters are left out.");
            return new EnergyCounters(Day: null);
        }
    }
}
