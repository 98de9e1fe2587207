using System.Text;
using Lvx.Core.Recording;

namespace Lvx.Fuzz.Targets;

/// <summary>What was said in a conversation, for whoever looks into a finding.</summary>
internal sealed class Heard : IFrameLog
{
    private readonly StringBuilder lines = new();

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "") =>
        lines.Append("\n    ").Append(kind).Append(' ').Append(text.Length > 0 ? text : FrameText.Escape(bytes));

    public override string ToString() => lines.ToString();
}
