namespace Lvx.Core.Recording;

/// <summary>Tells two logs.</summary>
internal sealed class BothLogs : IFrameLog
{
    private readonly IFrameLog one;
    private readonly IFrameLog other;

    private BothLogs(IFrameLog one, IFrameLog other)
    {
        this.one = one;
        this.other = other;
    }

    /// <summary>Both, or the one there is, or none.</summary>
    public static IFrameLog? Of(IFrameLog? one, IFrameLog? other) => one is null ? other : other is null ? one : new BothLogs(one, other);

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        one.Write(time, device, kind, bytes, text);
        other.Write(time, device, kind, bytes, text);
    }
}
