namespace Lvx.Simulator;

/// <summary>How a simulated line behaves.</summary>
public sealed record LineOptions
{
    /// <summary>Its speed in bit/s, at ten bits to a byte; 0 for no delay at all. The unit's is 2400.</summary>
    public int Baud { get; init; }

    /// <summary>What goes wrong on it.</summary>
    public IReadOnlyList<Misbehaviour> Misbehaviours { get; init; } = [];
}
