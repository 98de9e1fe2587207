namespace Lvx.Pi18;

/// <summary>How the unit's output stands to those of other units.</summary>
public enum OutputMode
{
    /// <summary>0: a unit by itself.</summary>
    Single = 0,

    /// <summary>1: several units on one output.</summary>
    Parallel = 1,

    /// <summary>2: the first of three phases.</summary>
    Phase1Of3 = 2,

    /// <summary>3: the second of three phases.</summary>
    Phase2Of3 = 3,

    /// <summary>4: the third of three phases.</summary>
    Phase3Of3 = 4,

    /// <summary>5: the first of two phases.</summary>
    Phase1Of2 = 5,

    /// <summary>6: the second of two phases.</summary>
    Phase2Of2 = 6,
}
