namespace Lvx.Core.Sessions;

/// <summary>What came of listening to a line.</summary>
internal enum LineEvent
{
    /// <summary>Nothing whole came by the given moment.</summary>
    Quiet = 0,

    /// <summary>A whole frame.</summary>
    Frame,

    /// <summary>Bytes that are no frame, or a damaged one.</summary>
    Stray,
}
