namespace Lvx.Core.Operations;

/// <summary>What became of a unit's link.</summary>
/// <param name="Name">The link's name, which is the unit's.</param>
/// <param name="SerialNumber">The unit.</param>
/// <param name="State">What became of it.</param>
/// <param name="Node">The node that it leads to; null when there is no link.</param>
/// <param name="Text">The same in a sentence, for a log.</param>
public sealed record ResolvedLink(string Name, string SerialNumber, LinkState State, string? Node, string Text)
{
    /// <summary>Whether the link is there.</summary>
    public bool IsLinked => State is not (LinkState.Missing or LinkState.Removed);
}
