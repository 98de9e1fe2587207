using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Units;

namespace LvxPS.Hosting;

/// <summary>
/// A cmdlet that changes settings: all units are read and checked first, each change is confirmed, sent once, and proven; the output is a receipt. Under
/// <c>-NonInteractive</c> it needs <c>-Confirm:$false</c>.
/// </summary>
public abstract class LvxChangeCmdlet : LvxUnitCmdlet
{
    /// <summary>When a write fails, leaves what was applied before it.</summary>
    [Parameter]
    public SwitchParameter NoRollback { get; set; }

    /// <summary>Gives all settings of each unit, as read back, instead of the receipt.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected static ChangeJournal Journal => new(ChangeJournal.DefaultPath);

    /// <summary>Changes units, and writes the receipt and what went wrong.</summary>
    private protected void Change(UnitAccess access, UnitSelection selection, ChangeWish wish, ChangeOptions options)
    {
        CmdletHost host = OperationHost();
        ChangeReport report = new ChangeOperation(access, Journal, new KeptSettings(this)).Run(
            selection, wish, options with { Force = Force, NoRollback = NoRollback, SettleTime = RunspaceState.SettleTime ?? options.SettleTime, IsRehearsal = IsWhatIf }, host);
        RunspaceState.Current.Remember(report.Settings);
        if (PassThru)
        {
            WriteObject(report.Settings, enumerateCollection: true);
        }
        else
        {
            WriteObject(report.Changes, enumerateCollection: true);
        }

        host.WarnOfTheRest();
        foreach ((UnitPort unit, LvxException error) in report.Errors)
        {
            WriteError(ErrorRecords.From(error, unit.Device));
        }
    }

    /// <summary>The command as the journal tells it.</summary>
    private protected static ChangeOptions Options(string command) => new() { Command = command };
}
