using System.Text.Json;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Comparisons as JSON: always an array, each with its settings.</summary>
internal static class CompareJson
{
    public static string Write(IReadOnlyList<SettingsComparison> comparisons, bool differencesOnly) =>
        JsonValues.Array(comparisons, (json, comparison) => Write(json, comparison, differencesOnly));

    private static void Write(Utf8JsonWriter json, SettingsComparison comparison, bool differencesOnly)
    {
        json.WriteStartObject();
        json.WriteString("referenceName", comparison.ReferenceName);
        json.WriteString("differenceName", comparison.DifferenceName);
        json.WriteBoolean("match", comparison.Match);
        json.WriteNumber("matching", comparison.Matching);
        json.WriteNumber("compared", comparison.Settings.Count);
        json.WriteStartArray("settings");
        foreach (LvxSettingComparison setting in comparison.Settings.Where(setting => !differencesOnly || !setting.Match))
        {
            json.WriteStartObject();
            json.WriteString("setting", JsonNamingPolicy.CamelCase.ConvertName(setting.Setting));
            json.WriteString("unit", setting.Unit);
            JsonValues.Write(json, "referenceValue", setting.ReferenceValue);
            JsonValues.Write(json, "differenceValue", setting.DifferenceValue);
            json.WriteBoolean("match", setting.Match);
            json.WriteString("risk", setting.Risk);
            json.WriteString("howToSet", setting.HowToSet);
            json.WriteString("command", setting.Command);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
