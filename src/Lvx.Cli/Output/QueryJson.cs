using System.Text.Json;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Answers as JSON: always an array; each with device, command, the raw answer, and its fields under the names of the protocol.</summary>
internal static class QueryJson
{
    public static string Write(IReadOnlyList<LvxQueryResult> results) => JsonValues.Array(results, Write);

    private static void Write(Utf8JsonWriter json, LvxQueryResult result)
    {
        json.WriteStartObject();
        json.WriteString("device", result.Device);
        json.WriteString("name", result.Name);
        json.WriteString("serialNumber", result.SerialNumber);
        json.WriteString("command", result.Command);
        json.WriteString("timestamp", result.Timestamp);
        json.WriteString("raw", result.Raw);
        json.WriteStartObject("fields");
        foreach ((string name, object? value) in result.Fields)
        {
            JsonValues.Write(json, name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
