namespace Lvx.Core.Operations.Reporting;

/// <summary>How something is meant. It never stands alone: the text says it in a word.</summary>
internal enum Tone
{
    /// <summary>As it is.</summary>
    Plain = 0,

    /// <summary>As it must be.</summary>
    Good,

    /// <summary>It works, and somebody should know.</summary>
    Warn,

    /// <summary>It is not as it must be.</summary>
    Bad,

    /// <summary>Beside the point.</summary>
    Muted,

    /// <summary>To be filled in by hand.</summary>
    Blank,
}
