using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Brings inverters back to a baseline, as far as PI18 can, and proves each change; what only the LCD can set is in the receipt, with how.</summary>
[Cmdlet(VerbsData.Restore, "LvxSettings", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Restore-LvxSetting")]
[OutputType(typeof(LvxSettingChange), typeof(LvxSettings))]
public sealed class RestoreLvxSettingsCommand : LvxChangeCmdlet
{
    /// <summary>The baseline: of one unit, for every unit named; or of several, of which each unit gets its own, by serial number.</summary>
    [Parameter(Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        string file = FilePaths.One(this, Path);
        Change(access, selection, ChangeWish.Of(YamlFiles.ReadBaseline(file)), Options($"Restore-LvxSettings {file}") with { LeaveOutWhatCannotBeWritten = true });
    }
}
