namespace Lvx.Core.Sessions;

/// <summary>What a unit said to a setter.</summary>
/// <param name="Outcome">Accepted, refused, or not known.</param>
/// <param name="Cause">Why it is not known; empty otherwise.</param>
/// <param name="Timestamp">When this was known, in UTC.</param>
public sealed record SetterReply(SetterOutcome Outcome, string Cause, DateTime Timestamp);
