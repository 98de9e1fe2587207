namespace Lvx.Core.Operations;

/// <summary>What happened while units were watched.</summary>
public enum LvxWatchEventKind
{
    /// <summary>A unit stopped with a fault, or had one when watching began.</summary>
    FaultRaised = 0,

    /// <summary>A fault went away.</summary>
    FaultCleared,

    /// <summary>A unit warns, or did when watching began.</summary>
    WarningRaised,

    /// <summary>A warning went away.</summary>
    WarningCleared,

    /// <summary>A unit does something else now.</summary>
    ModeChanged,

    /// <summary>A unit does not answer.</summary>
    UnitSilent,

    /// <summary>A unit that did not answer answers.</summary>
    UnitBack,

    /// <summary>A check of the parallel system fails, after none did.</summary>
    SyncLost,

    /// <summary>No check fails any more.</summary>
    SyncRegained,

    /// <summary>A setting has another value, by whoever's hand.</summary>
    SettingChanged,

    /// <summary>Something else that a person should know, such as a question that a unit refuses.</summary>
    Note,
}
