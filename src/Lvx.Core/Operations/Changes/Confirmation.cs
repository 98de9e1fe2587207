namespace Lvx.Core.Operations;

/// <summary>What whoever runs an operation says to one change.</summary>
public enum Confirmation
{
    /// <summary>Do it.</summary>
    Do = 0,

    /// <summary>Leave it.</summary>
    Decline,

    /// <summary>Only show what would be done, this and what follows.</summary>
    OnlyShow,
}
