namespace Lvx.Core.Links;

/// <summary>What a link may carry.</summary>
public enum LinkAccess
{
    /// <summary>Questions only; anything else is refused before a byte leaves.</summary>
    ReadOnly = 0,

    /// <summary>Questions and setters.</summary>
    ReadWrite,
}
