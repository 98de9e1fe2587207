using Lvx.Core.Recording;

namespace Lvx.Core.Operations;

/// <summary>
/// The frame log of a unit that is being changed: what is shown goes to whoever runs things at the time, and the moment at which a setter's bytes left is told, for the journal.
/// </summary>
internal sealed class UnitLog : IFrameLog
{
    public IFrameLog? Shown { get; set; }

    public Action? SetterSent { get; set; }

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        Shown?.Write(time, device, kind, bytes, text);
        if (kind == FrameLogKind.Sent && bytes.StartsWith("^S"u8))
        {
            SetterSent?.Invoke();
        }
    }
}
