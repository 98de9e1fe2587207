using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lvx.Cli.Output;

/// <summary>JSON of values whose type is known at run time only: numbers stay numbers, no value is null.</summary>
internal static class JsonValues
{
    /// <summary>An array, indented unless told otherwise, of whatever <paramref name="write"/> writes of each item.</summary>
    public static string Array<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, bool indented = true)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartArray();
            foreach (T item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
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
            case IEnumerable<int> list:
                json.WriteStartArray();
                foreach (int item in list)
                {
                    json.WriteNumberValue(item);
                }

                json.WriteEndArray();
                break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (string item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
