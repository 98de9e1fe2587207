using Lvx.Core.Sessions;
using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Reads a unit's counters. It counts days by its own clock, so that this is the one that says which day today is.</summary>
internal static class EnergyReader
{
    public static EnergyCounters Read(Session session, IHost host)
    {
        long? total = Ask(SolarEnergy.Total);
        DateTime now = session.AskIfAnswered(Clock.Query, host)?.Answer.Time ?? DateTime.Now;
        DateOnly day = DateOnly.FromDateTime(now);
        return day.Year is < 2000 or > 2099 ? new EnergyCounters(null) { Total = total } : new EnergyCounters(day)
        {
            Total = total,
            Year = Ask(SolarEnergy.OfYear(day.Year)),
            Month = Ask(SolarEnergy.OfMonth(day.Year, day.Month)),
            Today = Ask(SolarEnergy.OfDay(day)),
        };

        long? Ask(Query<SolarEnergy> query) => session.AskIfAnswered(query, host)?.Answer.Energy;
    }
}
