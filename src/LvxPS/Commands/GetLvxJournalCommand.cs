using System.Management.Automation;
using Lvx.Core.Journal;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Reads the journal of changes: every write that was ever made from here, with what came of it. A damaged record is shown as such. Reaches no unit.</summary>
[Cmdlet(VerbsCommon.Get, "LvxJournal")]
[OutputType(typeof(LvxJournalRecord))]
public sealed class GetLvxJournalCommand : LvxCmdlet
{
    /// <summary>Only records of these units, in the 14- or 22-digit form of their serial numbers; damaged ones, which may be theirs, as well.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SerialCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? SerialNumber { get; set; }

    /// <summary>Only the last so many records.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(() =>
    {
        IEnumerable<JournalRecord> records = new ChangeJournal(ChangeJournal.DefaultPath).Read();
        if (SerialNumber is not null)
        {
            // Whose a damaged record is nobody can say, so that none is hidden.
            records = records.Where(record => record.Entry is null || record.Entry.SerialNumber is { } serial && SerialNumber.Any(wanted => Lvx.Pi18.SerialNumber.Same(wanted, serial)));
        }

        WriteObject(records.TakeLast(Last).Select(record => new LvxJournalRecord(record)), enumerateCollection: true);
    });
}
