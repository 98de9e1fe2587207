using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>Answers of measured values, whatever the wire can carry.</summary>
internal static class AnyMeasurement
{
    public static GeneralStatus GeneralStatus(AnyField any) => new()
    {
        GridVoltage = any.Tenths(4),
        GridFrequency = any.Tenths(3),
        OutputVoltage = any.Tenths(4),
        OutputFrequency = any.Tenths(3),
        OutputApparentPower = any.Whole(5),
        OutputActivePower = any.Whole(5),
        LoadPercent = any.Whole(3),
        BatteryVoltage = any.Tenths(3),
        BatteryVoltageScc1 = any.Tenths(3),
        BatteryVoltageScc2 = any.Tenths(3),
        BatteryDischargeCurrent = any.Whole(3),
        BatteryChargeCurrent = any.Whole(3),
        BatteryCapacity = any.Whole(0, 100),
        HeatSinkTemperature = any.Signed(3),
        Mppt1Temperature = any.Signed(3),
        Mppt2Temperature = any.Signed(3),
        Pv1Power = any.Whole(5),
        Pv2Power = any.Whole(5),
        Pv1Voltage = any.Tenths(4),
        Pv2Voltage = any.Tenths(4),
        SettingsChanged = any.Bit(),
        Mppt1Status = any.Code<MpptStatus>(),
        Mppt2Status = any.Code<MpptStatus>(),
        LoadConnected = any.Bit(),
        BatteryDirection = any.Code<BatteryDirection>(),
        DcAcDirection = any.Code<DcAcDirection>(),
        LineDirection = any.Code<LineDirection>(),
        ParallelInstance = any.Whole(1),
        Extra = any.Extra(12),
    };

    public static ParallelStatus ParallelStatus(AnyField any) => new()
    {
        Exists = any.Whole(1),
        Mode = any.Code<OperatingMode>(2),
        Fault = any.Whole(2),
        GridVoltage = any.Tenths(4),
        GridFrequency = any.Tenths(3),
        OutputVoltage = any.Tenths(4),
        OutputFrequency = any.Tenths(3),
        OutputApparentPower = any.Whole(5),
        OutputActivePower = any.Whole(5),
        TotalApparentPower = any.Whole(5),
        TotalActivePower = any.Whole(5),
        LoadPercent = any.Whole(3),
        TotalLoadPercent = any.Whole(3),
        BatteryVoltage = any.Tenths(3),
        BatteryDischargeCurrent = any.Whole(3),
        BatteryChargeCurrent = any.Whole(3),
        TotalChargeCurrent = any.Whole(3),
        BatteryCapacity = any.Whole(0, 100),
        Pv1Power = any.Whole(5),
        Pv2Power = any.Whole(5),
        Pv1Voltage = any.Tenths(4),
        Pv2Voltage = any.Tenths(4),
        Mppt1Status = any.Code<MpptStatus>(),
        Mppt2Status = any.Code<MpptStatus>(),
        LoadConnected = any.Bit(),
        BatteryDirection = any.Code<BatteryDirection>(),
        DcAcDirection = any.Code<DcAcDirection>(),
        LineDirection = any.Code<LineDirection>(),
        MaxTemperature = any.Signed(3),
        Extra = any.Extra(11),
    };
}
