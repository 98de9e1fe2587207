using System.Globalization;
using System.Text.Json;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>A field as it would stand in JSON: 50.0 and 50 differ, and so do "18" and 18.</summary>
internal static class FieldText
{
    public static string Of(Field field) => $"{field.Name}: {Of(field.Value)}";

    public static string Of(JsonProperty field) => $"{field.Name}: {field.Value.GetRawText()}";

    private static string Of(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        Enum code => Convert.ToInt32(code, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        DateTime time => Quoted(time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        TimeOnly time => Quoted(time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        string text => Quoted(text),
        IEnumerable<int> list => $"[{string.Join(", ", list)}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Quoted(string text) => $"\"{text}\"";
}
