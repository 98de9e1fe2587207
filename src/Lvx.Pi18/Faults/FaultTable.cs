namespace Lvx.Pi18;

/// <summary>The fault codes of PI18.</summary>
/// <remarks>
/// Meanings: InfiniSolar V protocol, 2017 and 2022 editions. Next steps for 71, 83 and 86: seen live on two LVX6048; the others follow from the meaning.
/// </remarks>
public static class FaultTable
{
    private static readonly FaultInfo NoFault = new(0, "no fault", "");

    private static readonly Dictionary<int, FaultInfo> Known = new FaultInfo[]
    {
        new(1, "fan locked", "Switch the unit off, free or replace the fan, and start it again."),
        new(2, "over temperature", "Let the unit cool; check air flow, dust and the load."),
        new(3, "battery voltage too high", "Measure the battery; compare bulk and float voltage with its data sheet."),
        new(4, "battery voltage too low", "Measure and charge the battery; compare the cut-off voltage with its data sheet."),
        new(5, "output short circuit", "Switch the load off and look for the short before starting again."),
        new(6, "output voltage too high", "Disconnect the load and restart; if it comes again, have the unit repaired."),
        new(7, "overload time-out", "Take load off and restart."),
        new(8, "bus voltage too high", "Check the PV and grid voltage against the ratings and restart; if it comes again, have the unit repaired."),
        new(9, "bus soft start failed", "Restart without PV and load; if it comes again, have the unit repaired."),
        new(11, "main relay failed", "Restart; if it comes again, have the unit repaired."),
        new(51, "inverter over current", "Take load off, look for motors or a short, and restart."),
        new(52, "bus voltage too low", "Check battery and PV connections and restart."),
        new(53, "inverter soft start failed", "Disconnect the load and restart; if it comes again, have the unit repaired."),
        new(54, "self-test failed", "Restart; if it comes again, have the unit repaired."),
        new(55, "DC component on the output", "Disconnect the load and restart; if it comes again, have the unit repaired."),
        new(56, "battery connection open", "Check the battery's breaker, fuse, cable and BMS."),
        new(57, "current sensor failed", "Restart; if it comes again, have the unit repaired."),
        new(58, "output voltage too low", "Take load off and restart."),
        new(60, "inverter negative power", "Look for another source on the output, and check the phase wiring of parallel units."),
        new(71, "parallel firmware version different", "Flash the main firmware of all units to one version."),
        new(72, "parallel current sharing failed", "Check the current-sharing cables between the units and restart all of them."),
        new(80, "CAN communication failed", "Check the parallel communication cables between the units."),
        new(81, "parallel host lost", "Check the parallel communication cables and that the master is on."),
        new(82, "parallel synchronisation lost", "Check the parallel communication cables and restart all units."),
        new(83, "parallel battery voltage different", "Connect all units to the same bank and check cables and breakers; it clears on the first start with the battery."),
        new(84, "parallel line voltage or frequency different", "Check that all units have the same grid on the same terminals."),
        new(85, "parallel line current unbalanced", "Check that the grid cables of the units have the same length and gauge, and restart."),
        new(86, "parallel output setting different", "Compare the settings of all units and make them the same on each."),
    }.ToDictionary(fault => fault.Code);

    /// <summary>Every code that a document knows.</summary>
    public static IReadOnlyCollection<int> Codes => Known.Keys;

    /// <summary>What <paramref name="code"/> means; a code that no document knows says so.</summary>
    public static FaultInfo Find(int code) => code == 0
        ? NoFault
        : Known.GetValueOrDefault(code) ?? new FaultInfo(code, "unknown fault", "No document at hand knows this code: look it up in the unit's manual and keep the raw answer.");
}
