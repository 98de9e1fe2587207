namespace Lvx.Core.Operations;

/// <summary>Judges what was found out about a parallel system. Pure: the same facts give the same report.</summary>
internal static class SyncJudge
{
    public static LvxSyncReport Judge(SyncFacts facts, SyncTolerances tolerances) => new(
        facts,
        [
            PresenceChecks.Answers(facts),
            FirmwareChecks.Main(facts),
            FirmwareChecks.Slave(facts),
            StateChecks.Mode(facts),
            StateChecks.ModeAlike(facts),
            StateChecks.Fault(facts),
            StateChecks.Warnings(facts),
            ParallelChecks.Instance(facts),
            ParallelChecks.OutputMode(facts),
            MeasurementChecks.BatteryVoltage(facts, tolerances.BatteryVoltage),
            MeasurementChecks.ChargeSharing(facts, tolerances.ChargeCurrent),
            MeasurementChecks.OutputVoltage(facts, tolerances.OutputVoltage),
            MeasurementChecks.OutputFrequency(facts, tolerances.OutputFrequency),
            SettingsCheck.Judge(facts),
            ClockCheck.Judge(facts, tolerances.Clock),
            ParallelViewCheck.Judge(facts, tolerances),
        ],
        tolerances);
}
