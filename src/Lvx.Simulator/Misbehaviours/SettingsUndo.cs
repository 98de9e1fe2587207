namespace Lvx.Simulator;

/// <summary>Takes back what one setter changed, and nothing that was changed beside it or since.</summary>
internal static class SettingsUndo
{
    public static Func<UnitState, UnitState> Of(UnitState before, UnitState after) => now => now with
    {
        Rated = now.Rated with
        {
            BatteryType = Back(before, after, now, state => state.Rated.BatteryType),
            BulkVoltage = Back(before, after, now, state => state.Rated.BulkVoltage),
            FloatVoltage = Back(before, after, now, state => state.Rated.FloatVoltage),
            CutOffVoltage = Back(before, after, now, state => state.Rated.CutOffVoltage),
            ReChargeVoltage = Back(before, after, now, state => state.Rated.ReChargeVoltage),
            ReDischargeVoltage = Back(before, after, now, state => state.Rated.ReDischargeVoltage),
            MaxChargeCurrent = Back(before, after, now, state => state.Rated.MaxChargeCurrent),
            MaxAcChargeCurrent = Back(before, after, now, state => state.Rated.MaxAcChargeCurrent),
            InputVoltageRange = Back(before, after, now, state => state.Rated.InputVoltageRange),
            OutputSourcePriority = Back(before, after, now, state => state.Rated.OutputSourcePriority),
            ChargerSourcePriority = Back(before, after, now, state => state.Rated.ChargerSourcePriority),
            SolarPowerPriority = Back(before, after, now, state => state.Rated.SolarPowerPriority),
        },
        Flags = Back(before, after, now, state => state.Flags),
        AcCharge = Back(before, after, now, state => state.AcCharge),
        AcLoad = Back(before, after, now, state => state.AcLoad),
        ClockOffset = Back(before, after, now, state => state.ClockOffset),
    };

    private static T Back<T>(UnitState before, UnitState after, UnitState now, Func<UnitState, T> part) =>
        EqualityComparer<T>.Default.Equals(part(before), part(after)) ? part(now) : part(before);
}
