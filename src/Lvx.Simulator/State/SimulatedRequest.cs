using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>A request that a simulated unit received.</summary>
/// <param name="Time">When the unit took it up, in UTC.</param>
/// <param name="Kind">Query or setter; damaged when its checksum did not fit; noise for a word of the PI30 family.</param>
/// <param name="Text">Its body (<c>GS</c>, <c>POP1</c>); all of it, without the CR, when it was damaged.</param>
public sealed record SimulatedRequest(DateTime Time, FrameKind Kind, string Text);
