using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>The setters that the product does not offer: a simulated unit obeys them all the same, so that a test can show that none was sent.</summary>
internal static class DangerousSetters
{
    public static UnitState? FactoryReset(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        DefaultSettings defaults = state.Defaults;
        return argument.Length > 0 ? null : state with
        {
            Rated = state.Rated with
            {
                RatedOutputVoltage = defaults.OutputVoltage,
                RatedOutputFrequency = defaults.OutputFrequency,
                InputVoltageRange = defaults.InputVoltageRange,
                CutOffVoltage = defaults.CutOffVoltage,
                FloatVoltage = defaults.FloatVoltage,
                BulkVoltage = defaults.BulkVoltage,
                ReChargeVoltage = defaults.ReChargeVoltage,
                ReDischargeVoltage = defaults.ReDischargeVoltage,
                MaxChargeCurrent = defaults.MaxChargeCurrent,
                MaxAcChargeCurrent = defaults.MaxAcChargeCurrent,
                BatteryType = defaults.BatteryType,
                OutputSourcePriority = defaults.OutputSourcePriority,
                ChargerSourcePriority = defaults.ChargerSourcePriority,
                SolarPowerPriority = defaults.SolarPowerPriority,
                MachineType = defaults.MachineType,
                OutputMode = defaults.OutputMode,
            },
            Flags = state.Flags with
            {
                Buzzer = defaults.Buzzer,
                OverloadBypass = defaults.OverloadBypass,
                LcdReturn = defaults.LcdReturn,
                OverloadRestart = defaults.OverloadRestart,
                OverTemperatureRestart = defaults.OverTemperatureRestart,
                Backlight = defaults.Backlight,
                AlarmPrimarySourceLost = defaults.AlarmPrimarySourceLost,
                FaultRecord = defaults.FaultRecord,
            },
        };
    }

    public static UnitState? ClearEnergy(SimulatedUnit unit, string argument) =>
        argument.Length > 0 ? null : unit.State with { Energy = unit.State.Energy.Cleared() };

    // Both forms that people know: the 22 digits of the answer, or 14 digits that all count.
    public static UnitState? Serial(SimulatedUnit unit, string argument) =>
        argument.Length is 14 or SerialNumber.WireLength && argument.All(char.IsAsciiDigit)
            ? unit.State with { Identity = new Identity { SerialNumber = SerialNumber.Normalise(argument) } }
            : null;

    public static UnitState? Voltage(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        (int least, int greatest) = state.Rated.RatedOutputVoltage < 150 ? (1010, 1270) : (2020, 2400);
        return SetterBook.Digits(argument, 4) is { } tenths && tenths >= least && tenths <= greatest
            ? state with { Rated = state.Rated with { RatedOutputVoltage = tenths / 10m }, Status = state.Status with { OutputVoltage = tenths / 10m } }
            : null;
    }

    public static UnitState? Frequency(SimulatedUnit unit, string argument, int hertz)
    {
        UnitState state = unit.State;
        return argument.Length > 0
            ? null
            : state with { Rated = state.Rated with { RatedOutputFrequency = hertz }, Status = state.Status with { OutputFrequency = hertz } };
    }

    public static UnitState? OutputMode(SimulatedUnit unit, string argument) => SetterBook.OwnDigits(argument, 1) is >= 0 and <= 6 and var mode
        ? SetterBook.With(unit.State, unit.State.Rated with { OutputMode = (OutputMode)mode })
        : null;

    public static UnitState? Load(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        return argument switch
        {
            "0" => state with
            {
                Status = state.Status with { LoadConnected = false, OutputVoltage = 0, OutputFrequency = 0, OutputApparentPower = 0, OutputActivePower = 0, LoadPercent = 0 },
            },
            "1" => state with
            {
                Status = state.Status with { LoadConnected = true, OutputVoltage = state.Rated.RatedOutputVoltage, OutputFrequency = state.Rated.RatedOutputFrequency },
            },
            _ => null,
        };
    }

    public static UnitState? GridTieOn(SimulatedUnit unit, string argument) => GridTie(unit, argument, MachineType.GridTie);

    public static UnitState? GridTieOff(SimulatedUnit unit, string argument) => GridTie(unit, argument, MachineType.OffGrid);

    private static UnitState? GridTie(SimulatedUnit unit, string argument, MachineType type)
    {
        UnitState state = unit.State;
        return argument.Length > 0
            ? null
            : state with { Rated = state.Rated with { MachineType = type }, Flags = state.Flags with { Reserved = (int)type } };
    }
}
