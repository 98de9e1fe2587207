namespace Lvx.Core.Operations;

/// <summary>What became of a unit's link.</summary>
public enum LinkState
{
    /// <summary>The unit was not found, and there is no link.</summary>
    Missing = 0,

    /// <summary>It led to the unit already.</summary>
    Unchanged,

    /// <summary>It was made, or leads elsewhere now.</summary>
    Linked,

    /// <summary>It leads to a node that another program has, which was not asked: left as it is.</summary>
    Kept,

    /// <summary>The unit was not found, and its link is gone.</summary>
    Removed,
}
