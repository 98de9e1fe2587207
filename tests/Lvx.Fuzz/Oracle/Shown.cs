using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Fuzz.Oracle;

/// <summary>Decoded values as plain text, to be held against what the text of the answer says.</summary>
internal static class Shown
{
    /// <summary>What differs between a decoded answer and what its text says; null when nothing does.</summary>
    public static string? Difference(Answer answer, List<(string Name, string? Value)> plain)
    {
        IReadOnlyList<Field> fields = answer.Fields;
        if (fields.Count != plain.Count)
        {
            return $"{fields.Count} fields instead of {plain.Count}";
        }

        for (int i = 0; i < plain.Count; i++)
        {
            string? value = Text(fields[i].Value);
            if (fields[i].Name != plain[i].Name || value != plain[i].Value)
            {
                return $"{fields[i].Name} {value ?? "(no value)"} instead of {plain[i].Name} {plain[i].Value ?? "(no value)"}";
            }
        }

        return null;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool bit => bit ? "on" : "off",
        Enum code => ((IConvertible)code).ToInt32(CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HHmm", CultureInfo.InvariantCulture),
        IReadOnlyList<int> list => string.Join(' ', list.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
