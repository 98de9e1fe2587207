using System.Globalization;
using System.Text.Json;
using Lvx.Core.Recording;

namespace Lvx.Core.Journal;

/// <summary>The fields of a record, read from its JSON. Fields that this version does not know are passed over; none that it knows may be missing.</summary>
internal sealed class JournalFields
{
    private static readonly string[] Events = ["begun", "intent", "sent", "answered", "verified", "resolved", "ended"];

    private readonly JsonElement root;
    private string? wrong;

    private JournalFields(JsonElement root) => this.root = root;

    /// <summary>An event as it stands in the file.</summary>
    public static string NameOf(JournalEvent happened) => Events[(int)happened];

    /// <summary>Reads a record.</summary>
    /// <param name="root">The line's JSON.</param>
    /// <param name="entry">What it says; null when something is wrong with it.</param>
    /// <returns>What is wrong with it, in a sentence; null when nothing is.</returns>
    public static string? Read(JsonElement root, out JournalEntry? entry)
    {
        entry = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "it is no record.";
        }

        var fields = new JournalFields(root);
        JournalEntry found = fields.Read(out string name, out int happened);
        if (fields.wrong is { } wrong)
        {
            return $"its field '{wrong}' is missing, or is not what it should be.";
        }

        if (happened < 0)
        {
            return $"it was written by a later version: this one does not know the event '{FrameText.Escape(name)}'.";
        }

        entry = found;
        return null;
    }

    private JournalEntry Read(out string name, out int happened)
    {
        name = Known(root, "event");
        happened = Array.IndexOf(Events, name);
        return new JournalEntry
        {
            Time = Time(),
            Run = Known(root, "run"),
            Step = Step(),
            Event = (JournalEvent)happened,
            User = Known(root, "user"),
            Device = Text(root, "device"),
            SerialNumber = Text(root, "serial"),
            Firmware = Text(root, "firmware"),
            Changes = Changes(),
            Frame = Text(root, "frame"),
            Outcome = Text(root, "outcome"),
            Text = Text(root, "text"),
            Undoes = Text(root, "undoes"),
        };
    }

    private string Known(JsonElement parent, string name) => Text(parent, name) ?? Wrong(name, "");

    private string? Text(JsonElement parent, string name) => !parent.TryGetProperty(name, out JsonElement value) ? Wrong<string?>(name, null) : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => Wrong<string?>(name, null),
    };

    private DateTime Time() =>
        DateTime.TryParseExact(Known(root, "time"), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) && time.Kind == DateTimeKind.Utc
            ? time
            : Wrong("time", DateTime.MinValue);

    private int Step() =>
        root.TryGetProperty("step", out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int step) && step >= 0
            ? step
            : Wrong("step", 0);

    private List<JournalChange> Changes()
    {
        var changes = new List<JournalChange>();
        if (!root.TryGetProperty("changes", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return Wrong("changes", changes);
        }

        foreach (JsonElement change in list.EnumerateArray())
        {
            changes.Add(change.ValueKind == JsonValueKind.Object
                ? new JournalChange(Known(change, "setting"), Text(change, "from"), Text(change, "to"))
                : Wrong("changes", new JournalChange("", null, null)));
        }

        return changes;
    }

    /// <summary>Notes the first thing that is wrong.</summary>
    private T Wrong<T>(string name, T instead)
    {
        wrong ??= name;
        return instead;
    }
}
