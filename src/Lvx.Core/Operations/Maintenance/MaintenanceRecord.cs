using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Lvx.Core.Files;
using Lvx.Core.Services;

namespace Lvx.Core.Operations;

/// <summary>What has to be remembered while services are stopped, whatever becomes of who stopped them: their state before, and what is run meanwhile.</summary>
/// <param name="Services">The services, in the order in which they are stopped.</param>
/// <param name="Command">The process that is run meanwhile; null for none.</param>
internal sealed record MaintenanceRecord(IReadOnlyList<StoppedService> Services, RunningProcess? Command)
{
    private const string Schema = "lvxps-maintenance/1";
    private const int MaxBytes = 64 * 1024;

    /// <returns>Null when there is none.</returns>
    /// <exception cref="LvxException">It cannot be read, or is none.</exception>
    public static MaintenanceRecord? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string text = BoundedFile.ReadTrustedText(path, MaxBytes);
        try
        {
            using var json = JsonDocument.Parse(text);
            JsonElement root = json.RootElement;
            return root.GetProperty("schema").GetString() == Schema
                ? new MaintenanceRecord(
                    [.. root.GetProperty("services").EnumerateArray().Select(service => new StoppedService(Name(service), service.GetProperty("wasActive").GetBoolean()))],
                    root.TryGetProperty("command", out JsonElement command) ? new RunningProcess(command.GetProperty("pid").GetInt32(), command.GetProperty("started").GetInt64()) : null)
                : throw new JsonException("another schema");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw LvxErrors.NotReadable(path, string.Create(CultureInfo.InvariantCulture, $"it should say which services an earlier maintenance stopped, and does not ({error.Message}); start them by hand and remove it."));
        }
    }

    private static string Name(JsonElement service) =>
        service.GetProperty("name").GetString() is { } name && ServiceName.IsSound(name) ? name : throw new JsonException("a service has no name that systemd has");

    /// <exception cref="LvxException">It cannot be written.</exception>
    public void Write(string path)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("services");
            foreach (StoppedService service in Services)
            {
                json.WriteStartObject();
                json.WriteString("name", service.Name);
                json.WriteBoolean("wasActive", service.WasActive);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (Command is not null)
            {
                json.WriteStartObject("command");
                json.WriteNumber("pid", Command.Pid);
                json.WriteNumber("started", Command.Started);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        WholeFile.Write(path, bytes.WrittenSpan, replace: true);
    }
}
