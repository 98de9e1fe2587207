namespace Lvx.Core.Recording;

/// <summary>Is told of every frame, as it passes.</summary>
public interface IFrameLog
{
    /// <summary>Takes one line.</summary>
    /// <param name="time">When, in UTC.</param>
    /// <param name="device">On which device.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="bytes">The bytes, for what was sent or received.</param>
    /// <param name="text">The error's id and words, for what failed.</param>
    void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "");
}
