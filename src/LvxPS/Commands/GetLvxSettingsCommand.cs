using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Reads the settings of inverters, all at the same time.</summary>
[Cmdlet(VerbsCommon.Get, "LvxSettings")]
[Alias("Get-LvxSetting")]
[OutputType(typeof(LvxSettings))]
public sealed class GetLvxSettingsCommand : LvxUnitCmdlet
{
    /// <summary>Also the switches, the two time windows, machine type, output mode and firmware.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        SettingsScope scope = All ? SettingsScope.All : SettingsScope.Twelve;
        var read = new List<LvxSettings>();
        foreach (UnitOutcome<LvxSettings> outcome in new SettingsOperation(access).Read(selection, scope, OperationHost()))
        {
            if (outcome.Value is { } settings)
            {
                read.Add(settings);
                RunspaceState.Current.Remember(read);
            }

            WriteOutcome(outcome);
        }
    }
}
