using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Sets the clocks of inverters, and reads each back. The clock decides when the daily windows are.</summary>
[Cmdlet(VerbsCommon.Set, "LvxClock", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(LvxSettingChange))]
public sealed class SetLvxClockCommand : LvxUnitCmdlet
{
    /// <summary>What the clocks are to show, 2000 to 2099, in whole seconds; they know no time zone. Without it: this computer's local time.</summary>
    [Parameter]
    public DateTime Date { get; set; }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        DateTime? wanted = MyInvocation.BoundParameters.ContainsKey(nameof(Date)) ? Date.Kind == DateTimeKind.Utc ? Date.ToLocalTime() : Date : null;
        if (wanted is { Year: < 2000 or > 2099 })
        {
            throw new LvxException(LvxError.ArgumentInvalid, null, "A unit's clock knows the years 2000 to 2099.", "Name another -Date, or none for this computer's time.");
        }

        var options = new ChangeOptions { Command = "Set-LvxClock" };
        foreach (UnitOutcome<LvxSettingChange> outcome in new ClockOperation(access, new Lvx.Core.Journal.ChangeJournal(Lvx.Core.Journal.ChangeJournal.DefaultPath)).Set(selection, wanted, options, OperationHost()))
        {
            // What -WhatIf shows is no receipt.
            if (!(IsWhatIf && outcome.Value is { Outcome: ChangeOutcome.NotAttempted }))
            {
                WriteOutcome(outcome);
            }

            if (outcome.Value is { } change && ClockOperation.ErrorOf(change) is { } failed)
            {
                WriteError(ErrorRecords.From(failed, change.Device));
            }
        }
    }
}
