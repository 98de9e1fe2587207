using System.Text;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Sessions;

/// <summary>
/// A unit whose every answer is written in the test. It does one thing after the other, as a UART does: while it delays an answer it does not look at the next question.
/// </summary>
internal sealed class ScriptedUnit
{
    private readonly object gate = new();
    private readonly Queue<(Deadline Due, byte[]? Bytes)> line = new();
    private readonly List<string> asked = [];
    private Deadline busyUntil = Deadline.Now;

    public const string Serial = "96132206100001";

    /// <summary>What the unit does with a request (its text, without header): pieces of bytes, each after a delay; null bytes are a loss of the device.</summary>
    public Func<string, int, IEnumerable<(TimeSpan After, byte[]? Bytes)>> Script { get; init; } = (command, _) => [(TimeSpan.Zero, Frame(Body(command)))];

    public int Opened { get; private set; }

    public int Closed { get; private set; }

    /// <summary>How a wait between two questions ends.</summary>
    public IdleEnd AtRest { get; set; }

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (gate)
            {
                return asked.ToArray();
            }
        }
    }

    /// <summary>A body with the shape of the answer to <paramref name="command"/>, different for each command.</summary>
    public static string Body(string command) => command switch
    {
        "PI" => "18",
        "ID" => Lvx.Pi18.SerialNumber.ToWire(Serial),
        "GMN" => "12",
        "MOD" => "05",
        "VFW" => "06306,06126,00000",
        "T" => "20260426120000",
        "PIRI" => "1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00",
        "GS" => "0000,000,1201,600,0000,0000,000,551,551,551,000,055,096,041,039,038,1600,1520,2101,2089,0,2,2,0,1,0,0,0",
        "FWS" => "00,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
        "FLAG" => "1,0,1,0,1,0,1,0,0",
        "DI" => "1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1",
        "MCHGCR" => "010,020,030,040,050,060,070,080",
        "MUCHGCR" => "002,010,020,030",
        "ACCT" => "0100,0200",
        "ACLT" => "0300,0400",
        _ when command.StartsWith("PGS", StringComparison.Ordinal) =>
            $"1,6,00,0000,000,1201,600,0000,0000,00000,00000,000,000,551,000,05{command[3]},112,096,1600,1520,2101,2089,2,2,0,1,0,0,041",
        _ when command.StartsWith("PRI", StringComparison.Ordinal) => $"1,14,9613220610000{command[3]}000000,0,060,030,1",
        "ET" => "00000001",
        _ when command.StartsWith("EY", StringComparison.Ordinal) => "0000" + command[2..],
        _ when command.StartsWith("EM", StringComparison.Ordinal) => "00" + command[2..],
        _ when command.StartsWith("ED", StringComparison.Ordinal) => command[2..],
        _ => "?",
    };

    public static byte[] Frame(string body) => FrameWriter.Encode(FrameKind.Answer, body);

    public static (TimeSpan, byte[]?) Now(byte[] bytes) => (TimeSpan.Zero, bytes);

    public static (TimeSpan, byte[]?) Now(string body) => (TimeSpan.Zero, Frame(body));

    public static (TimeSpan, byte[]?) After(double milliseconds, string body) => (TimeSpan.FromMilliseconds(milliseconds), Frame(body));

    public static (TimeSpan, byte[]?) Lost(double milliseconds = 0) => (TimeSpan.FromMilliseconds(milliseconds), null);

    /// <summary>A script that treats some requests specially and answers the others; the number counts the requests with that text from 1.</summary>
    public static Func<string, int, IEnumerable<(TimeSpan, byte[]?)>> Except(Func<string, int, IEnumerable<(TimeSpan, byte[]?)>?> special) =>
        (command, time) => special(command, time) ?? [Now(Body(command))];

    public Link Open(LinkAccess access = LinkAccess.ReadWrite)
    {
        Opened++;
        lock (gate)
        {
            line.Clear();
            busyUntil = Deadline.Now;
        }

        return new End(this, access);
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        // Header of five, trailer of three; a setter keeps its S, so that a test can tell.
        string text = Encoding.ASCII.GetString(frame[5..^3]);
        string command = frame[1] == (byte)'S' ? "set " + text : text;
        lock (gate)
        {
            asked.Add(command);
            Deadline due = busyUntil > Deadline.Now ? busyUntil : Deadline.Now;
            foreach ((TimeSpan after, byte[]? bytes) in Script(command, asked.Count(one => one == command)))
            {
                due += after;
                line.Enqueue((due, bytes));
            }

            busyUntil = due;
            Monitor.PulseAll(gate);
        }
    }

    private int Give(Span<byte> buffer, Deadline deadline, CancellationToken cancellation)
    {
        using CancellationTokenRegistration wake = cancellation.Register(() =>
        {
            lock (gate)
            {
                Monitor.PulseAll(gate);
            }
        });
        lock (gate)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                bool any = line.TryPeek(out (Deadline Due, byte[]? Bytes) first);
                if (any && first.Due.Passed)
                {
                    line.Dequeue();
                    byte[] bytes = first.Bytes ?? throw LvxErrors.Lost("scripted", "pulled out");
                    bytes.CopyTo(buffer);
                    return bytes.Length;
                }

                if (deadline.Passed)
                {
                    return 0;
                }

                Deadline until = any ? Deadline.Earlier(first.Due, deadline) : deadline;
                Monitor.Wait(gate, Math.Max(1, until.Milliseconds));
            }
        }
    }

    private sealed class End(ScriptedUnit unit, LinkAccess access) : Link("scripted", access)
    {
        public override IdleEnd WaitIdle(Deadline deadline, CancellationToken cancellation) => unit.AtRest;

        public override int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation) => unit.Give(buffer, deadline, cancellation);

        protected override void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation) => unit.Take(frame);

        protected override void Dispose(bool disposing) => unit.Closed++;
    }
}
