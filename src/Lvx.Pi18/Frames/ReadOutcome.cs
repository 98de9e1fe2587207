namespace Lvx.Pi18;

/// <summary>The three things that can come of looking for a frame at the start of some bytes.</summary>
public enum ReadOutcome
{
    /// <summary>The bytes may become a frame; nothing was consumed.</summary>
    NeedMore = 0,

    /// <summary>A whole frame with a fitting checksum was consumed.</summary>
    Complete,

    /// <summary>Bytes were consumed that are no frame: <see cref="Frame.Kind"/> says whether noise or a damaged frame.</summary>
    Skip,
}
