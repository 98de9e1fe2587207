namespace Lvx.Cli.Installing;

/// <summary>What is to be done with a file of the machine.</summary>
internal enum SystemChangeKind
{
    /// <summary>It is as it should be.</summary>
    Unchanged,

    /// <summary>It is not there yet.</summary>
    Create,

    /// <summary>It was written here, and is to be another.</summary>
    Replace,

    /// <summary>It was written here, and is no longer needed.</summary>
    Remove,

    /// <summary>Somebody else wrote it, or changed it: it stays.</summary>
    Keep,
}
