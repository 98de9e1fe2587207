using System.Text;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>A unit on a bad line: to most questions its answer comes changed, late, twice, broken, or not at all. It remembers every byte that it said, and to which question.</summary>
internal sealed class UnsoundUnit(Dice dice, int mishapOneIn)
{
    private const string Serial = "96132206100001";

    private static readonly byte[] Accepted = [0x5E, 0x31, 0x0B, 0xC2, 13];
    private static readonly byte[] Refused = [0x5E, 0x30, 0x1B, 0xE3, 13];

    private readonly Queue<byte[]> line = new();
    private readonly Dictionary<string, List<byte[]>> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bodies = new(StringComparer.Ordinal);
    private byte[] late = [];

    /// <summary>How many setters it heard.</summary>
    public int Setters { get; private set; }

    public Link Open()
    {
        line.Clear();
        return new End(this);
    }

    /// <summary>The bodies of the sound answers that the unit gave to this question.</summary>
    public HashSet<string> Said(string command) => [.. said.GetValueOrDefault(command, []).SelectMany(PlainFrames.AnswersIn)];

    /// <summary>Whether it said to a setter that it was accepted, or refused, in a sound frame.</summary>
    public bool Settled(string setter, bool isAccepted) =>
        said.GetValueOrDefault(setter, []).Any(bytes => PlainFrames.In(bytes).Exists(frame => frame.Length == 5 && bytes[frame.Start + 1] == (isAccepted ? '1' : '0'))
            || bytes.AsSpan().IndexOf(isAccepted ? "(ACK9 \r"u8 : "(NAKss\r"u8) >= 0);

    private void Hear(ReadOnlySpan<byte> request)
    {
        string command = Encoding.ASCII.GetString(request[5..^3]);
        bool isSetter = request[1] == (byte)'S';
        Setters += isSetter ? 1 : 0;
        byte[] frame = isSetter ? (dice.OneIn(2) ? Accepted : Refused) : PlainSum.Frame('D', Encoding.Latin1.GetBytes(Body(command)));
        byte[] answer = frame;
        byte[] before = late;
        late = [];
        if (dice.OneIn(mishapOneIn))
        {
            switch (dice.Below(8))
            {
                case 0:
                    answer = Refused;
                    break;
                case 1:
                    answer = [];
                    break;
                case 2:
                    late = frame;
                    Note(command, frame);
                    answer = [];
                    break;
                case 3 when !isSetter:
                    string changed = BodyMutation.Mutate(Body(command), dice);

                    // What is sound and has the form of the answer to another question is that answer, by all that PI18 shows.
                    bool isOfAnother = PlainAnswer.All.Any(other => other.Fits(changed) && !other.Fits(Body(command)));
                    answer = isOfAnother ? frame : PlainSum.Frame('D', Encoding.Latin1.GetBytes(changed));
                    break;
                case 4:
                    answer = [.. answer, .. answer];
                    break;
                default:
                    answer = LineMutation.Mutate(frame, request.ToArray(), dice);
                    break;
            }
        }

        Note(command, answer);
        Queue(before);
        Queue(answer);
    }

    private void Note(string command, byte[] bytes)
    {
        if (!said.TryGetValue(command, out List<byte[]>? pieces))
        {
            said.Add(command, pieces = []);
        }

        pieces.Add(bytes);
    }

    private string Body(string command)
    {
        if (bodies.TryGetValue(command, out string? body))
        {
            return body;
        }

        body = command switch
        {
            "PI" => "18",
            "ID" => "14" + Serial + "000000",
            _ => PlainAnswer.All.FirstOrDefault(plain => plain.Command == command)?.Make(dice) ?? "00",
        };
        bodies.Add(command, body);
        return body;
    }

    private void Queue(byte[] bytes)
    {
        int size = dice.OneIn(2) ? 8 : dice.Between(1, 200);
        foreach (byte[] piece in bytes.Chunk(size))
        {
            line.Enqueue(piece);
        }
    }

    private int Give(Span<byte> buffer, Deadline deadline)
    {
        if (!line.TryDequeue(out byte[]? piece))
        {
            Thread.Sleep(deadline.Milliseconds);
            return 0;
        }

        piece.AsSpan(0, Math.Min(piece.Length, buffer.Length)).CopyTo(buffer);
        return Math.Min(piece.Length, buffer.Length);
    }

    private sealed class End(UnsoundUnit unit) : Link("unsound", LinkAccess.ReadWrite)
    {
        public override int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation) => unit.Give(buffer, deadline);

        protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation) => unit.Hear(frame);

        protected override void Dispose(bool disposing)
        {
        }
    }
}
