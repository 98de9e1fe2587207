using System.Globalization;

namespace Lvx.Pi18;

/// <summary>
/// The setters that the product offers, each with its range for the 48 V class. The dangerous ones (factory reset, energy counters, serial number, output
/// voltage, frequency and mode, load off, grid-tie) are not here: what cannot be built cannot be sent.
/// </summary>
public static class Setters
{
    /// <summary>What bulk and float voltage can be set to.</summary>
    public static VoltageRange BulkAndFloatRange { get; } = new(48.0m, 58.4m, 0.1m);

    /// <summary>What the cut-off voltage can be set to.</summary>
    public static VoltageRange CutOffRange { get; } = new(40.0m, 48.0m, 0.1m);

    /// <summary>What the re-charge voltage can be set to.</summary>
    public static VoltageRange ReChargeRange { get; } = new(44, 51, 1);

    /// <summary>What the re-discharge voltage can be set to; 0 is documented, and has been refused (seen live).</summary>
    public static VoltageRange ReDischargeRange { get; } = new(48, 58, 1, OrZero: true);

    /// <summary><c>MCHGCm,nnn</c>: the greatest charge current from sun and grid together.</summary>
    /// <param name="ampere">In A, 1 to 999 on the wire; a unit takes only what its own <c>MCHGCR</c> lists.</param>
    /// <param name="parallelId">0 to 9; 0 on each unit's own cable, master and slave alike (seen live).</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public static Setter MaxChargeCurrent(int ampere, int parallelId = 0) => new($"MCHGC{Id(parallelId)},{Ampere(ampere)}");

    /// <summary><c>MUCHGCm,nnn</c>: the greatest charge current from the grid.</summary>
    /// <param name="ampere">In A, 1 to 999 on the wire; a unit takes only what its own <c>MUCHGCR</c> lists.</param>
    /// <param name="parallelId">0 to 9; 0 on each unit's own cable, master and slave alike (seen live).</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public static Setter MaxAcChargeCurrent(int ampere, int parallelId = 0) => new($"MUCHGC{Id(parallelId)},{Ampere(ampere)}");

    /// <summary><c>MCHGVbbb,fff</c>: bulk and float voltage, always together.</summary>
    /// <param name="bulk">In V, 48.0 to 58.4, in tenths.</param>
    /// <param name="float">In V, 48.0 to 58.4, in tenths.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range, or finer than tenths.</exception>
    public static Setter BulkAndFloatVoltage(decimal bulk, decimal @float) => new($"MCHGV{Tenths(bulk, BulkAndFloatRange)},{Tenths(@float, BulkAndFloatRange)}");

    /// <summary><c>PSDVvvv</c>: the cut-off voltage.</summary>
    /// <param name="voltage">In V, 40.0 to 48.0, in tenths.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range, or finer than tenths.</exception>
    public static Setter CutOffVoltage(decimal voltage) => new($"PSDV{Tenths(voltage, CutOffRange)}");

    /// <summary><c>BUCDrrr,ddd</c>: re-charge and re-discharge voltage, always together. Re-discharge above float is refused by the unit, and 0 has been (seen live).</summary>
    /// <param name="reCharge">In whole V, 44 to 51.</param>
    /// <param name="reDischarge">In whole V, 48 to 58, or 0 for "when full".</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range, or not whole.</exception>
    public static Setter ReChargeAndReDischargeVoltage(decimal reCharge, decimal reDischarge) =>
        new($"BUCD{Tenths(reCharge, ReChargeRange)},{Tenths(reDischarge, ReDischargeRange)}");

    /// <summary><c>PBTn</c>: the kind of battery.</summary>
    /// <param name="type">AGM, flooded or user.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another type: no document gives a setter for it.</exception>
    public static Setter BatteryType(BatteryType type) => new($"PBT{Code((int)type, 2)}");

