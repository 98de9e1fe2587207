using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>A setting changed at the unit's own buttons: no range of PI18 binds it, so a charge current above the unit's list, as was seen live, can be planted.</summary>
internal static class SetByHand
{
    /// <summary>A unit in which <paramref name="text"/>, such as <c>MaxChargeCurrent:100</c> or <c>battery_type:agm</c>, is set.</summary>
    /// <returns>No value when there is no such setting, or it cannot have this value.</returns>
    public static Func<UnitState, UnitState>? Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || SettingCatalogue.Find(text[..colon]) is not { } setting)
        {
            return null;
        }

        string value = text[(colon + 1)..];
        return SettingText.Parse(setting, setting.Unit is null ? value : $"{value} {setting.Unit}", out object? parsed) is null && parsed is not null
            ? Change(setting.Name, parsed)
            : null;
    }

    private static Func<UnitState, UnitState>? Change(string name, object value) => (name, value) switch
    {
        ("BatteryType", BatteryType type) => Rated(rated => rated with { BatteryType = type }),
        ("BulkVoltage", decimal volts) => Rated(rated => rated with { BulkVoltage = volts }),
        ("FloatVoltage", decimal volts) => Rated(rated => rated with { FloatVoltage = volts }),
        ("CutOffVoltage", decimal volts) => Rated(rated => rated with { CutOffVoltage = volts }),
        ("ReChargeVoltage", decimal volts) => Rated(rated => rated with { ReChargeVoltage = volts }),
        ("ReDischargeVoltage", decimal volts) => Rated(rated => rated with { ReDischargeVoltage = volts }),
        ("MaxChargeCurrent", int ampere) => Rated(rated => rated with { MaxChargeCurrent = ampere }),
        ("MaxAcChargeCurrent", int ampere) => Rated(rated => rated with { MaxAcChargeCurrent = ampere }),
        ("InputVoltageRange", InputVoltageRange range) => Rated(rated => rated with { InputVoltageRange = range }),
        ("OutputSourcePriority", OutputSourcePriority priority) => Rated(rated => rated with { OutputSourcePriority = priority }),
        ("ChargerSourcePriority", ChargerSourcePriority priority) => Rated(rated => rated with { ChargerSourcePriority = priority }),
        ("SolarPowerPriority", SolarPowerPriority priority) => Rated(rated => rated with { SolarPowerPriority = priority }),
        ("MachineType", MachineType type) => Rated(rated => rated with { MachineType = type }),
        ("OutputMode", OutputMode mode) => Rated(rated => rated with { OutputMode = mode }),
        ("Buzzer", bool on) => Flags(flags => flags with { Buzzer = on }),
        ("OverloadBypass", bool on) => Flags(flags => flags with { OverloadBypass = on }),
        ("LcdReturn", bool on) => Flags(flags => flags with { LcdReturn = on }),
        ("OverloadRestart", bool on) => Flags(flags => flags with { OverloadRestart = on }),
        ("OverTemperatureRestart", bool on) => Flags(flags => flags with { OverTemperatureRestart = on }),
        ("Backlight", bool on) => Flags(flags => flags with { Backlight = on }),
        ("AlarmPrimarySourceLost", bool on) => Flags(flags => flags with { AlarmPrimarySourceLost = on }),
        ("FaultRecord", bool on) => Flags(flags => flags with { FaultRecord = on }),
        ("AcChargeWindow", DailyWindow window) => state => state with { AcCharge = new TimeWindow { From = window.From, Until = window.Until } },
        ("AcLoadWindow", DailyWindow window) => state => state with { AcLoad = new TimeWindow { From = window.From, Until = window.Until } },
        _ => null,
    };

    private static Func<UnitState, UnitState> Rated(Func<RatedInformation, RatedInformation> change) => state => state with { Rated = change(state.Rated) };

    private static Func<UnitState, UnitState> Flags(Func<SwitchFlags, SwitchFlags> change) => state => state with { Flags = change(state.Flags) };
}
