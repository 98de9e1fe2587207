using System.Collections.ObjectModel;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>The settings of one unit: as it has them now, or as they stand in a baseline. A setting that the unit did not say is no value (null), never 0.</summary>
public sealed class LvxSettings
{
    private LvxSettings(UnitPort unit, string? serialNumber, DateTime timestamp, SettingsScope scope, SettingsAnswers answers, IReadOnlyDictionary<string, string> raw)
    {
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Timestamp = timestamp;
        Scope = scope;
        Answers = answers;
        Settings = new TextList<LvxSetting>(SettingCatalogue.Of(scope).Where(setting => setting.IsAnswered(answers)).Select(setting => new LvxSetting(setting, answers)));
        ChargeCurrents = answers.TotalCurrents is { } total ? new TextList<int>(total.Amperes) : null;
        AcChargeCurrents = answers.AcCurrents is { } ac ? new TextList<int>(ac.Amperes) : null;
        Defaults = answers.Defaults is null ? null : new TextTable<object?>(
            answers.Defaults.Fields.Select(field => new KeyValuePair<string, object?>(field.Name, PlainValue.Of(field.Value))));
        Raw = new TextTable<string>(raw, separator: "; ");
    }

    /// <summary>The questions whose answers are all there is to settings, in the order in which a unit is asked them.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        Firmware.Query.Command, RatedInformation.Query.Command, Pi18.ChargeCurrents.Total.Command, DefaultSettings.Query.Command,
        Pi18.ChargeCurrents.Utility.Command, TimeWindow.AcCharge.Command, SwitchFlags.Query.Command, TimeWindow.AcLoad.Command,
    ];

    /// <summary>The device it was read from.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; }

    /// <summary>When the settings in force were read, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>The kind of battery; bulk, float and cut-off voltage count under type user only.</summary>
    public BatteryType? BatteryType => Answers.Rated.BatteryType;

    /// <summary>Voltage of the constant-voltage charge, in V, tenths on the wire; PI18 sets 48.0 to 58.4.</summary>
    public decimal? BulkVoltage => Answers.Rated.BulkVoltage;

    /// <summary>Voltage of the float charge, in V, tenths on the wire; PI18 sets 48.0 to 58.4.</summary>
    public decimal? FloatVoltage => Answers.Rated.FloatVoltage;

    /// <summary>Battery voltage under which the output is cut off, in V, tenths on the wire; PI18 sets 40.0 to 48.0.</summary>
    public decimal? CutOffVoltage => Answers.Rated.CutOffVoltage;

    /// <summary>Battery voltage at which the grid takes over ("stop discharge"), in V; PI18 sets whole volts, 44 to 51.</summary>
    public decimal? ReChargeVoltage => Answers.Rated.ReChargeVoltage;

    /// <summary>Battery voltage at which the battery takes over again ("stop charge"), in V; 0 means when full; PI18 sets whole volts, 48 to 58.</summary>
    public decimal? ReDischargeVoltage => Answers.Rated.ReDischargeVoltage;

    /// <summary>Greatest charge current from sun and grid together, in A; PI18 sets what <see cref="ChargeCurrents"/> lists.</summary>
    public int? MaxChargeCurrent => Answers.Rated.MaxChargeCurrent;

    /// <summary>Greatest charge current from the grid, in A; PI18 sets what <see cref="AcChargeCurrents"/> lists.</summary>
    public int? MaxAcChargeCurrent => Answers.Rated.MaxAcChargeCurrent;

    /// <summary>How narrow a grid voltage is accepted.</summary>
    public InputVoltageRange? InputVoltageRange => Answers.Rated.InputVoltageRange;

    /// <summary>Which source feeds the load first.</summary>
    public OutputSourcePriority? OutputSourcePriority => Answers.Rated.OutputSourcePriority;

    /// <summary>Which source charges the battery.</summary>
    public ChargerSourcePriority? ChargerSourcePriority => Answers.Rated.ChargerSourcePriority;

    /// <summary>Where the sun's power goes first.</summary>
    public SolarPowerPriority? SolarPowerPriority => Answers.Rated.SolarPowerPriority;

    /// <summary>The buzzer sounds; with all settings only, as the rest.</summary>
    public bool? Buzzer => Answers.Flags?.Buzzer;

    /// <summary>An overload goes to bypass.</summary>
    public bool? OverloadBypass => Answers.Flags?.OverloadBypass;

    /// <summary>The LCD returns to its first page after a minute.</summary>
    public bool? LcdReturn => Answers.Flags?.LcdReturn;

    /// <summary>Restart after an overload.</summary>
    public bool? OverloadRestart => Answers.Flags?.OverloadRestart;

    /// <summary>Restart after too high a temperature.</summary>
    public bool? OverTemperatureRestart => Answers.Flags?.OverTemperatureRestart;

    /// <summary>The backlight is on.</summary>
    public bool? Backlight => Answers.Flags?.Backlight;

    /// <summary>An alarm when the primary source is lost.</summary>
    public bool? AlarmPrimarySourceLost => Answers.Flags?.AlarmPrimarySourceLost;

    /// <summary>Fault codes are recorded.</summary>
    public bool? FaultRecord => Answers.Flags?.FaultRecord;

    /// <summary>When the grid may charge the battery, by the unit's clock, such as <c>01:00-05:30</c>; two equal times are no window.</summary>
    public string? AcChargeWindow => Text(nameof(AcChargeWindow));

    /// <summary>When the grid may carry the load, by the unit's clock, such as <c>01:00-05:30</c>; two equal times are no window.</summary>
    public string? AcLoadWindow => Text(nameof(AcLoadWindow));

    /// <summary>Whether the unit may feed the grid.</summary>
    public MachineType? MachineType => Scope == SettingsScope.All ? Answers.Rated.MachineType : null;

    /// <summary>Single, parallel, or one of several phases.</summary>
    public OutputMode? OutputMode => Scope == SettingsScope.All ? Answers.Rated.OutputMode : null;

    /// <summary>What <see cref="MaxChargeCurrent"/> can be set to, in A: the unit's own list (MCHGCR).</summary>
    public IReadOnlyList<int>? ChargeCurrents { get; }

    /// <summary>What <see cref="MaxAcChargeCurrent"/> can be set to, in A: the unit's own list (MUCHGCR).</summary>
    public IReadOnlyList<int>? AcChargeCurrents { get; }

    /// <summary>The factory defaults (DI) by the names of the protocol, output voltage and frequency among them.</summary>
    public ReadOnlyDictionary<string, object?>? Defaults { get; }

    /// <summary>The main processor's firmware.</summary>
    public string? MainFirmware => Answers.Firmware?.Main;

    /// <summary>The first slave processor's firmware.</summary>
    public string? Slave1Firmware => Answers.Firmware?.Slave1;

    /// <summary>The second slave processor's firmware.</summary>
    public string? Slave2Firmware => Answers.Firmware?.Slave2;

    /// <summary>Each setting by itself, with its unit, default, and what it can be set to.</summary>
    public IReadOnlyList<LvxSetting> Settings { get; }

    /// <summary>The bodies of the answers that all this came from, byte for byte (Latin-1), by question.</summary>
    public ReadOnlyDictionary<string, string> Raw { get; }

    /// <summary>How much was looked at.</summary>
    internal SettingsScope Scope { get; }

    /// <summary>Whether they were read from the unit itself, so that it is to be reached under its device; settings from a file may be of another place and time.</summary>
    internal bool IsLive { get; init; }

    internal SettingsAnswers Answers { get; }

    /// <summary>Whether all settings were asked for, and not the twelve alone.</summary>
    public bool HasAll() => Scope == SettingsScope.All;

    /// <summary>The settings that stand in raw answers: read from a unit just now, or kept in a file.</summary>
    /// <param name="unit">Where they were read.</param>
    /// <param name="serialNumber">The unit's serial number.</param>
    /// <param name="timestamp">When, in UTC.</param>
    /// <param name="scope">How much was looked at.</param>
    /// <param name="raw">The bodies of the answers, by question.</param>
    /// <param name="problem">The question whose answer is missing or is none to it; null when all is well.</param>
    /// <returns>No value when there is a problem.</returns>
    public static LvxSettings? TryRead(
        UnitPort unit, string? serialNumber, DateTime timestamp, SettingsScope scope, IReadOnlyDictionary<string, string> raw, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(raw);
        return SettingsAnswers.Decode(raw, out problem) is { } answers ? new LvxSettings(unit, serialNumber, timestamp, scope, answers, raw) : null;
    }

    /// <summary>The settings that a unit just answered.</summary>
    internal static LvxSettings Live(
        UnitPort unit, string? serialNumber, DateTime timestamp, SettingsScope scope, IReadOnlyDictionary<string, string> raw) =>
        SettingsAnswers.Decode(raw, out string? problem) is { } answers
            ? new LvxSettings(unit, serialNumber, timestamp, scope, answers, raw) { IsLive = true }
            : throw new InvalidOperationException($"The answer to {problem} was taken and cannot be read.");

    /// <summary>The value of a setting as it is: decimal, int, code, bool, window; null when the unit said none that can be read, or it was not asked.</summary>
    public object? ValueOf(SettingDefinition setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Read(Answers);
    }

    /// <summary>The factory default of a setting; null when the unit has none or does not say it.</summary>
    public object? DefaultOf(SettingDefinition setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Answers.Defaults is null ? null : setting.ReadDefault?.Invoke(Answers.Defaults);
    }

    private string? Text(string name) => ValueOf(SettingCatalogue.Find(name)!)?.ToString();
}
