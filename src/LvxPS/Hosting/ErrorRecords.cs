using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Recording;

namespace LvxPS.Hosting;

/// <summary>Turns the product's errors into error records: a stable id, a real category, the device as target, and the next step as recommended action.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(LvxException error, object? target = null) => new(error, error.Error.ToString(), Category(error.Error), target ?? error.Device)
    {
        // What PowerShell shows; a device, a file or another user's program may have put escape sequences into it.
        ErrorDetails = new ErrorDetails(FrameText.EscapeSentence(error.Message)) { RecommendedAction = FrameText.EscapeSentence(error.NextStep) },
    };

    private static ErrorCategory Category(LvxError error) => error switch
    {
        LvxError.DeviceNotFound => ErrorCategory.ObjectNotFound,
        LvxError.DeviceUnsupported => ErrorCategory.InvalidArgument,
        LvxError.AccessDenied => ErrorCategory.PermissionDenied,
        LvxError.DeviceInUse => ErrorCategory.ResourceBusy,
        LvxError.DeviceTimeout => ErrorCategory.OperationTimeout,
        LvxError.DeviceLost => ErrorCategory.ConnectionError,
        LvxError.NotPi18 => ErrorCategory.DeviceError,
        LvxError.AnswerDamaged => ErrorCategory.InvalidData,
        LvxError.AnswerUnexpected => ErrorCategory.InvalidData,
        LvxError.QueryRefused => ErrorCategory.DeviceError,
        LvxError.UnitChanged => ErrorCategory.InvalidResult,
        LvxError.LinkReadOnly => ErrorCategory.InvalidOperation,
        LvxError.QueryInvalid => ErrorCategory.InvalidArgument,
        LvxError.ReplayFailed => ErrorCategory.InvalidData,
        LvxError.FileNotWritable => ErrorCategory.WriteError,
        LvxError.FileExists => ErrorCategory.ResourceExists,
        LvxError.FileNotReadable => ErrorCategory.ReadError,
        LvxError.BaselineInvalid => ErrorCategory.InvalidData,
        LvxError.ProfileInvalid => ErrorCategory.InvalidData,
        LvxError.SiteInvalid => ErrorCategory.InvalidData,
        LvxError.FileNotTrusted => ErrorCategory.SecurityError,
        LvxError.NameTaken => ErrorCategory.ResourceExists,
        LvxError.ServiceFailed => ErrorCategory.OperationStopped,
        LvxError.MaintenanceUnderWay => ErrorCategory.ResourceBusy,
        LvxError.ProfileNotFound => ErrorCategory.ObjectNotFound,
        LvxError.NothingToCompare => ErrorCategory.InvalidArgument,
        LvxError.UnitNameless => ErrorCategory.DeviceError,
        LvxError.UnitInFault => ErrorCategory.DeviceError,
        LvxError.ChangeInvalid => ErrorCategory.InvalidArgument,
        LvxError.SetterRefused => ErrorCategory.DeviceError,
        LvxError.SettingReverted => ErrorCategory.InvalidResult,
        LvxError.SettingUnknown => ErrorCategory.InvalidResult,
        LvxError.SettingStray => ErrorCategory.InvalidResult,
        LvxError.RollbackFailed => ErrorCategory.InvalidResult,
        LvxError.NothingToUndo => ErrorCategory.ObjectNotFound,
        LvxError.JournalNotWritable => ErrorCategory.WriteError,
        LvxError.JournalNotReadable => ErrorCategory.ReadError,
        LvxError.SiteIncomplete => ErrorCategory.InvalidResult,
        LvxError.ModuleIncomplete => ErrorCategory.NotInstalled,
        LvxError.ArgumentInvalid => ErrorCategory.InvalidArgument,
        _ => ErrorCategory.NotSpecified,
    };
}
