using System.Management.Automation;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Finds out what is plugged in: every port on which an inverter is or could be, who answers there, and who else has it open. Sends nothing to devices of other ids.</summary>
[Cmdlet(VerbsCommon.Get, "LvxDevice")]
[OutputType(typeof(LvxDevice))]
public sealed class GetLvxDeviceCommand : LvxUnitCmdlet
{
    private IReadOnlyList<string> named = [];

    private protected override UnitSelection Select(LinkRegistry links, IReadOnlyList<string> named, IReadOnlyList<string> serials)
    {
        this.named = named;
        return new UnitSelection([], serials);
    }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        foreach (LvxDevice device in new DeviceOperation(access, YamlFiles.Site()).Find(named, OperationHost()).Where(device => selection.Takes(device.SerialNumber)))
        {
            RunspaceState.Current.Meet(device.SerialNumber, device.Name);
            WriteObject(device);
        }
    }
}
