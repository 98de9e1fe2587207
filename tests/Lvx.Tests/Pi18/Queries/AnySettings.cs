using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>Answers of settings, whatever the wire can carry.</summary>
internal static class AnySettings
{
    public static RatedInformation RatedInformation(AnyField any) => new()
    {
        RatedInputVoltage = any.Tenths(4),
        RatedInputCurrent = any.Tenths(3),
        RatedOutputVoltage = any.Tenths(4),
        RatedOutputFrequency = any.Tenths(3),
        RatedOutputCurrent = any.Tenths(3),
        RatedApparentPower = any.Whole(5),
        RatedActivePower = any.Whole(5),
        RatedBatteryVoltage = any.Tenths(3),
        ReChargeVoltage = any.Tenths(3),
        ReDischargeVoltage = any.Tenths(3),
        CutOffVoltage = any.Tenths(3),
        BulkVoltage = any.Tenths(3),
        FloatVoltage = any.Tenths(3),
        BatteryType = any.Code<BatteryType>(),
        MaxAcChargeCurrent = any.Whole(3),
        MaxChargeCurrent = any.Whole(3),
        InputVoltageRange = any.Code<InputVoltageRange>(),
        OutputSourcePriority = any.Code<OutputSourcePriority>(),
        ChargerSourcePriority = any.Code<ChargerSourcePriority>(),
        ParallelMaximum = any.Whole(1),
        MachineType = any.Code<MachineType>(),
        Topology = any.Code<Topology>(),
        OutputMode = any.Code<OutputMode>(),
        SolarPowerPriority = any.Code<SolarPowerPriority>(),
        MpptStrings = any.Whole(1),
        Regulation = any.Whole(2),
        Extra = any.Extra(6),
    };

    public static DefaultSettings DefaultSettings(AnyField any) => new()
    {
        OutputVoltage = any.Tenths(4),
        OutputFrequency = any.Tenths(3),
        InputVoltageRange = any.Code<InputVoltageRange>(),
        CutOffVoltage = any.Tenths(3),
        FloatVoltage = any.Tenths(3),
        BulkVoltage = any.Tenths(3),
        ReChargeVoltage = any.Tenths(3),
        ReDischargeVoltage = any.Tenths(3),
        MaxChargeCurrent = any.Whole(3),
        MaxAcChargeCurrent = any.Whole(3),
        BatteryType = any.Code<BatteryType>(),
        OutputSourcePriority = any.Code<OutputSourcePriority>(),
        ChargerSourcePriority = any.Code<ChargerSourcePriority>(),
        SolarPowerPriority = any.Code<SolarPowerPriority>(),
        MachineType = any.Code<MachineType>(),
        OutputMode = any.Code<OutputMode>(),
        Buzzer = any.Bit(),
        OverloadRestart = any.Bit(),
        OverTemperatureRestart = any.Bit(),
        Backlight = any.Bit(),
        AlarmPrimarySourceLost = any.Bit(),
        FaultRecord = any.Bit(),
        OverloadBypass = any.Bit(),
        LcdReturn = any.Bit(),
        Extra = any.Extra(6),
    };

    public static SwitchFlags SwitchFlags(AnyField any) => new()
    {
        Buzzer = any.Bit(),
        OverloadBypass = any.Bit(),
        LcdReturn = any.Bit(),
        OverloadRestart = any.Bit(),
        OverTemperatureRestart = any.Bit(),
        Backlight = any.Bit(),
        AlarmPrimarySourceLost = any.Bit(),
        FaultRecord = any.Bit(),
        Reserved = any.Whole(2),
        Extra = any.Extra(3),
    };

    public static ParallelRating ParallelRating(AnyField any)
    {
        string? serial = any.Digits(1, 20);
        return new ParallelRating
        {
            Exists = any.Whole(1),
            ValidLength = serial?.Length,
            SerialNumber = serial,
            ChargerSourcePriority = any.Code<ChargerSourcePriority>(),
            MaxChargeCurrent = any.Whole(3),
            MaxAcChargeCurrent = any.Whole(3),
            OutputMode = any.Code<OutputMode>(),
            Extra = any.Extra(1),
        };
    }
}
