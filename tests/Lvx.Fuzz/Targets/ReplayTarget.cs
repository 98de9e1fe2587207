using System.Text;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>Recordings that were changed on the disk, played to a session that asks what was asked.</summary>
internal sealed class ReplayTarget : ITarget
{
    private static readonly string[] Commands = ["GS", "MOD", "PIRI", "FWS"];

    public string Name => "recordings";

    public int Share => 1;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(20), 32 << 20);

    public int Threads => 16;

    public byte[] Make(Dice dice)
    {
        var text = new StringBuilder("# lvxps transcript 1\n");
        DateTime time = new(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc);
        Add(FrameLogKind.Opened, [], 0);
        foreach (string command in (string[])["PI", "ID", .. Commands])
        {
            string body = command switch { "PI" => "18", "ID" => "1496132206100001000000", _ => PlainAnswer.All.First(answer => answer.Command == command).Make(dice) };
            Add(FrameLogKind.Sent, PlainSum.Frame('P', Encoding.ASCII.GetBytes(command)), 1);
            Add(FrameLogKind.Received, PlainSum.Frame('D', Encoding.Latin1.GetBytes(body)), 2);
            if (dice.OneIn(12))
            {
                Add(FrameLogKind.Failed, [], 3, "DeviceLost gone");
                Add(FrameLogKind.Opened, [], 4);
            }
        }

        byte[] recording = Encoding.UTF8.GetBytes(text.ToString());
        return dice.OneIn(8) ? recording : ByteMutation.Mutate(recording, dice);

        void Add(FrameLogKind kind, byte[] bytes, int milliseconds, string words = "")
        {
            time = time.AddMilliseconds(milliseconds);
            text.Append(TranscriptFormat.Format(time, "/dev/hidraw0", kind, bytes, words)).Append('\n');
        }
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        string path = Scratch.PathOf(Name);
        File.WriteAllBytes(path, input);
        var links = new LinkRegistry();
        string device = "replay:" + path;
        HashSet<string>? recorded = null;
        return Talk.Judge(
            log =>
            {
                string first = links.Expand(device)[0];
                return Session.Open(first, cancellation => links.Open(first, new LinkOptions(), cancellation), Talk.Options, log, CancellationToken.None);
            },
            Commands,
            _ => recorded ??= Recorded(input));
    }

    /// <summary>The bodies of the answers that stand in the file.</summary>
    private static HashSet<string> Recorded(byte[] input)
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        var together = new List<byte>();
        foreach (string line in Encoding.UTF8.GetString(input).Split('\n', '\r'))
        {
            string[] columns = line.Split('\t');
            if (columns.Length == 5 && columns[2] is "<" or "?" && columns[3].Length % 2 == 0 && columns[3].All(char.IsAsciiHexDigit))
            {
                // What came in pieces is one frame.
                together.AddRange(Convert.FromHexString(columns[3]));
            }
        }

        bodies.UnionWith(PlainFrames.AnswersIn([.. together]));
        return bodies;
    }
}
