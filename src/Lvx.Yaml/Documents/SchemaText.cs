using System.Globalization;
using Lvx.Core.Recording;

namespace Lvx.Yaml.Documents;

/// <summary>The line that says what kind of file this is, and of which version.</summary>
internal static class SchemaText
{
    private const string Key = "schema";

    private static readonly (string Family, string What)[] Families = [("lvxps-baseline/", "a baseline"), ("lvxps-profile/", "a profile"), ("lvxps-site/", "a site file")];

    /// <summary>Whether <paramref name="map"/> is of this schema; what else it is becomes a problem.</summary>
    /// <param name="map">The root.</param>
    /// <param name="family">The schema, up to the version.</param>
    /// <param name="schema">The schema with the version that is known.</param>
    /// <param name="what">What it is in words.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool Check(MapNode map, string family, string schema, string what, Problems problems)
    {
        if (map.Find(Key) is not { } entry)
        {
            problems.Add(map, $"this is not {what}: it has no line `schema: {schema}`.");
            return false;
        }

        string text = (entry.Value as TextNode)?.Text ?? "";
        if (text == schema)
        {
            return true;
        }

        (string other, string otherWhat) = Families.FirstOrDefault(other => other.Family != family && text.StartsWith(other.Family, StringComparison.Ordinal));
        problems.Add(
            entry.Value,
            other is not null ? $"this is {otherWhat}, not {what}."
            : IsLater(text, family, schema) ? $"this file is {text}, made by a later version of LvxPS; this version reads {schema}."
            : $"this is not {what}: its schema is {(text.Length == 0 ? "no word" : FrameText.Escape(text.Length > 64 ? text[..64] + "..." : text))}, not {schema}.");
        return false;
    }

    private static bool IsLater(string text, string family, string schema) =>
        text.StartsWith(family, StringComparison.Ordinal)
        && int.TryParse(text[family.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
        && version > int.Parse(schema[family.Length..], CultureInfo.InvariantCulture);
}
