using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Why a fault of the parallel system came, as far as what the units say now tells.</summary>
internal static class FaultCause
{
    private const int FirmwareDifferent = 71;
    private const int BatteryDifferent = 83;
    private const int OutputSettingDifferent = 86;

    public static string Find(SyncFacts facts, IReadOnlyList<UnitFacts> ill)
    {
        var causes = new List<string>();
        foreach (int code in ill.Select(unit => unit.Status.Fault!.Code).Distinct())
        {
            causes.AddRange(Cause(facts, code) is { } cause ? [cause] : []);
        }

        return causes.Count == 0 ? "" : " " + string.Join(" ", causes);
    }

    private static string? Cause(SyncFacts facts, int code) => code switch
    {
        FirmwareDifferent => facts.Units.Select(unit => unit.Status.MainFirmware).Distinct(StringComparer.Ordinal).Count() > 1
            ? $"The main firmware differs: {Findings.Grouped(facts, unit => unit.Status.MainFirmware)}."
            : "The main firmware is the same by now: the fault clears at the next start.",
        BatteryDifferent => $"They measure {Findings.Grouped(facts, unit => unit.Status.BatteryVoltage is { } volts ? string.Create(CultureInfo.InvariantCulture, $"{volts} V") : null)} now.",
        OutputSettingDifferent when SettingsCheck.Differences(facts) is { Count: > 0 } different => $"These settings differ: {string.Join(", ", different.Select(setting => setting.Label))}.",
        _ => null,
    };
}
