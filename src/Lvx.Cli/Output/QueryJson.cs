using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Answers as JSON: always an array; each with device, command, the raw answer, and its fields under the names of the protocol.</summary>
internal static class QueryJson
{
    public static string Write(IReadOnlyList<LvxQueryResult> results)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartArray();
            foreach (LvxQueryResult result in results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

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
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case DateTime time:
                json.WriteStringValue(time);
                break;
            case int[] list:
                json.WriteStartArray();
                foreach (int item in list)
                {
                    json.WriteNumberValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
