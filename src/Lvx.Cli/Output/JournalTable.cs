using System.Globalization;
using Lvx.Core.Journal;

namespace Lvx.Cli.Output;

/// <summary>The journal, a line for each record.</summary>
internal static class JournalTable
{
    public static void Write(TextWriter output, IReadOnlyList<JournalRecord> records)
    {
        foreach (JournalRecord record in records)
        {
            output.WriteLine(record.Entry is { } entry ? Line(entry) : FormattableString.Invariant($"line {record.Line} is damaged: {Shown.Value(record.Damage)}"));
        }
    }

    private static string Line(JournalEntry entry)
    {
        string changes = string.Join(", ", entry.Changes.Select(change => $"{change.Setting} {change.From} -> {change.To}"));
        string[] parts =
        [
            entry.Time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), entry.Event.ToString().PadRight(8), entry.SerialNumber ?? "", entry.Frame ?? "", changes, entry.Outcome ?? "", entry.Text ?? "",
            entry.Event == JournalEvent.Begun ? $"by {entry.User}" : "",
        ];
        return string.Join("  ", parts.Where(part => part.Length > 0).Select(part => Shown.Value(part))).TrimEnd();
    }
}
