namespace Lvx.Core.Recording;

/// <summary>What a line of a frame log tells.</summary>
public enum FrameLogKind
{
    /// <summary>The port was opened.</summary>
    Opened = 0,

    /// <summary>A frame was sent.</summary>
    Sent,

    /// <summary>A frame was received.</summary>
    Received,

    /// <summary>Bytes were received that are no frame: noise, padding, a damaged frame, the beginning of one.</summary>
    Stray,

    /// <summary>Something failed.</summary>
    Failed,
}
