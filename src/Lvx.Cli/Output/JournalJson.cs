using System.Text.Json;
using Lvx.Core.Journal;

namespace Lvx.Cli.Output;

/// <summary>The journal as JSON: always an array; a damaged record with its line and what is wrong.</summary>
internal static class JournalJson
{
    public static string Write(IReadOnlyList<JournalRecord> records) => JsonValues.Array(records, Write);

    private static void Write(Utf8JsonWriter json, JournalRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("line", record.Line);
        if (record.Entry is not { } entry)
        {
            json.WriteString("damage", record.Damage);
            json.WriteEndObject();
            return;
        }

        json.WriteString("time", entry.Time);
        json.WriteString("run", entry.Run);
        json.WriteNumber("step", entry.Step);
        json.WriteString("event", entry.Event.ToString());
        json.WriteString("user", entry.User);
        json.WriteString("device", entry.Device);
        json.WriteString("serialNumber", entry.SerialNumber);
        json.WriteString("firmware", entry.Firmware);
        json.WriteStartArray("changes");
        foreach (JournalChange change in entry.Changes)
        {
            json.WriteStartObject();
            json.WriteString("setting", change.Setting);
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("frame", entry.Frame);
        json.WriteString("outcome", entry.Outcome);
        json.WriteString("text", entry.Text);
        json.WriteString("undoes", entry.Undoes);
        json.WriteEndObject();
    }
}