    /// <summary><c>POPn</c>: which source feeds the load first. One digit: <c>POP01</c> is accepted and does nothing (seen live).</summary>
    /// <param name="priority">A named one.</param>
    /// <exception cref="ArgumentOutOfRangeException">No named one.</exception>
    public static Setter OutputSourcePriority(OutputSourcePriority priority) => new($"POP{Code((int)priority, 1)}");

    /// <summary><c>PCPm,n</c>: which source charges the battery.</summary>
    /// <param name="priority">A named one.</param>
    /// <param name="parallelId">0 to 9; 0 on each unit's own cable, master and slave alike (seen live).</param>
    /// <exception cref="ArgumentOutOfRangeException">No named one.</exception>
    public static Setter ChargerSourcePriority(ChargerSourcePriority priority, int parallelId = 0) => new($"PCP{Id(parallelId)},{Code((int)priority, 2)}");

    /// <summary><c>PSPn</c>: where the sun's power goes first.</summary>
    /// <param name="priority">A named one.</param>
    /// <exception cref="ArgumentOutOfRangeException">No named one.</exception>
    public static Setter SolarPowerPriority(SolarPowerPriority priority) => new($"PSP{Code((int)priority, 1)}");

    /// <summary><c>PGRn</c>: how narrow a grid voltage is accepted.</summary>
    /// <param name="range">A named one.</param>
    /// <exception cref="ArgumentOutOfRangeException">No named one.</exception>
    public static Setter InputVoltageRange(InputVoltageRange range) => new($"PGR{Code((int)range, 1)}");

    /// <summary><c>PEx</c>, <c>PDx</c>: a switch on or off. The ninth, grid-tie, is not offered.</summary>
    /// <param name="flag">A to H.</param>
    /// <param name="on">On or off.</param>
    /// <exception cref="ArgumentOutOfRangeException">No named one.</exception>
    public static Setter Flag(SwitchFlag flag, bool on)
    {
        Code((int)flag, (int)SwitchFlag.FaultRecord);
        return new Setter($"{(on ? "PE" : "PD")}{(char)('A' + (int)flag)}");
    }

    /// <summary><c>ACCThhmm,hhmm</c>: the window in which the grid may charge.</summary>
    /// <param name="from">To the minute, by the unit's clock.</param>
    /// <param name="until">To the minute, by the unit's clock.</param>
    public static Setter AcChargeWindow(TimeOnly from, TimeOnly until) => new($"ACCT{Time(from)},{Time(until)}");

    /// <summary><c>ACLThhmm,hhmm</c>: the window in which the grid may carry the load.</summary>
    /// <param name="from">To the minute, by the unit's clock.</param>
    /// <param name="until">To the minute, by the unit's clock.</param>
    public static Setter AcLoadWindow(TimeOnly from, TimeOnly until) => new($"ACLT{Time(from)},{Time(until)}");

    /// <summary><c>DATyymmddhhmmss</c>: the unit's clock.</summary>
    /// <param name="time">2000 to 2099, to the second; its kind is not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">A year that two digits cannot say.</exception>
    public static Setter Clock(DateTime time) => time.Year is >= 2000 and <= 2099
        ? new($"DAT{time.ToString("yyMMddHHmmss", CultureInfo.InvariantCulture)}")
        : throw new ArgumentOutOfRangeException(nameof(time), time, "The unit's clock knows the years 2000 to 2099.");

    private static string Id(int parallelId) => Code(parallelId, 9);

    private static string Code(int value, int greatest) => value >= 0 && value <= greatest
        ? value.ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"Must be 0 to {greatest}.");

    private static string Ampere(int value) => value is >= 1 and <= 999
        ? value.ToString("D3", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 1 to 999 A.");

    private static string Tenths(decimal volts, VoltageRange range) => range.Contains(volts)
        ? ((int)(volts * 10)).ToString("D3", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(volts), volts, $"Must be {range}{(range.OrZero ? ", or 0" : "")}.");

    private static string Time(TimeOnly time) => time.ToString("HHmm", CultureInfo.InvariantCulture);
}
