using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>The state of an LVX6048 as it was seen in use: 120 V split phase, 48 V bank, charging from the sun.</summary>
internal static class Lvx6048
{
    private const long FirstSerial = 96132206100001;

    /// <summary>Unit <paramref name="index"/> of a site, from 0, in parallel with the others, with its clock at local time.</summary>
    public static UnitState Charging(int index, DateTime now) => new()
    {
        Identity = new Identity { SerialNumber = (FirstSerial + index).ToString(CultureInfo.InvariantCulture) },
        // One main firmware on all, as the parallel system needs it; the slave processors' differ, as was seen without harm.
        Firmware = new Firmware { Main = "06306", Slave1 = index % 2 == 0 ? "06126" : "06021", Slave2 = "00000" },
        Model = new MachineModel { Number = "12" },
        Rated = Rated(),
        Status = Status(index),
        Mode = OperatingMode.Charge,
        Flags = new SwitchFlags
        {
            Buzzer = true,
            OverloadBypass = false,
            LcdReturn = true,
            OverloadRestart = false,
            OverTemperatureRestart = false,
            Backlight = true,
            AlarmPrimarySourceLost = true,
            FaultRecord = true,
            Reserved = 0,
        },
        Defaults = Defaults(),
        TotalCurrents = new ChargeCurrents { Amperes = [10, 20, 30, 40, 50, 60, 70, 80] },
        UtilityCurrents = new ChargeCurrents { Amperes = [2, 10, 20, 30, 40, 50, 60, 70, 80] },
        Energy = EnergyTable.Typical(DateOnly.FromDateTime(now)),
    };

    /// <summary>The same unit at night: no sun, and nothing flowing into or out of the battery.</summary>
    public static UnitState Idle(UnitState state) => state with
    {
        Mode = OperatingMode.Battery,
        Status = state.Status with
        {
            BatteryVoltage = 53.2m,
            BatteryChargeCurrent = 0,
            BatteryDischargeCurrent = 0,
            BatteryDirection = BatteryDirection.Idle,
            Pv1Power = 0,
            Pv2Power = 0,
            Pv1Voltage = 0,
            Pv2Voltage = 0,
            Mppt1Status = MpptStatus.Idle,
            Mppt2Status = MpptStatus.Idle,
        },
    };

    /// <summary>The same unit with the grid on its line.</summary>
    public static UnitState WithGrid(UnitState state) => state with { Status = state.Status with { GridVoltage = 120.3m, GridFrequency = 60.0m } };

    /// <summary>The same unit by itself.</summary>
    public static UnitState Alone(UnitState state) => state with { Rated = state.Rated with { OutputMode = OutputMode.Single } };

    private static RatedInformation Rated() => new()
    {
        RatedInputVoltage = 120.0m,
        RatedInputCurrent = 50.0m,
        RatedOutputVoltage = 120.0m,
        RatedOutputFrequency = 60.0m,
        RatedOutputCurrent = 50.0m,
        RatedApparentPower = 6000,
        RatedActivePower = 6000,
        RatedBatteryVoltage = 48.0m,
        ReChargeVoltage = 48.0m,
        ReDischargeVoltage = 54.0m,
        CutOffVoltage = 48.0m,
        BulkVoltage = 56.4m,
        FloatVoltage = 54.0m,
        BatteryType = BatteryType.User,
        MaxAcChargeCurrent = 30,
        MaxChargeCurrent = 60,
        InputVoltageRange = InputVoltageRange.Appliance,
        OutputSourcePriority = OutputSourcePriority.SolarBatteryUtility,
        ChargerSourcePriority = ChargerSourcePriority.SolarFirst,
        ParallelMaximum = 9,
        MachineType = MachineType.OffGrid,
        Topology = 0,
        OutputMode = OutputMode.Parallel,
        SolarPowerPriority = 0,
        MpptStrings = 2,
        Regulation = 0,
    };

    // The sun's power is about 3 % more than what reaches the battery: 55 A and 57 A at 55.1 V.
    private static GeneralStatus Status(int index) => new()
    {
        GridVoltage = 0,
        GridFrequency = 0,
        OutputVoltage = 120.1m,
        OutputFrequency = 60.0m,
        OutputApparentPower = 0,
        OutputActivePower = 0,
        LoadPercent = 0,
        BatteryVoltage = 55.1m,
        BatteryVoltageScc1 = 55.1m,
        BatteryVoltageScc2 = 55.1m,
        BatteryDischargeCurrent = 0,
        BatteryChargeCurrent = index % 2 == 0 ? 55 : 57,
        BatteryCapacity = 96,
        HeatSinkTemperature = 43 + (index % 2),
        Mppt1Temperature = 39,
        Mppt2Temperature = 38 + (index % 2),
        Pv1Power = index % 2 == 0 ? 1570 : 1625,
        Pv2Power = index % 2 == 0 ? 1550 : 1605,
        Pv1Voltage = index % 2 == 0 ? 251.4m : 249.8m,
        Pv2Voltage = index % 2 == 0 ? 248.2m : 250.6m,
        SettingsChanged = false,
        Mppt1Status = MpptStatus.Charging,
        Mppt2Status = MpptStatus.Charging,
        LoadConnected = true,
        BatteryDirection = BatteryDirection.Charge,
        DcAcDirection = DcAcDirection.DcToAc,
        LineDirection = LineDirection.Idle,
        ParallelInstance = index,
    };

    // As captured on a 230 V unit (frames.json, DI), with this model's output.
    private static DefaultSettings Defaults() => new()
    {
        OutputVoltage = 120.0m,
        OutputFrequency = 60.0m,
        InputVoltageRange = InputVoltageRange.Appliance,
        CutOffVoltage = 40.8m,
        FloatVoltage = 54.0m,
        BulkVoltage = 56.4m,
        ReChargeVoltage = 46.0m,
        ReDischargeVoltage = 54.0m,
        MaxChargeCurrent = 60,
        MaxAcChargeCurrent = 30,
        BatteryType = BatteryType.Agm,
        OutputSourcePriority = OutputSourcePriority.SolarUtilityBattery,
        ChargerSourcePriority = ChargerSourcePriority.SolarAndUtility,
        SolarPowerPriority = 0,
        MachineType = MachineType.OffGrid,
        OutputMode = OutputMode.Single,
        Buzzer = true,
        OverloadRestart = false,
        OverTemperatureRestart = false,
        Backlight = true,
        AlarmPrimarySourceLost = true,
        FaultRecord = false,
        OverloadBypass = true,
        LcdReturn = true,
    };
}
