namespace Lvx.Pi18;

/// <summary>Which way power flows between the direct and the alternating current side.</summary>
public enum DcAcDirection
{
    /// <summary>0: neither.</summary>
    Idle = 0,

    /// <summary>1: from AC to DC.</summary>
    AcToDc = 1,

    /// <summary>2: from DC to AC.</summary>
    DcToAc = 2,
}
