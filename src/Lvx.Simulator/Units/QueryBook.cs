using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>What a unit says to each query.</summary>
internal static class QueryBook
{
    /// <summary>The body of the answer.</summary>
    /// <returns>Null when the unit refuses the question.</returns>
    public static string? Body(SimulatedUnit unit, string query)
    {
        UnitState state = unit.State;
        return query switch
        {
            "PI" => ProtocolId.Pi18,
            "GMN" => state.Model?.ToBody(),
            "ID" => state.Identity.ToBody(),
            "VFW" => state.Firmware.ToBody(),
            "T" => new Clock { Time = unit.Now }.ToBody(),
            "ET" => Energy(state.Energy.Total),
            "MOD" => new WorkingMode { Mode = state.Mode }.ToBody(),
            "PIRI" => state.Rated.ToBody(),
            "GS" => state.Status.ToBody(),
            "FWS" => state.Fault.ToBody(),
            "FLAG" => state.Flags.ToBody(),
            "DI" => state.Defaults.ToBody(),
            "MCHGCR" => state.TotalCurrents.ToBody(),
            "MUCHGCR" => state.UtilityCurrents.ToBody(),
            "ACCT" => state.AcCharge.ToBody(),
            "ACLT" => state.AcLoad.ToBody(),
            _ => WithArgument(unit, query),
        };
    }

    private static string? WithArgument(SimulatedUnit unit, string query)
    {
        if (query.StartsWith("PGS", StringComparison.Ordinal) || query.StartsWith("PRI", StringComparison.Ordinal))
        {
            return query.Length == 4 && char.IsAsciiDigit(query[3])
                ? query[1] == 'G' ? ParallelBook.Status(unit, query[3] - '0') : ParallelBook.Rating(unit, query[3] - '0')
                : null;
        }

        // Without a date, or with one the unit does not know, these are refused [captured].
        EnergyTable energy = unit.State.Energy;
        string argument = query.Length > 2 ? query[2..] : "";
        string format = argument.Length switch { 4 => "yyyy", 6 => "yyyyMM", 8 => "yyyyMMdd", _ => "" };
        if (format.Length == 0 || !DateOnly.TryParseExact(argument, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return null;
        }

        return (query[..2], argument.Length) switch
        {
            ("EY", 4) => Energy(energy.OfYear(date.Year)),
            ("EM", 6) => Energy(energy.OfMonth(date.Year, date.Month)),
            ("ED", 8) => Energy(energy.OfDay(date)),
            _ => null,
        };
    }

    private static string? Energy(long? wattHours) => wattHours is null ? null : new SolarEnergy { Energy = wattHours }.ToBody();
}
