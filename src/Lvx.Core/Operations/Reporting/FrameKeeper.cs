using System.Text;
using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Keeps every frame for the appendix, up to a bound. Units are talked to at the same time, so any thread may call.</summary>
internal sealed class FrameKeeper : IFrameLog
{
    // A thousand readings of two units are some 12,000 lines, which nobody prints.
    private const int MostOfOneUnit = 2000;

    private static readonly string[] NamingQuestions = [Identity.Query.Command, "PRI"];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Talk> talks = new(StringComparer.Ordinal);

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        lock (gate)
        {
            if (!talks.TryGetValue(device, out Talk? talk))
            {
                talks.Add(device, talk = new Talk());
            }

            talk.Add(time, device, kind, bytes, text);
        }
    }

    /// <summary>What was kept of the units, in their order.</summary>
    public IReadOnlyList<ReportFrame> Of(UnitSelection selection) => [.. selection.Ports.SelectMany(port => talks.TryGetValue(port.Device, out Talk? talk) ? talk.Frames : [])];

    /// <summary>How many were not.</summary>
    public int LeftOut => talks.Values.Sum(talk => talk.LeftOut);

    private sealed class Talk
    {
        // Its answer may come late, after the next question was sent.
        private bool namesNow;
        private bool namedBefore;

        public List<ReportFrame> Frames { get; } = [];

        public int LeftOut { get; private set; }

        public void Add(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text)
        {
            if (kind == FrameLogKind.Sent)
            {
                namedBefore = namesNow;
                string sent = Encoding.Latin1.GetString(bytes);
                namesNow = NamingQuestions.Any(question => sent.AsSpan(Math.Min(5, sent.Length)).StartsWith(question, StringComparison.Ordinal));
            }

            if (Frames.Count == MostOfOneUnit)
            {
                LeftOut++;
                return;
            }

            // Bytes that are no frame may be a part of any answer.
            bool mayName = kind == FrameLogKind.Stray || (kind == FrameLogKind.Received && (namesNow || namedBefore));
            Frames.Add(new ReportFrame(time, device, kind, bytes.IsEmpty ? FrameText.EscapeSentence(text) : FrameText.Escape(bytes), mayName));
        }
    }
}
