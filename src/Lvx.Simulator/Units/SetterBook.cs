using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>What each setter changes, and what of it a unit refuses. Ranges are those of the documents for the 48 V class.</summary>
internal static class SetterBook
{
    private static readonly (string Word, Func<SimulatedUnit, string, UnitState?> Rule)[] Rules =
    [
        ("MCHGC", MaxChargeCurrent),
        ("MUCHGC", MaxAcChargeCurrent),
        ("MCHGV", BulkAndFloat),
        ("PSDV", CutOff),
        ("BUCD", ReChargeAndReDischarge),
        ("PBT", Battery),
        ("POPM", DangerousSetters.OutputMode),
        ("POP", OutputPriority),
        ("PCP", ChargerPriority),
        ("PSP", SolarPriority),
        ("PGR", InputRange),
        ("PEI", DangerousSetters.GridTieOn),
        ("PDI", DangerousSetters.GridTieOff),
        ("PE", static (unit, x) => Flag(unit, x, on: true)),
        ("PD", static (unit, x) => Flag(unit, x, on: false)),
        ("PF", DangerousSetters.FactoryReset),
        ("ACCT", static (unit, x) => Window(x) is { } window ? unit.State with { AcCharge = window } : null),
        ("ACLT", static (unit, x) => Window(x) is { } window ? unit.State with { AcLoad = window } : null),
        ("DAT", ClockTime),
        ("ID", DangerousSetters.Serial),
        ("CLE", DangerousSetters.ClearEnergy),
        ("F50", static (unit, x) => DangerousSetters.Frequency(unit, x, 50)),
        ("F60", static (unit, x) => DangerousSetters.Frequency(unit, x, 60)),
        ("LON", DangerousSetters.Load),
        ("V", DangerousSetters.Voltage),
    ];

    /// <summary>The state after <paramref name="setter"/>.</summary>
    /// <returns>Null when the unit refuses it; the state as it was when it is accepted and does nothing.</returns>
    public static UnitState? Apply(SimulatedUnit unit, string setter)
    {
        foreach ((string word, Func<SimulatedUnit, string, UnitState?> rule) in Rules)
        {
            if (setter.StartsWith(word, StringComparison.Ordinal))
            {
                return rule(unit, setter[word.Length..]);
            }
        }

        return null;
    }

    /// <summary>The number in a field of exactly so many digits; null for anything else.</summary>
    internal static int? Digits(ReadOnlySpan<char> field, int width) =>
        field.Length == width && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>The number behind <c>m,</c>. m is 0 on a unit's own cable, master and slave alike [live]; anything else is refused.</summary>
    internal static int? OwnDigits(string argument, int width) =>
        argument.StartsWith("0,", StringComparison.Ordinal) ? Digits(argument.AsSpan(2), width) : null;

    /// <summary>The same state with other settings.</summary>
    internal static UnitState With(UnitState state, RatedInformation rated) => state with { Rated = rated };

    private static UnitState? MaxChargeCurrent(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        return OwnDigits(argument, 3) is { } ampere
            && state.TotalCurrents.Amperes.Contains(ampere)
            && !(unit.Quirks.RefuseChargeCurrentWhileCharging && state.IsCharging)
            ? With(state, state.Rated with { MaxChargeCurrent = ampere })
            : null;
    }

    private static UnitState? MaxAcChargeCurrent(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        return OwnDigits(argument, 3) is { } ampere && state.UtilityCurrents.Amperes.Contains(ampere)
            ? With(state, state.Rated with { MaxAcChargeCurrent = ampere })
            : null;
    }

    private static UnitState? BulkAndFloat(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        return state.Rated.BatteryType == BatteryType.User && Pair(argument) is (>= 480 and <= 584 and var bulk, >= 480 and <= 584 and var @float)
            ? With(state, state.Rated with { BulkVoltage = bulk / 10m, FloatVoltage = @float / 10m })
            : null;
    }

    private static UnitState? CutOff(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        return state.Rated.BatteryType == BatteryType.User && Digits(argument, 3) is >= 400 and <= 480 and var tenths
            ? With(state, state.Rated with { CutOffVoltage = tenths / 10m })
            : null;
    }

    private static UnitState? ReChargeAndReDischarge(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        if (Pair(argument) is not (>= 440 and <= 510 and var reCharge, (0 or (>= 480 and <= 580)) and var reDischarge)
            || reCharge % 10 != 0
            || reDischarge % 10 != 0
            || (reDischarge == 0 && unit.Quirks.RefuseReDischargeZero)
            || (reDischarge > state.Rated.FloatVoltage * 10 && unit.Quirks.RefuseReDischargeAboveFloat))
        {
            return null;
        }

        return With(state, state.Rated with { ReChargeVoltage = reCharge / 10m, ReDischargeVoltage = reDischarge / 10m });
    }

