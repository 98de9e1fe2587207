namespace Lvx.Pi18;

/// <summary>Which way power flows on the grid's line. That a charge from the grid was forced is proven by <see cref="Input"/>, not by an accepted setter.</summary>
public enum LineDirection
{
    /// <summary>0: neither.</summary>
    Idle = 0,

    /// <summary>1: from the grid into the unit.</summary>
    Input = 1,

    /// <summary>2: from the unit into the grid.</summary>
    Output = 2,
}
