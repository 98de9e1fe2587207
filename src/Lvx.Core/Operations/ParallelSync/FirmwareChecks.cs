namespace Lvx.Core.Operations;

/// <summary>The processors' firmware. The main one must be equal, else fault 71 comes; slave ones that differed (06126, 06021) were seen to run without trouble.</summary>
internal static class FirmwareChecks
{
    public static LvxSyncCheck Main(SyncFacts facts) => Judge(
        facts,
        new LvxSyncCheck("MainFirmware", "main firmware") { Outcome = CheckOutcome.Fail },
        unit => unit.Status.MainFirmware,
        "Units in parallel need one main firmware.",
        "With different main firmware fault 71 comes, now or at the next start.",
        "Flash the main processors of all units to one version.");

    public static LvxSyncCheck Slave(SyncFacts facts) => Judge(
        facts,
        new LvxSyncCheck("SlaveFirmware", "slave firmware") { Outcome = CheckOutcome.Warn },
        unit => unit.Status.Slave1Firmware is { } first ? $"{first} {unit.Status.Slave2Firmware}".TrimEnd() : null,
        "The slave processors' firmware is alike.",
        "The slave processors' firmware differs, which has been seen to run without trouble.",
        "Nothing, unless the maker asks for it.");

    private static LvxSyncCheck Judge(SyncFacts facts, LvxSyncCheck otherwise, Func<UnitFacts, string?> firmware, string fine, string differs, string nextStep)
    {
        const string expected = "the same on all";
        IReadOnlyList<string> values = Findings.Values(facts, firmware);
        string[] known = [.. facts.Units.Select(firmware).OfType<string>()];
        if (known.Length < 2)
        {
            return new LvxSyncCheck(otherwise.Name, otherwise.Label)
            {
                Outcome = CheckOutcome.Skipped,
                Expected = expected,
                Actual = Findings.Grouped(facts, firmware),
                Explanation = facts.Source == SyncSource.ParallelBus ? "The parallel bus does not show firmware: ask each unit over its own cable." : Findings.TooFew,
                Values = values,
            };
        }

        bool alike = known.Distinct(StringComparer.Ordinal).Count() == 1;
        (CheckOutcome outcome, string explanation) = alike ? Findings.UnlessSilent(facts, unit => firmware(unit) is null, fine) : (otherwise.Outcome, differs);
        return new LvxSyncCheck(otherwise.Name, otherwise.Label)
        {
            Outcome = outcome,
            Expected = expected,
            Actual = Findings.Grouped(facts, firmware),
            Explanation = explanation,
            NextStep = alike ? null : nextStep,
            Values = values,
        };
    }
}
