using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Every setting, in the order in which people read them. A new one is a new line here.</summary>
public static class SettingCatalogue
{
    /// <summary>The twelve that units in parallel must share.</summary>
    public static IReadOnlyList<SettingDefinition> Twelve { get; } =
    [
        Coded("BatteryType", r => r.BatteryType, d => d.BatteryType, [BatteryType.Agm, BatteryType.Flooded, BatteryType.User],
            "Only under type user does a unit charge by its bulk, float and cut-off voltage; under another it charges by its own."),
        Voltage("BulkVoltage", r => r.BulkVoltage, d => d.BulkVoltage, Setters.BulkAndFloatRange, "Too high overcharges the battery; too low never fills it."),
        Voltage("FloatVoltage", r => r.FloatVoltage, d => d.FloatVoltage, Setters.BulkAndFloatRange, "Too high wears a full battery out; too low lets it run down."),
        Voltage("CutOffVoltage", r => r.CutOffVoltage, d => d.CutOffVoltage, Setters.CutOffRange, "Too low discharges the battery too far; too high drops the load early."),
        Voltage("ReChargeVoltage", r => r.ReChargeVoltage, d => d.ReChargeVoltage, Setters.ReChargeRange,
            "The grid takes over at another battery voltage; at or below cut-off the load is dropped before it can."),
        Voltage("ReDischargeVoltage", r => r.ReDischargeVoltage, d => d.ReDischargeVoltage, Setters.ReDischargeRange,
            "The battery takes over from the grid at another voltage; above float it never does."),
        Current("MaxChargeCurrent", r => r.MaxChargeCurrent, d => d.MaxChargeCurrent, a => a.TotalCurrents,
            "More than the battery's share harms it; units that differ share the charge unequally."),
        Current("MaxAcChargeCurrent", r => r.MaxAcChargeCurrent, d => d.MaxAcChargeCurrent, a => a.AcCurrents,
            "More than the battery, the generator or the grid's fuse allows; units that differ share the charge unequally."),
        Coded("InputVoltageRange", r => r.InputVoltageRange, d => d.InputVoltageRange, Enum.GetValues<InputVoltageRange>(), "The unit leaves the grid at another voltage."),
        Coded("OutputSourcePriority", r => r.OutputSourcePriority, d => d.OutputSourcePriority, Enum.GetValues<OutputSourcePriority>(),
            "One unit feeds the load from the grid while another discharges the battery."),
        Coded("ChargerSourcePriority", r => r.ChargerSourcePriority, d => d.ChargerSourcePriority, Enum.GetValues<ChargerSourcePriority>(),
            "The grid charges the battery when it should not, or does not when it should."),
        Coded("SolarPowerPriority", r => r.SolarPowerPriority, d => d.SolarPowerPriority, Enum.GetValues<SolarPowerPriority>(),
            "The sun's power goes to the load first on one unit and to the battery first on another."),
    ];

    /// <summary>Every setting that can be read: the twelve first.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        .. Twelve,
        Switch("Buzzer", f => f.Buzzer, d => d.Buzzer, "An alarm is heard, or is not."),
        Switch("OverloadBypass", f => f.OverloadBypass, d => d.OverloadBypass, "On overload the load goes to the grid, or is dropped."),
        Switch("LcdReturn", f => f.LcdReturn, d => d.LcdReturn, "The LCD returns to its first page by itself, or stays."),
        Switch("OverloadRestart", f => f.OverloadRestart, d => d.OverloadRestart, "After an overload the unit restarts by itself, or stays off."),
        Switch("OverTemperatureRestart", f => f.OverTemperatureRestart, d => d.OverTemperatureRestart, "After too high a temperature the unit restarts by itself, or stays off."),
        Switch("Backlight", f => f.Backlight, d => d.Backlight, "The LCD is lit, or dark."),
        Switch("AlarmPrimarySourceLost", f => f.AlarmPrimarySourceLost, d => d.AlarmPrimarySourceLost, "A lost primary source is heard, or is not."),
        Switch("FaultRecord", f => f.FaultRecord, d => d.FaultRecord, "Faults are recorded in the unit, or are not."),
        Window("AcChargeWindow", a => a.AcCharge, "The grid charges the battery at other hours."),
        Window("AcLoadWindow", a => a.AcLoad, "The grid carries the load at other hours."),
        Coded("MachineType", r => r.MachineType, d => d.MachineType, [], "A grid-tie unit feeds the grid, which may not be allowed.", twelve: false),
        Coded("OutputMode", r => r.OutputMode, d => d.OutputMode, [], "Units whose output modes do not fit one another cannot share an output.", twelve: false),
    ];

    /// <summary>The settings of a scope.</summary>
    public static IReadOnlyList<SettingDefinition> Of(SettingsScope scope) => scope == SettingsScope.All ? All : Twelve;

    /// <summary>The setting with this name or key; case does not matter.</summary>
    public static SettingDefinition? Find(string nameOrKey) => All.FirstOrDefault(
        setting => string.Equals(setting.Name, nameOrKey, StringComparison.OrdinalIgnoreCase) || string.Equals(setting.Key, nameOrKey, StringComparison.OrdinalIgnoreCase));

    private static SettingDefinition Voltage(
        string name, Func<RatedInformation, decimal?> read, Func<DefaultSettings, decimal?> readDefault, VoltageRange range, string effect) =>
        new(name, SettingKind.Voltage, effect) { IsOneOfTwelve = true, Range = range, Read = a => read(a.Rated), ReadDefault = d => readDefault(d) };

    private static SettingDefinition Current(
        string name, Func<RatedInformation, int?> read, Func<DefaultSettings, int?> readDefault, Func<SettingsAnswers, ChargeCurrents?> amperes, string effect) =>
        new(name, SettingKind.Current, effect) { IsOneOfTwelve = true, Amperes = amperes, Read = a => read(a.Rated), ReadDefault = d => readDefault(d) };

    private static SettingDefinition Coded<TEnum>(
        string name, Func<RatedInformation, TEnum?> read, Func<DefaultSettings, TEnum?> readDefault, IReadOnlyList<TEnum> settable, string effect, bool twelve = true)
        where TEnum : struct, Enum =>
        new(name, SettingKind.Code, effect)
        {
            IsOneOfTwelve = twelve,
            Settable = settable.Count > 0 ? SettableBy.Pi18 : SettableBy.Lcd,
            Codes = [.. Enum.GetValues<TEnum>().Select(code => (code.ToString(), (Enum)code))],
            SettableCodes = [.. settable.Select(code => (Enum)code)],
            Read = a => read(a.Rated),
            ReadDefault = d => readDefault(d),
        };

    private static SettingDefinition Switch(string name, Func<SwitchFlags, bool?> read, Func<DefaultSettings, bool?> readDefault, string effect) =>
        new(name, SettingKind.Switch, effect)
        {
            IsAnswered = a => a.Flags is not null,
            Read = a => a.Flags is null ? null : read(a.Flags),
            ReadDefault = d => readDefault(d),
        };

    private static SettingDefinition Window(string name, Func<SettingsAnswers, TimeWindow?> find, string effect) =>
        new(name, SettingKind.Window, effect)
        {
            IsAnswered = a => find(a) is not null,
            Read = a => find(a) is { From: { } from, Until: { } until } ? new DailyWindow(from, until) : null,
        };
}
