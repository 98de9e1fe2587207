using System.Globalization;
using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Which charge current is meant.</summary>
public enum ChargeSource
{
    /// <summary>From sun and grid together.</summary>
    Total = 0,

    /// <summary>The part that comes from the grid.</summary>
    Utility,
}

/// <summary>Sets the greatest charge current of inverters, from each unit's own list, and proves it.</summary>
[Cmdlet(VerbsCommon.Set, "LvxChargeCurrent", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(LvxSettingChange), typeof(LvxSettings))]
public sealed class SetLvxChargeCurrentCommand : LvxChangeCmdlet
{
    /// <summary>In A; a unit takes only what its own list has (Get-LvxSettings shows it).</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(AmpereCompleter))]
    [ValidateRange(1, 999)]
    public int Ampere { get; set; }

    /// <summary>Total, or the part that comes from the grid.</summary>
    [Parameter]
    public ChargeSource Source { get; set; }

    /// <summary>The parallel id in the setter; 0 on each unit's own cable, master and slave alike.</summary>
    [Parameter]
    [ValidateRange(0, 9)]
    public int ParallelId { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        SettingDefinition setting = SettingCatalogue.Find(Source == ChargeSource.Utility ? nameof(LvxSettings.MaxAcChargeCurrent) : nameof(LvxSettings.MaxChargeCurrent))!;
        string command = string.Create(CultureInfo.InvariantCulture, $"Set-LvxChargeCurrent -Ampere {Ampere} -Source {Source}");
        Change(access, selection, ChangeWish.Of([new(setting, Ampere)]), Options(command) with { ParallelId = ParallelId });
    }
}
