using Lvx.Core.Recording;

namespace Lvx.Core.Operations;

/// <summary>Shows frames to the host, in hex and text.</summary>
internal sealed class HostFrameLog : IFrameLog
{
    private readonly IHost host;

    private HostFrameLog(IHost host) => this.host = host;

    /// <summary>No value when the host wants none: then nothing is formatted.</summary>
    public static HostFrameLog? For(IHost host) => host.WantsFrames ? new HostFrameLog(host) : null;

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        string sign = kind switch
        {
            FrameLogKind.Opened => "opened",
            FrameLogKind.Sent => ">",
            FrameLogKind.Received => "<",
            FrameLogKind.Stray => "?",
            _ => "!",
        };
        string content = bytes.IsEmpty ? FrameText.Escape(text) : $"{FrameText.Escape(bytes)}  [{Convert.ToHexStringLower(bytes)}]";
        host.Debug($"{device} {sign} {content}".TrimEnd());
    }
}
