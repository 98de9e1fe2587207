using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Reads the state of inverters, all at the same time.</summary>
[Cmdlet(VerbsCommon.Get, "LvxStatus")]
[OutputType(typeof(LvxStatus))]
public sealed class GetLvxStatusCommand : LvxUnitCmdlet
{
    /// <summary>Reads again every so many seconds, until stopped or -Count. A unit that failed is tried anew each time.</summary>
    [Parameter]
    [ValidateRange(0.01, 86400)]
    public double Interval { get; set; }

    /// <summary>How many times to read; with -Interval only.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        bool repeated = MyInvocation.BoundParameters.ContainsKey(nameof(Interval));
        bool counted = MyInvocation.BoundParameters.ContainsKey(nameof(Count));
        if (counted && !repeated)
        {
            throw new Lvx.Core.LvxException(
                Lvx.Core.LvxError.ArgumentInvalid, null, "-Count says how many times to read, and goes with -Interval.", "Add -Interval with the seconds between two readings.");
        }

        int? count = !repeated ? 1 : counted ? Count : null;
        foreach (IEnumerable<UnitOutcome<LvxStatus>> reading in new StatusOperation(access).Repeat(selection, TimeSpan.FromSeconds(Interval), count, OperationHost()))
        {
            foreach (UnitOutcome<LvxStatus> outcome in reading)
            {
                WriteOutcome(outcome);
            }
        }
    }
}
