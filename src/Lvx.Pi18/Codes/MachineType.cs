namespace Lvx.Pi18;

/// <summary>Whether the unit may feed the grid.</summary>
public enum MachineType
{
    /// <summary>0: off-grid.</summary>
    OffGrid = 0,

    /// <summary>1: grid-tie.</summary>
    GridTie = 1,
}
