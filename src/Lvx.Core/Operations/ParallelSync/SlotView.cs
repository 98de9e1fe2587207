using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What one unit says of one place in the parallel system.</summary>
/// <param name="Number">The place: 0 is the master.</param>
/// <param name="Timestamp">When that came, in UTC.</param>
/// <param name="Status">What it measures.</param>
/// <param name="Rating">Who it is, and a few of its settings; no value when that was not answered.</param>
internal sealed record SlotView(int Number, DateTime Timestamp, ParallelStatus Status, ParallelRating? Rating);
