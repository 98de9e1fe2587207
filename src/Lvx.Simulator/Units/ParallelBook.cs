using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>What a unit says of the parallel system (PGS, PRI): any unit speaks for all of them.</summary>
internal static class ParallelBook
{
    // Captured on a single unit (frames.json): plausible figures without meaning, and a serial number of 02 bytes and spaces.
    private const string MeaninglessStatus =
        "1,0,00,0000,171,0000,000,0000,0000,12338,12336,000,000,257,337,257,337,000,5535,2345,0514,0000,0,0,0,0,0,0,051";

    private const string GarbageRatingOfMaster = "1,00,0\u0002001 020  00.000000,0,000,000,0";
    private const string GarbageRating = "1,00,0\u0002001 010  00.000000,0,000,000,0";

    /// <summary>The body of the answer to <c>PGSn</c>.</summary>
    public static string Status(SimulatedUnit asked, int slot)
    {
        if (!asked.State.IsParallel)
        {
            return MeaninglessStatus;
        }

        UnitState[] system = System(asked);
        if (Find(system, slot) is not { } unit)
        {
            return Nobody().ToBody();
        }

        GeneralStatus status = unit.Status;
        int active = system.Sum(each => each.Status.OutputActivePower ?? 0);
        int rated = Math.Max(1, system.Sum(each => each.Rated.RatedActivePower ?? 0));
        return new ParallelStatus
        {
            Exists = asked.Quirks.SlotFieldIsIndex ? slot : 1,
            Mode = unit.Mode,
            Fault = unit.Fault.FaultCode,
            GridVoltage = status.GridVoltage,
            GridFrequency = status.GridFrequency,
            OutputVoltage = status.OutputVoltage,
            OutputFrequency = status.OutputFrequency,
            OutputApparentPower = status.OutputApparentPower,
            OutputActivePower = status.OutputActivePower,
            TotalApparentPower = system.Sum(each => each.Status.OutputApparentPower ?? 0),
            TotalActivePower = active,
            LoadPercent = status.LoadPercent,
            TotalLoadPercent = (int)Math.Round(100.0 * active / rated),
            BatteryVoltage = status.BatteryVoltage,
            BatteryDischargeCurrent = status.BatteryDischargeCurrent,
            BatteryChargeCurrent = status.BatteryChargeCurrent,
            TotalChargeCurrent = system.Sum(each => each.Status.BatteryChargeCurrent ?? 0),
            BatteryCapacity = status.BatteryCapacity,
            Pv1Power = status.Pv1Power,
            Pv2Power = status.Pv2Power,
            Pv1Voltage = status.Pv1Voltage,
            Pv2Voltage = status.Pv2Voltage,
            Mppt1Status = status.Mppt1Status,
            Mppt2Status = status.Mppt2Status,
            LoadConnected = status.LoadConnected,
            BatteryDirection = status.BatteryDirection,
            DcAcDirection = status.DcAcDirection,
            LineDirection = status.LineDirection,
            MaxTemperature = new[] { status.HeatSinkTemperature, status.Mppt1Temperature, status.Mppt2Temperature }.Max(),
        }.ToBody();
    }

    /// <summary>The body of the answer to <c>PRIn</c>.</summary>
    public static string Rating(SimulatedUnit asked, int slot)
    {
        if (!asked.State.IsParallel)
        {
            return slot == 0 ? GarbageRatingOfMaster : GarbageRating;
        }

        UnitState? unit = Find(System(asked), slot);
        RatedInformation? rated = unit?.Rated;
        return new ParallelRating
        {
            Exists = rated is null ? 0 : 1,
            ValidLength = unit?.Identity.SerialNumber.Length ?? 0,
            SerialNumber = unit?.Identity.SerialNumber,
            ChargerSourcePriority = rated?.ChargerSourcePriority ?? 0,
            MaxChargeCurrent = rated?.MaxChargeCurrent ?? 0,
            MaxAcChargeCurrent = rated?.MaxAcChargeCurrent ?? 0,
            OutputMode = rated?.OutputMode ?? 0,
        }.ToBody();
    }

    private static UnitState[] System(SimulatedUnit asked) => [.. asked.Neighbours.Select(unit => unit.State).Where(state => state.IsParallel)];

    private static UnitState? Find(UnitState[] system, int slot) => Array.Find(system, state => state.Status.ParallelInstance == slot);

    private static ParallelStatus Nobody() => new()
    {
        Exists = 0,
        Mode = 0,
        Fault = 0,
        GridVoltage = 0,
        GridFrequency = 0,
        OutputVoltage = 0,
        OutputFrequency = 0,
        OutputApparentPower = 0,
        OutputActivePower = 0,
        TotalApparentPower = 0,
        TotalActivePower = 0,
        LoadPercent = 0,
        TotalLoadPercent = 0,
        BatteryVoltage = 0,
        BatteryDischargeCurrent = 0,
        BatteryChargeCurrent = 0,
        TotalChargeCurrent = 0,
        BatteryCapacity = 0,
        Pv1Power = 0,
        Pv2Power = 0,
        Pv1Voltage = 0,
        Pv2Voltage = 0,
        Mppt1Status = 0,
        Mppt2Status = 0,
        LoadConnected = false,
        BatteryDirection = 0,
        DcAcDirection = 0,
        LineDirection = 0,
        MaxTemperature = 0,
    };
}
