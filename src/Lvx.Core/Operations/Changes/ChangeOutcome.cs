namespace Lvx.Core.Operations;

/// <summary>What became of one wanted setting of one unit.</summary>
public enum ChangeOutcome
{
    /// <summary>It had the value already; nothing was sent.</summary>
    AlreadySet = 0,

    /// <summary>Sent once, and read back more than once: the unit has it.</summary>
    Applied,

    /// <summary>The unit refused it, or accepted it and did nothing: it has the old value.</summary>
    Refused,

    /// <summary>The unit had the new value, and then had it no more.</summary>
    Reverted,

    /// <summary>It had been applied, and was put back since a later change failed.</summary>
    RolledBack,

    /// <summary>What the unit has now could not be made sure.</summary>
    Unknown,

    /// <summary>Nothing was sent.</summary>
    NotAttempted,
}
