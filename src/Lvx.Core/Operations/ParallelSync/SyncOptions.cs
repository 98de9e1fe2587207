namespace Lvx.Core.Operations;

/// <summary>How a parallel system is checked.</summary>
public sealed record SyncOptions
{
    /// <summary>How far units may be apart.</summary>
    public SyncTolerances Tolerances { get; init; } = new();

    /// <summary>Whether one unit is asked for all, over the parallel bus.</summary>
    public bool ViaParallelBus { get; init; }

    /// <summary>How long to wait until the system is in sync, checking again and again; none for one check.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>From the beginning of one check to the beginning of the next, while waiting.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}
