using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Cli.Output;

/// <summary>Values as people read them: no value is <c>--</c>, never 0; device text is escaped, never obeyed.</summary>
internal static class Shown
{
    public const string NoValue = "--";

    public static string Value(object? value) => value switch
    {
        null => NoValue,
        string text => text.Length == 0 ? NoValue : FrameText.Escape(text),
        bool yes => yes ? "yes" : "no",
        DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        FaultInfo fault => fault.ToString(),
        IEnumerable<string> words => string.Join(", ", words) is { Length: > 0 } joined ? FrameText.Escape(joined) : "none",
        IEnumerable<int> numbers => string.Join(", ", numbers),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => FrameText.Escape(value.ToString() ?? NoValue),
    };

    /// <summary>A setting's name with its unit, as the head of a row.</summary>
    public static string Label(SettingDefinition setting) =>
        $"{char.ToUpperInvariant(setting.Label[0])}{setting.Label[1..]}{(setting.Unit is null ? "" : " " + setting.Unit)}";

    /// <summary>A setting's value: a switch is on or off.</summary>
    public static string Setting(object? value) => value is bool on ? (on ? "on" : "off") : Value(value);

    public static string Value(object? value, string? unit) => value is null || string.IsNullOrEmpty(unit) ? Value(value) : $"{Value(value)} {unit}";
}
