namespace Lvx.Cli.Installing;

/// <summary>Whose a file is.</summary>
internal enum SealState
{
    /// <summary>Somebody else wrote it.</summary>
    Foreign,

    /// <summary>It was written here, and changed by somebody since.</summary>
    Changed,

    /// <summary>It is as it was written here.</summary>
    Whole,
}
