using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lvx.Core.Journal;

/// <summary>
/// A record as a line: one JSON object in ASCII, its fields in a fixed order, the last of them the sum: the first 16 hex digits of SHA-256 over all bytes of the line that
/// stand before <c>,"sum"</c>. So a line says by itself whether it is whole.
/// </summary>
internal static class JournalLine
{
    /// <summary>The longest line, in bytes, with its end.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int SumDigits = 16;

    // Everything but plain ASCII is escaped: what a device or an environment says can neither break a line nor play tricks on a terminal.
    private static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The line of an entry, with its end. Half a surrogate pair, which is no text, becomes U+FFFD.</summary>
    public static byte[] Format(JournalEntry entry)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Ascii))
        {
            json.WriteStartObject();
            json.WriteString("time", Utc(entry.Time).ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("run", entry.Run);
            json.WriteNumber("step", entry.Step);
            json.WriteString("event", JournalFields.NameOf(entry.Event));
            json.WriteString("user", entry.User);
            json.WriteString("device", entry.Device);
            json.WriteString("serial", entry.SerialNumber);
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
        }

        byte[] end = [.. End(line.WrittenSpan), (byte)'\n'];
        line.Write(end);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes, without its end.</param>
    /// <param name="entry">What it says.</param>
    /// <param name="damage">What is wrong with it, in a sentence.</param>
    public static bool TryParse(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out JournalEntry? entry, [NotNullWhen(false)] out string? damage)
    {
        entry = null;
        int before = line.Length - End([]).Length;
        if (before < 0 || !line.Span[before..].SequenceEqual(End(line.Span[..before])))
        {
            damage = "it was cut off or changed: it does not end with the sum of what it says.";
            return false;
        }

        // From here on it says what was written; it may still have been written by something else, or by another version.
        try
        {
            using JsonDocument json = JsonDocument.Parse(line, Strict);
            damage = JournalFields.Read(json.RootElement, out entry);
            return entry is not null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            damage = "it is no JSON.";
            return false;
        }
    }

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    /// <summary>What a line ends with that says <paramref name="before"/>.</summary>
    private static byte[] End(ReadOnlySpan<byte> before) =>
        Encoding.ASCII.GetBytes($",\"sum\":\"{Convert.ToHexStringLower(SHA256.HashData(before))[..SumDigits]}\"}}");
}
