namespace Lvx.Core.Operations.Reporting;

/// <summary>What a quantity of several units is for the site.</summary>
internal enum SiteRule
{
    /// <summary>Each unit's own, and nothing for the site.</summary>
    Own = 0,

    /// <summary>Added.</summary>
    Summed,

    /// <summary>Averaged.</summary>
    Averaged,

    /// <summary>The highest of them.</summary>
    Highest,

    /// <summary>The same line or output, seen by each: never added.</summary>
    Shared,
}
