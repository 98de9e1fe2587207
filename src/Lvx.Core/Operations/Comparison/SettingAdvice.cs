using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>How a unit is brought to a value.</summary>
/// <param name="Cmdlet">The cmdlet line, or what to do on the LCD.</param>
/// <param name="Command">The line of the <c>lvx</c> command; null when PI18 can't do it.</param>
internal sealed record SettingAdvice(string Cmdlet, string? Command)
{
    // The one LCD program of the LVX6048 that has a source; the numbers of others differ between models.
    private const string ChargeCurrentProgram = ", Program 02";

    /// <summary>Brings <paramref name="side"/>'s unit from <paramref name="actual"/> to <paramref name="wanted"/>.</summary>
    public static SettingAdvice For(SettingDefinition setting, object wanted, object? actual, SettingsSide side)
    {
        string text = Text(setting, wanted);
        string program = setting.Name == nameof(LvxSettings.MaxChargeCurrent) ? ChargeCurrentProgram : "";
        string onLcd = $"On the LCD of {side.Name}{program}: {setting.Label} {text}";
        if (setting.WhyNotSettable(wanted) is { } reason)
        {
            return new($"{onLcd} ({reason.TrimEnd('.')}).", null);
        }

        if (setting.Amperes?.Invoke(side.Unit!.Answers)?.Amperes is { Count: > 0 } list && wanted is int ampere)
        {
            // Above the end of its own list a unit takes no setter, neither up to there nor back from there (seen live).
            int end = list.Max();
            if (ampere > end || actual is int now && now > end)
            {
                return new($"{onLcd} (above {end} A, the end of this unit's list, PI18 can neither raise nor lower it).", null);
            }

            if (!list.Contains(ampere))
            {
                return new($"{onLcd} (PI18 sets this unit to {string.Join(", ", list)} A only).", null);
            }
        }

        return Lines(setting, wanted, side);
    }

    private static SettingAdvice Lines(SettingDefinition setting, object wanted, SettingsSide side)
    {
        string value = Argument(wanted);
        bool isTotal = setting.Name == nameof(LvxSettings.MaxChargeCurrent);
        bool isCurrent = setting.Kind == SettingKind.Current;
        string cmdlet = isCurrent
            ? $"Set-LvxChargeCurrent -Ampere {value}{(isTotal ? "" : " -Source Utility")}"
            : $"Set-LvxSettings -{setting.Name} {(wanted is bool on ? (on ? "$true" : "$false") : value)}";
        string command = isCurrent
            ? $"lvx set-charge-current {value}{(isTotal ? "" : " --utility")}"
            : $"lvx set --{setting.Key.Replace('_', '-')} {value}";
        if (side.Unit!.IsLive)
        {
            cmdlet += $" -Device {CommandText.ForPowerShell(side.Unit.Device)}";
            command += $" --device {CommandText.ForShell(side.Unit.Device)}";
        }

        // Node numbers swap: with the serial number beside it, the line can only ever reach the unit that is meant. What a device says is data, so nothing but digits goes in.
        if (side.Unit.SerialNumber is { } serial && CommandText.IsSerial(serial))
        {
            cmdlet += $" -SerialNumber {serial}";
            command += $" --serial {serial}";
        }

        return new(cmdlet, command);
    }

    private static string Argument(object value) => value switch
    {
        bool on => on ? "on" : "off",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Text(SettingDefinition setting, object value) => setting.Unit is null ? Argument(value) : $"{Argument(value)} {setting.Unit}";
}
