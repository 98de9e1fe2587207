namespace Lvx.Core.Operations;

/// <summary>What the screen shows.</summary>
internal enum ScreenPage
{
    /// <summary>All units, side by side.</summary>
    Overview = 0,

    /// <summary>The whole status of one unit.</summary>
    Unit,

    /// <summary>What happened.</summary>
    Events,

    /// <summary>The keys, and how figures are made.</summary>
    Help,
}