    // Bulk, float and cut-off follow the user only under type User; the other types bring their own.
    private static UnitState? Battery(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        decimal? cutOff = state.Defaults.CutOffVoltage;
        return Digits(argument, 1) switch
        {
            0 => With(state, state.Rated with { BatteryType = BatteryType.Agm, BulkVoltage = 56.4m, FloatVoltage = 54.0m, CutOffVoltage = cutOff }),
            1 => With(state, state.Rated with { BatteryType = BatteryType.Flooded, BulkVoltage = 58.4m, FloatVoltage = 54.0m, CutOffVoltage = cutOff }),
            2 => With(state, state.Rated with { BatteryType = BatteryType.User }),
            _ => null,
        };
    }

    private static UnitState? OutputPriority(SimulatedUnit unit, string argument)
    {
        UnitState state = unit.State;
        bool twoDigits = argument.Length == 2;
        if (Digits(argument, twoDigits ? 2 : 1) is not ((0 or 1) and var priority))
        {
            return null;
        }

        return twoDigits && unit.Quirks.IgnoreTwoDigitOutputPriority
            ? state
            : FollowPriorities(With(state, state.Rated with { OutputSourcePriority = (OutputSourcePriority)priority }));
    }

    private static UnitState? ChargerPriority(SimulatedUnit unit, string argument) => OwnDigits(argument, 1) is >= 0 and <= 2 and var priority
        ? FollowPriorities(With(unit.State, unit.State.Rated with { ChargerSourcePriority = (ChargerSourcePriority)priority }))
        : null;

    private static UnitState? SolarPriority(SimulatedUnit unit, string argument) => Digits(argument, 1) is (0 or 1) and var priority
        ? With(unit.State, unit.State.Rated with { SolarPowerPriority = (SolarPowerPriority)priority })
        : null;

    private static UnitState? InputRange(SimulatedUnit unit, string argument) => Digits(argument, 1) is (0 or 1) and var range
        ? With(unit.State, unit.State.Rated with { InputVoltageRange = (InputVoltageRange)range })
        : null;

    private static UnitState? Flag(SimulatedUnit unit, string argument, bool on)
    {
        SwitchFlags flags = unit.State.Flags;
        SwitchFlags? after = argument switch
        {
            "A" => flags with { Buzzer = on },
            "B" => flags with { OverloadBypass = on },
            "C" => flags with { LcdReturn = on },
            "D" => flags with { OverloadRestart = on },
            "E" => flags with { OverTemperatureRestart = on },
            "F" => flags with { Backlight = on },
            "G" => flags with { AlarmPrimarySourceLost = on },
            "H" => flags with { FaultRecord = on },
            _ => null,
        };
        return after is null ? null : unit.State with { Flags = after };
    }

    private static UnitState? ClockTime(SimulatedUnit unit, string argument) =>
        argument.Length == 12 && DateTime.TryParseExact("20" + argument, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? unit.State with { ClockOffset = unit.State.ClockOffset + (time - unit.Now) }
            : null;

    private static TimeWindow? Window(string argument) =>
        argument.Length == 9
        && argument[4] == ','
        && TimeOnly.TryParseExact(argument.AsSpan(0, 4), "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly from)
        && TimeOnly.TryParseExact(argument.AsSpan(5), "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly until)
            ? new TimeWindow { From = from, Until = until }
            : null;

    // nnn,nnn
    private static (int First, int Second)? Pair(string argument) =>
        argument.Length == 7 && argument[3] == ',' && Digits(argument.AsSpan(0, 3), 3) is { } first && Digits(argument.AsSpan(4), 3) is { } second
            ? (first, second)
            : null;

    /// <summary>With the grid there, output priority 0 and charger priority 1 together charge from it [live]; without the grid nothing happens.</summary>
    private static UnitState FollowPriorities(UnitState state)
    {
        bool grid = state.Status.GridVoltage > 90;
        bool forced = state.Rated is { OutputSourcePriority: OutputSourcePriority.SolarUtilityBattery, ChargerSourcePriority: ChargerSourcePriority.SolarAndUtility };
        GeneralStatus status = state.Status;
        if (grid && forced)
        {
            status = status with
            {
                LineDirection = LineDirection.Input,
                DcAcDirection = DcAcDirection.AcToDc,
                BatteryDirection = BatteryDirection.Charge,
                BatteryChargeCurrent = Math.Max(status.BatteryChargeCurrent ?? 0, state.Rated.MaxAcChargeCurrent ?? 0),
            };
            return state with { Status = status, Mode = OperatingMode.Hybrid };
        }

        return status.LineDirection != LineDirection.Input ? state : state with
        {
            Mode = OperatingMode.Battery,
            Status = status with
            {
                LineDirection = LineDirection.Idle,
                DcAcDirection = DcAcDirection.DcToAc,
                BatteryDirection = BatteryDirection.Idle,
                BatteryChargeCurrent = 0,
            },
        };
    }
}
