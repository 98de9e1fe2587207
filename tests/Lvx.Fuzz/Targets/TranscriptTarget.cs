using System.Globalization;
using System.Text;
using Lvx.Core.Recording;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>Lines of transcripts: five columns with a time, a sign and bytes in hex, or nothing.</summary>
internal sealed class TranscriptTarget : ITarget
{
    public string Name => "transcript-lines";

    public int Share => 50;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(2), 4 << 20);

    public byte[] Make(Dice dice)
    {
        byte[] frame = PlainSum.Frame('D', Encoding.Latin1.GetBytes(dice.Of(PlainAnswer.All).Make(dice)));
        DateTime time = new DateTime(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc).AddTicks((long)(dice.Next() >> 20));
        byte[] line = Encoding.UTF8.GetBytes(TranscriptFormat.Format(time, "/dev/hidraw0", (FrameLogKind)dice.Below(5), frame, dice.OneIn(2) ? "" : "DeviceLost x"));
        return dice.OneIn(10) ? line : ByteMutation.Mutate(line, dice);
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        string text = Encoding.UTF8.GetString(input);
        TranscriptEntry? entry = TranscriptFormat.Parse(text, 7);
        string[] columns = text.Split('\t');
        bool hasForm = text.All(c => c is '\t' or (>= ' ' and <= '~')) && columns.Length == 5 && columns[2].Length == 1 && "=><?!".Contains(columns[2][0], StringComparison.Ordinal)
            && columns[3].Length % 2 == 0 && columns[3].All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
        if (entry is null)
        {
            return Verdict.Refused(hasForm ? "no time" : "not of the form");
        }

        return !hasForm ? Verdict.Wrong("an entry from what has not the form")
            : !string.Equals(string.Concat(entry.Bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))), columns[3], StringComparison.OrdinalIgnoreCase) ? Verdict.Wrong("other bytes than those in the line")
            : "=><?!"[(int)entry.Kind] != columns[2][0] || entry.Device != columns[1] || entry.Text != columns[4] || entry.Line != 7 ? Verdict.Wrong("other words than those in the line")
            : Verdict.Accepted;
    }
}
