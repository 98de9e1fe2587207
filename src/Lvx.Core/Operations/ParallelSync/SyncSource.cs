namespace Lvx.Core.Operations;

/// <summary>Where the readings of a check of the parallel system came from.</summary>
public enum SyncSource
{
    /// <summary>Each unit was asked over its own cable.</summary>
    OwnCables = 0,

    /// <summary>One unit was asked for what it knows of all (PGS and PRI).</summary>
    ParallelBus,
}
