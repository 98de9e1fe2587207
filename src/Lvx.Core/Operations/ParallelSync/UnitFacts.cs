using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What was found out about one unit.</summary>
/// <param name="Status">What it is and measures.</param>
internal sealed record UnitFacts(LvxStatus Status)
{
    public string Name => Status.Name;

    /// <summary>Its settings; no value when it did not say them.</summary>
    public LvxSettings? Settings { get; init; }

    /// <summary>The few settings that the parallel bus shows.</summary>
    public ParallelRating? Rating { get; init; }

    /// <summary>Its clock and when it said so, in this computer's local time; no value when it did not.</summary>
    public (DateTime Unit, DateTime Here)? Clock { get; init; }

    /// <summary>What it says of each place in the parallel system; empty when it is alone, or does not know the question.</summary>
    public IReadOnlyList<SlotView> View { get; init; } = [];

    /// <summary>Energy from the sun on the day that its clock shows, in Wh; no value when that was not asked, or not answered.</summary>
    public long? SolarToday { get; init; }
}
