namespace Lvx.Core.Operations;

/// <summary>What came of one check of the parallel system.</summary>
public enum CheckOutcome
{
    /// <summary>It is as it must be.</summary>
    Pass = 0,

    /// <summary>It works, and somebody should know; or one unit did not say enough to be sure.</summary>
    Warn,

    /// <summary>The parallel system is not healthy.</summary>
    Fail,

    /// <summary>It could not be judged; the explanation says why.</summary>
    Skipped,
}
