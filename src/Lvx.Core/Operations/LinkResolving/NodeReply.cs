namespace Lvx.Core.Operations;

/// <summary>What came of asking who is on a node.</summary>
/// <param name="SerialNumber">Who answered; null for nobody.</param>
/// <param name="Holder">Who else has the node, so that it was not asked; null when nobody has.</param>
/// <param name="Problem">Why nobody answered; null when somebody did.</param>
public sealed record NodeReply(string? SerialNumber, string? Holder = null, string? Problem = null);
