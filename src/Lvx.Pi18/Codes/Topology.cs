namespace Lvx.Pi18;

/// <summary>How the unit's power stage is built.</summary>
public enum Topology
{
    /// <summary>0: without a transformer.</summary>
    Transformerless = 0,

    /// <summary>1: with a transformer.</summary>
    Transformer = 1,
}
