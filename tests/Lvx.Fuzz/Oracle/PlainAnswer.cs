using System.Globalization;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Oracle;

/// <summary>
/// What an answer says, worked out a second time from the documents' list of fields, by cutting text at commas. A field is written as its name, a letter for how it is meant, and
/// its width: <c>gridVoltage:t4</c>.
/// </summary>
internal sealed class PlainAnswer
{
    private static readonly char[] Letters = ['t', 'w', 'p', 'l', 'i', 'c', 'b', 'x', 'T', 'H', 'E', 'L', 'S'];

    private readonly (string Name, PlainKind Kind, int Width)[] fields;
    private readonly int least;
    private readonly int most;
    private readonly (int Min, int Max)[] widths;
    private readonly string? repeated;

    private PlainAnswer(string command, int least, int most, string widths, string fields, string? repeated = null)
    {
        Command = command;
        this.least = least;
        this.most = most;
        this.repeated = repeated;
        this.widths = [.. widths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(width => width.Split('-')).Select(ends => (Number(ends[0]), Number(ends[^1])))];
        this.fields = [.. fields.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split(':')).Select(parts =>
            (parts[0], (PlainKind)Array.IndexOf(Letters, parts[1][0]), Number(parts[1][1..])))];
    }

    /// <summary>The question.</summary>
    public string Command { get; }

    /// <summary>The answers to all questions; those that take a date or a number with one of them.</summary>
    public static IReadOnlyList<PlainAnswer> All { get; } =
    [
        new("PI", 1, 1, "2", "protocolId:x2"),
        new("GMN", 1, 1, "2", "model:x2"),
        new("ID", 1, 1, "22", "serialNumber:L22"),
        new("VFW", 3, 8, "5 5 5", "mainFirmware:x5 slave1Firmware:x5 slave2Firmware:x5"),
        new("T", 1, 1, "14", "time:T14"),
        new("ET", 1, 1, "6-10", "energy:E8"),
        new("EY2026", 1, 1, "6-10", "energy:E8"),
        new("EM202604", 1, 1, "6-10", "energy:E8"),
        new("ED20260426", 1, 1, "6-10", "energy:E8"),
        new("MOD", 1, 1, "2", "mode:c2"),
        new(
            "PIRI",
            25,
            32,
            "4 3 4 3 3 4-5",
            """
            ratedInputVoltage:t4 ratedInputCurrent:t3 ratedOutputVoltage:t4 ratedOutputFrequency:t3 ratedOutputCurrent:t3 ratedApparentPower:w4 ratedActivePower:w4
            ratedBatteryVoltage:t3 reChargeVoltage:t3 reDischargeVoltage:t3 cutOffVoltage:t3 bulkVoltage:t3 floatVoltage:t3 batteryType:c1 maxAcChargeCurrent:w3 maxChargeCurrent:w3
            inputVoltageRange:c1 outputSourcePriority:c1 chargerSourcePriority:c1 parallelMaximum:w1 machineType:c1 topology:c1 outputMode:c1 solarPowerPriority:c1 mpptStrings:w1
            regulation:w2
            """),
        new(
            "GS",
            28,
            40,
            "4 3 4 3 4-5 4-5 3",
            """
            gridVoltage:t4 gridFrequency:t3 outputVoltage:t4 outputFrequency:t3 outputApparentPower:w4 outputActivePower:w4 loadPercent:l3 batteryVoltage:t3 batteryVoltageScc1:t3
            batteryVoltageScc2:t3 batteryDischargeCurrent:w3 batteryChargeCurrent:w3 batteryCapacity:p3 heatSinkTemperature:i3 mppt1Temperature:i3 mppt2Temperature:i3 pv1Power:w4
            pv2Power:w4 pv1Voltage:t4 pv2Voltage:t4 settingsChanged:b1 mppt1Status:c1 mppt2Status:c1 loadConnected:b1 batteryDirection:c1 dcAcDirection:c1 lineDirection:c1
            parallelInstance:w1
            """),
        new(
            "FWS",
            17,
            26,
            "2 1 1 1",
            """
            faultCode:w2 lineFail:b1 outputShort:b1 inverterOverTemperature:b1 fanLock:b1 batteryHigh:b1 batteryLow:b1 batteryUnder:b1 overload:b1 eepromFail:b1 powerLimit:b1 pv1High:b1
            pv2High:b1 mppt1Overload:b1 mppt2Overload:b1 batteryTooLowForScc1:b1 batteryTooLowForScc2:b1 batteryOpen:b1
            """,
            "warning"),
        new(
            "FLAG",
            9,
            12,
            "1 1 1",
            "buzzer:b1 overloadBypass:b1 lcdReturn:b1 overloadRestart:b1 overTemperatureRestart:b1 backlight:b1 alarmPrimarySourceLost:b1 faultRecord:b1 reserved:w1"),
        new(
            "DI",
            24,
            30,
            "4 3 1 3",
            """
            outputVoltage:t4 outputFrequency:t3 inputVoltageRange:c1 cutOffVoltage:t3 floatVoltage:t3 bulkVoltage:t3 reChargeVoltage:t3 reDischargeVoltage:t3 maxChargeCurrent:w3
            maxAcChargeCurrent:w2 batteryType:c1 outputSourcePriority:c1 chargerSourcePriority:c1 solarPowerPriority:c1 machineType:c1 outputMode:c1 buzzer:b1 overloadRestart:b1
            overTemperatureRestart:b1 backlight:b1 alarmPrimarySourceLost:b1 faultRecord:b1 overloadBypass:b1 lcdReturn:b1
            """),
        new("MCHGCR", 1, 40, "3", "", "amperes"),
        new("MUCHGCR", 1, 40, "3", "", "amperes"),
        new("ACCT", 2, 2, "4 4", "from:H4 until:H4"),
        new("ACLT", 2, 2, "4 4", "from:H4 until:H4"),
        new("PRI1", 7, 8, "1 2 20 1", "exists:w1 validLength:w2 serialNumber:S20 chargerSourcePriority:c1 maxChargeCurrent:w3 maxAcChargeCurrent:w3 outputMode:c1"),
        new(
            "PGS1",
            29,
            40,
            "1 1-2 2 4 3",
            """
            exists:w1 mode:c1 fault:w2 gridVoltage:t4 gridFrequency:t3 outputVoltage:t4 outputFrequency:t3 outputApparentPower:w4 outputActivePower:w4 totalApparentPower:w5
            totalActivePower:w5 loadPercent:l3 totalLoadPercent:l3 batteryVoltage:t3 batteryDischargeCurrent:w3 batteryChargeCurrent:w3 totalChargeCurrent:w3 batteryCapacity:p3
            pv1Power:w4 pv2Power:w4 pv1Voltage:t4 pv2Voltage:t4 mppt1Status:c1 mppt2Status:c1 loadConnected:b1 batteryDirection:c1 dcAcDirection:c1 lineDirection:c1 maxTemperature:i3
            """),
    ];

    /// <summary>Whether a text has the form of this answer.</summary>
    public bool Fits(string body)
    {
        string[] parts = body.Split(',');
        bool isList = repeated == "amperes";
        for (int i = 0; i < parts.Length; i++)
        {
            if (i >= widths.Length && !isList)
            {
                break;
            }

            (int min, int max) = widths[isList ? 0 : i];
            bool mayBeEmpty = widths.Length > 1 && parts[i].Length == 0;
            if (!mayBeEmpty && (parts[i].Length < min || parts[i].Length > max))
            {
                return false;
            }
        }

        return parts.Length >= least && parts.Length <= most;
    }

    /// <summary>What a text of this form says, by the names of its fields; null is no value.</summary>
    public List<(string Name, string? Value)> Read(string body)
    {
        string[] parts = body.Split(',');
        var read = new List<(string Name, string? Value)>();
        if (repeated == "amperes")
        {
            read.Add((repeated, string.Join(' ', parts.Select(Digits).Where(digits => digits is not null))));
            return read;
        }

        for (int i = 0; i < Math.Max(parts.Length, fields.Length); i++)
        {
            string? part = i < parts.Length ? parts[i] : null;
            if (i < fields.Length)
            {
                read.Add((fields[i].Name, part is null ? null : Value(fields[i].Kind, part, i > 0 && i <= parts.Length ? parts[i - 1] : "")));
            }
            else
            {
                read.Add(repeated is null ? ($"extra{i - fields.Length + 1}", part) : ($"{repeated}{i}", Value(PlainKind.Bit, part!, "")));
            }
        }

        // Of flags, only those that were sent are told.
        return repeated is null ? read : [.. read.Take(parts.Length)];
    }

    /// <summary>A text as a unit could say it: every field of its width, some at the ends of their range, some of codes that nobody knows.</summary>
    public string Make(Dice dice)
    {
        if (repeated == "amperes")
        {
            return string.Join(',', Enumerable.Range(0, dice.Between(1, 14)).Select(_ => dice.Digits(3)));
        }

        var parts = new List<string>(fields.Select(field => Plausible(field.Kind, field.Width, dice)));
        int more = repeated is not null || dice.OneIn(4) ? Math.Min(most - parts.Count, dice.Below(4)) : 0;
        parts.AddRange(Enumerable.Range(0, more).Select(_ => repeated is null ? dice.Digits(dice.Between(1, 3)) : dice.Digits(1)));
        return string.Join(',', parts);
    }

    private static string Plausible(PlainKind kind, int width, Dice dice) => kind switch
    {
        PlainKind.Bit => dice.Below(8) == 0 ? dice.Digits(1) : dice.Of("01").ToString(),
        PlainKind.Percent => dice.Between(0, 110).ToString("D3", CultureInfo.InvariantCulture),
        PlainKind.Signed when dice.OneIn(6) => "-" + dice.Digits(width - 1),
        PlainKind.Clock => new DateTime(2000, 1, 1).AddSeconds(dice.Next() % 3_000_000_000).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
        PlainKind.TimeOfDay => string.Create(CultureInfo.InvariantCulture, $"{dice.Below(25):D2}{dice.Below(61):D2}"),
        PlainKind.LongSerial => dice.Between(0, 21).ToString("D2", CultureInfo.InvariantCulture) + dice.Digits(20),
        _ when dice.OneIn(12) => new string(dice.Of("09"), width),
        _ => dice.Digits(width),
    };

    private static string? Value(PlainKind kind, string part, string before) => kind switch
    {
        PlainKind.Tenths => Digits(part) is { } digits ? Tenths(digits) : null,
        PlainKind.Whole or PlainKind.Code => Digits(part),
        PlainKind.Percent => AtMost(part, 100),
        PlainKind.Load => AtMost(part, 999),
        PlainKind.Signed => part.StartsWith('-') ? (Digits(part[1..]) is { } below ? (below == "0" ? "0" : "-" + below) : null) : Digits(part),
        PlainKind.Bit => Digits(part) switch { "1" => "on", "0" => "off", _ => null },
        PlainKind.Text => part.Length == 0 ? null : part,
        PlainKind.Clock => IsDate(part) ? part : null,
        PlainKind.TimeOfDay => Digits(part) is { } time && int.Parse(time, CultureInfo.InvariantCulture) is var hhmm && hhmm / 100 < 24 && hhmm % 100 < 60 ? hhmm.ToString("D4", CultureInfo.InvariantCulture) : null,
        PlainKind.Energy => part.Length > 0 && part.All(IsDigit) ? Stripped(part) : null,
        PlainKind.LongSerial => part.Length >= 2 && Digits(part[..2]) is { } length && Number(length) is >= 1 and <= 20 and var count ? part.Substring(2, count) : part,
        PlainKind.Serial => Digits(before) is { } valid && Number(valid) is var wanted && wanted > 0 && wanted <= part.Length && part.All(IsDigit) ? part[..wanted] : null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>One to nine digits, and nothing beside them, without zeros in front.</summary>
    private static string? Digits(string part) => part.Length is > 0 and <= 9 && part.All(IsDigit) ? Stripped(part) : null;

    private static string Stripped(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    private static string? AtMost(string part, int greatest) => Digits(part) is { } digits && Number(digits) <= greatest ? digits : null;

    private static string Tenths(string digits) => (digits.Length == 1 ? "0" : digits[..^1]) + "." + digits[^1];

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsDate(string part)
    {
        if (part.Length != 14 || !part.All(IsDigit))
        {
            return false;
        }

        int year = Number(part[..4]), month = Number(part[4..6]), day = Number(part[6..8]);
        int[] days = [31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= days[month - 1] && Number(part[8..10]) < 24 && Number(part[10..12]) < 60 && Number(part[12..14]) < 60;
    }
}
