using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>A reading, a fault or an identity that a unit starts with, so that each sickness of a parallel system can be made on purpose.</summary>
internal static class PlantedReading
{
    /// <summary>What can be planted, for people.</summary>
    public const string Known =
        "MainFirmware, Slave1Firmware, Mode, FaultCode, Warning (1 to 17), ParallelInstance, BatteryVoltage, BatteryChargeCurrent, BatteryDirection, OutputVoltage, OutputFrequency, OutputActivePower, OutputMode, ClockMinutes";

    /// <summary>A unit in which <paramref name="text"/>, such as <c>FaultCode:71</c> or <c>BatteryVoltage:55.4</c>, is so.</summary>
    /// <returns>No value when there is no such reading, or it cannot have this value.</returns>
    public static Func<UnitState, UnitState>? Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        string value = text[(colon + 1)..];
        return text[..colon].ToUpperInvariant() switch
        {
            "MAINFIRMWARE" when IsFirmware(value) => state => state with { Firmware = state.Firmware with { Main = value } },
            "SLAVE1FIRMWARE" when IsFirmware(value) => state => state with { Firmware = state.Firmware with { Slave1 = value } },
            "MODE" when Enum.TryParse(value, ignoreCase: true, out OperatingMode mode) => state => state with { Mode = mode },
            "FAULTCODE" when Whole(value, 99) is { } code => state => state with { Fault = state.Fault with { FaultCode = code } },
            "WARNING" when Whole(value, FaultStatus.KnownFlags) is > 0 and { } flag => state => state with { Fault = state.Fault with { Raised = state.Fault.Raised | (1u << (flag - 1)) } },
            "PARALLELINSTANCE" when Whole(value, 9) is { } instance => Status(status => status with { ParallelInstance = instance }),
            "BATTERYVOLTAGE" when Tenths(value, 99) is { } volts => Status(status => status with { BatteryVoltage = volts }),
            "BATTERYCHARGECURRENT" when Whole(value, 999) is { } amperes => Status(status => status with { BatteryChargeCurrent = amperes }),
            "BATTERYDIRECTION" when Enum.TryParse(value, ignoreCase: true, out BatteryDirection direction) => Status(status => status with { BatteryDirection = direction }),
            "OUTPUTVOLTAGE" when Tenths(value, 999) is { } volts => Status(status => status with { OutputVoltage = volts }),
            "OUTPUTFREQUENCY" when Tenths(value, 99) is { } hertz => Status(status => status with { OutputFrequency = hertz }),
            "OUTPUTACTIVEPOWER" when Whole(value, 9999) is { } watts => Status(status => status with { OutputActivePower = watts }),
            "OUTPUTMODE" when Enum.TryParse(value, ignoreCase: true, out OutputMode output) => state => state with { Rated = state.Rated with { OutputMode = output } },
            "CLOCKMINUTES" when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int minutes) => state => state with { ClockOffset = TimeSpan.FromMinutes(minutes) },
            _ => null,
        };
    }

    private static bool IsFirmware(string value) => value.Length == 5 && value.All(char.IsAsciiDigit);

    private static int? Whole(string text, int greatest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= greatest ? number : null;

    private static decimal? Tenths(string text, int greatest) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= greatest && number == Math.Round(number, 1) ? number : null;

    private static Func<UnitState, UnitState> Status(Func<GeneralStatus, GeneralStatus> change) => state => state with { Status = change(state.Status) };
}
