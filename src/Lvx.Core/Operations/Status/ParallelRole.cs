namespace Lvx.Core.Operations;

/// <summary>What a unit is in the parallel system.</summary>
public enum ParallelRole
{
    /// <summary>Alone: its output mode is single.</summary>
    Single = 0,

    /// <summary>Instance 0.</summary>
    Master,

    /// <summary>Instance 1 and up.</summary>
    Slave,
}
