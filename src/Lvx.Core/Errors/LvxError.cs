namespace Lvx.Core;

/// <summary>What can go wrong. The names are stable: they are the error ids that scripts match.</summary>
public enum LvxError
{
    /// <summary>No such device, or none was found.</summary>
    DeviceNotFound = 0,

    /// <summary>The device's form or kind is none that can be used: a typing error, a file, another maker's USB device.</summary>
    DeviceUnsupported,

    /// <summary>The system does not let this user open the device.</summary>
    AccessDenied,

    /// <summary>Another program has the device.</summary>
    DeviceInUse,

    /// <summary>The unit gave no answer, or none in time.</summary>
    DeviceTimeout,

    /// <summary>The device went away: unplugged, or the connection closed.</summary>
    DeviceLost,

    /// <summary>The unit speaks another protocol.</summary>
    NotPi18,

    /// <summary>Answers came, and each was damaged on the way.</summary>
    AnswerDamaged,

    /// <summary>Answers came, and none of them was one to the question.</summary>
    AnswerUnexpected,

    /// <summary>The unit refused the question.</summary>
    QueryRefused,

    /// <summary>Another unit answers on this device than before.</summary>
    UnitChanged,

    /// <summary>Something tried to change a setting over a link that was opened for reading.</summary>
    LinkReadOnly,

    /// <summary>The text is no query, or it is a setter.</summary>
    QueryInvalid,

    /// <summary>A file with recorded frames cannot be read, or does not fit what is asked.</summary>
    ReplayFailed,

    /// <summary>A file cannot be written.</summary>
    FileNotWritable,

    /// <summary>A file is there already, and was kept.</summary>
    FileExists,

    /// <summary>A file is not there, cannot be read, or is too large to be what it should be.</summary>
    FileNotReadable,

    /// <summary>A file is no sound baseline.</summary>
    BaselineInvalid,

    /// <summary>A file is no sound profile.</summary>
    ProfileInvalid,

    /// <summary>There is no profile with this name.</summary>
    ProfileNotFound,

    /// <summary>There is nothing to compare, or a baseline has no unit to compare with.</summary>
    NothingToCompare,

    /// <summary>Not every unit could be read, so that nothing was written that would pass for the whole site.</summary>
    SiteIncomplete,

    /// <summary>Files of the module are missing.</summary>
    ModuleIncomplete,

    /// <summary>The unit does not say its serial number, and is not written to.</summary>
    UnitNameless,

    /// <summary>The unit is in fault, and is not written to.</summary>
    UnitInFault,

    /// <summary>What is wanted cannot be written, or breaks the order of voltages; nothing was written.</summary>
    ChangeInvalid,

    /// <summary>The unit refused a setter, or it had no effect.</summary>
    SetterRefused,

    /// <summary>A setting went back by itself after it was set.</summary>
    SettingReverted,

    /// <summary>What a unit has after a setter could not be made sure.</summary>
    SettingUnknown,

    /// <summary>A setter changed more than it should have.</summary>
    SettingStray,

    /// <summary>What had been changed could not be put back.</summary>
    RollbackFailed,

    /// <summary>There is no run that could be undone.</summary>
    NothingToUndo,

    /// <summary>An argument has a value that it cannot have.</summary>
    ArgumentInvalid,

    /// <summary>The journal of changes cannot be written, so that nothing may be sent.</summary>
    JournalNotWritable,

    /// <summary>The journal of changes cannot be read, so that it is not known whether a write was left open.</summary>
    JournalNotReadable,

    /// <summary>A file is no sound site file.</summary>
    SiteInvalid,

    /// <summary>A file that root would act on could have been written by somebody else.</summary>
    FileNotTrusted,

    /// <summary>A name is taken by something that LvxPS did not put there, and that stays as it is.</summary>
    NameTaken,

    /// <summary>A service of the system cannot be looked at, stopped or started.</summary>
    ServiceFailed,

    /// <summary>Maintenance is under way already.</summary>
    MaintenanceUnderWay,
}
