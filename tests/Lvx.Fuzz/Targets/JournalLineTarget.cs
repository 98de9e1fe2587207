using System.Security.Cryptography;
using System.Text;
using Lvx.Core.Journal;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>Lines of the journal: nothing without its sum is believed, and what is believed says the same when it is written again.</summary>
internal sealed class JournalLineTarget : ITarget
{
    private static readonly string[] Texts =
        ["", "BulkVoltage", "54.0 V", "MCHGV564,540", "Applied", "AlreadySet", "Timeout", "é \u001b[31m \u2028", "\ud800", "\"\\,\"sum\":\"", "lvx set --bulk-voltage 56.4", new('x', 300)];

    private static readonly string[] Values = ["null", "1", "-1", "1e999", "true", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "[[[[[[[[[[[[]]]]]]]]]]]]", "\"begun\"", "99999999999", "\"2026-13-01\"", "[null]", "[{}]"];

    public string Name => "journal-lines";

    public int Share => 90;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(2), 4 << 20);

    /// <summary>A sound line, without its end.</summary>
    public static byte[] Line(Dice dice)
    {
        int step = dice.Below(4);
        byte[] line = JournalLine.Format(new JournalEntry
        {
            Time = new DateTime(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc).AddTicks((long)(dice.Next() >> 20)),
            Run = "20260426T120000Z-" + dice.Below(3),
            Step = step,
            Event = (JournalEvent)(step == 0 ? dice.Of([0, 6]) : dice.Between(1, 5)),
            User = dice.Of(Texts),
            Device = dice.OneIn(3) ? null : "/dev/hidraw0",
            SerialNumber = dice.OneIn(3) ? null : "9613220610000" + dice.Below(3),
            Firmware = dice.OneIn(3) ? null : "06306",
            Changes = [.. Enumerable.Range(0, dice.Below(3)).Select(_ => new JournalChange(dice.Of(Texts), dice.Of(Texts), dice.OneIn(2) ? null : dice.Of(Texts)))],
            Frame = dice.OneIn(2) ? null : dice.Of(Texts),
            Outcome = dice.OneIn(2) ? null : dice.Of(Texts),
            Text = dice.OneIn(2) ? null : dice.Of(Texts),
            Undoes = dice.OneIn(4) ? "20260426T120000Z-" + dice.Below(3) : null,
        });
        return line[..^1];
    }

    public byte[] Make(Dice dice)
    {
        byte[] line = Line(dice);
        return dice.Below(8) switch
        {
            0 => line,
            1 or 2 or 3 => ByteMutation.Mutate(line, dice),
            4 => Summed(Revalued(Encoding.UTF8.GetString(line[..^SumLength]), dice)),
            _ => Summed(ByteMutation.Mutate(line[..^SumLength], dice)),
        };
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        bool isBelieved = JournalLine.TryParse(input, out JournalEntry? entry, out string? damage);
        if (!isBelieved)
        {
            return entry is not null || string.IsNullOrEmpty(damage) ? Verdict.Wrong("neither an entry nor what is wrong")
                : damage.Any(char.IsControl) ? Verdict.Wrong($"an error that steers a terminal: {damage}")
                : Verdict.Refused(HasSum(input) ? "its sum fits, and it is no record" : "its sum does not fit");
        }

        if (!HasSum(input))
        {
            return Verdict.Wrong("it believes a line without its sum");
        }

        byte[] again = JournalLine.Format(entry!)[..^1];
        return JournalLine.TryParse(again, out JournalEntry? same, out _) && same.ToString() == entry!.ToString() && same.Changes.SequenceEqual(entry.Changes)
            ? Verdict.Accepted
            : Verdict.Wrong("another entry when it is read again");
    }

    /// <summary>Whether the line ends with the sum of what stands before it, worked out a second time.</summary>
    public static bool HasSum(ReadOnlySpan<byte> line) => line.Length >= SumLength && line.SequenceEqual(Summed(line[..^SumLength].ToArray()));

    private static int SumLength => ",\"sum\":\"0123456789abcdef\"}".Length;

    private static byte[] Summed(byte[] before)
    {
        string sum = string.Concat(SHA256.HashData(before).Take(8).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return [.. before, .. Encoding.ASCII.GetBytes(",\"sum\":\"" + sum + "\"}")];
    }

    private static byte[] Revalued(string before, Dice dice)
    {
        string[] parts = before.Split(",\"");
        int part = dice.Below(parts.Length);
        int colon = parts[part].IndexOf(':', StringComparison.Ordinal);
        parts[part] = colon < 0 ? parts[part] : parts[part][..(colon + 1)] + dice.Of(Values);
        return Encoding.UTF8.GetBytes(string.Join(",\"", parts));
    }
}
