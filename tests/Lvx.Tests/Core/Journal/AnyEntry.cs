using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

/// <summary>Entries with whatever text an environment or a device can put into them. One seed always gives the same ones.</summary>
internal static class AnyEntry
{
    private static readonly string[] Hostile =
    [
        "", "\n", "\r\n", "\0", "\u001b[2J", "\u007f\u0085\u2028\u202e", "\"", "\\", "\",\"sum\":\"0000000000000000\"}", "}\n{\"time\":", "null", "\ufeff", "<script>'&+", "é", "日本", "🔋",
        "MCHGV564,540", "54.0 V", "sim:pair", "^1\u000b\u00c2\r", "/dev/hidraw0",
    ];

    public static JournalEntry Of(int seed)
    {
        var random = new Random(seed);
        var happened = (JournalEvent)random.Next(7);
        return new JournalEntry
        {
            Time = new DateTime(random.NextInt64(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc),
            Run = "r" + Text(random),
            Step = happened is JournalEvent.Begun or JournalEvent.Ended ? 0 : random.Next(1, int.MaxValue),
            Event = happened,
            User = Text(random),
            Device = OrNone(random),
            SerialNumber = OrNone(random),
            Firmware = OrNone(random),
            Changes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new JournalChange(Text(random), OrNone(random), OrNone(random)))],
            Frame = OrNone(random),
            Outcome = OrNone(random),
            Text = OrNone(random),
            Undoes = OrNone(random),
        };
    }

    /// <summary>All that it says; entries are the same when this is.</summary>
    public static string Said(JournalEntry entry) =>
        (entry with { Changes = [] }) + entry.Time.Ticks.ToString("D", null) + entry.Time.Kind + string.Join('|', entry.Changes.Select(change => change.ToString()))
        + string.Join(',', new[] { entry.Device, entry.SerialNumber, entry.Firmware, entry.Frame, entry.Outcome, entry.Text, entry.Undoes }.Select(text => text is null))
        + string.Join(',', entry.Changes.Select(change => (change.From is null, change.To is null)));

    private static string? OrNone(Random random) => random.Next(3) == 0 ? null : Text(random);

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4) == 0
        ? AnyChar(random).ToString()
        : Hostile[random.Next(Hostile.Length)]));

    private static char AnyChar(Random random)
    {
        char c = (char)random.Next(0x10000);
        return char.IsSurrogate(c) ? '\ufffd' : c;
    }
}
