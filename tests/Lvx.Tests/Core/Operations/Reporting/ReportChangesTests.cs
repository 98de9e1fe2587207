using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Operations.Reporting;

public sealed class ReportChangesTests
{
    [Fact]
    public void Without_a_baseline_and_a_journal_it_says_so() =>
        Assert.Contains("- No baseline was given: how the units were found is known only where the journal has it.\n- No journal was looked at: what was requested is not known.", Reports.Of("sim:pair").Markdown(), StringComparison.Ordinal);

    [Fact]
    public void What_was_written_stands_as_found_requested_and_as_left_with_its_time_and_setter()
    {
        using var folder = new TempFolder();
        var site = new SimulatedPair("sim:pair");
        var baseline = new SettingsFile("before.yaml", site.Read(SettingsScope.All));
        var journal = new ChangeJournal(folder["journal.jsonl"]);
        Write(journal, Reports.One, 1, "BulkVoltage", "56.4 V", "56.0 V", "MCHGV560,540", "Applied");
        Write(journal, Reports.Two, 2, "BulkVoltage", "56.4 V", "56.0 V", "MCHGV560,540", "Refused");
        Write(journal, Reports.Two, 3, "CutOffVoltage", "48.0 V", "47.0 V", "PSDV470", null);
        Write(journal, "55555555555555", 4, "CutOffVoltage", "48.0 V", "47.0 V", "PSDV470", "Applied");
        site.Units[0].Change(state => state with { Rated = state.Rated with { BulkVoltage = 56.0m, FloatVoltage = 53.9m } });

        ReportModel model = Reports.Of(site, Reports.Quick with { Baseline = baseline, Journal = journal });
        string markdown = model.Markdown();
        Assert.Contains("| Bulk voltage | lvx6048-1 | 56.4 V | 56.0 V | 56.0 V | as requested |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Float voltage | lvx6048-1 | 54.0 V | -- | 53.9 V | changed, not by a write in the journal: on the LCD, or by another program |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Bulk voltage | lvx6048-2 | 56.4 V | 56.0 V | 56.4 V | **NOT as requested** |", markdown, StringComparison.Ordinal);
        Assert.Matches(@"\| \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ \| lvx6048-1 \| BulkVoltage \| 56\.4 V \| 56\.0 V \| MCHGV560,540 \| Applied \| 56\.0 V \|", markdown);
        Assert.Contains("PSDV470 | **open: not known how it ended** |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("55555555555555", markdown, StringComparison.Ordinal);
        Assert.Contains("lvx restore before.yaml --device sim:pair/1 --serial 96132206100001", markdown, StringComparison.Ordinal);
        Assert.Contains(ReportVerdict.Of(model).Warnings, warning => warning.Title == "bulk voltage of lvx6048-2 is not as requested");
        Assert.Contains(ReportVerdict.Of(model).Warnings, warning => warning.Title == "a write to lvx6048-2 is open");
    }

    [Fact]
    public void A_baseline_of_another_unit_says_nothing_of_how_this_one_was_found()
    {
        IReadOnlyList<LvxSettings> other = new SimulatedPair("sim:single").Read(SettingsScope.All);
        ReportModel model = Reports.Of("sim:pair", Reports.Quick with { Baseline = new SettingsFile("one.yaml", other) });
        Assert.Contains("lvx6048-2 is not in that baseline: how it was found is not known.", model.Markdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_cannot_be_read_is_a_warning_and_no_end_of_the_report()
    {
        using var folder = new TempFolder();
        ReportModel model = Reports.Of("sim:pair", Reports.Quick with { Journal = new ChangeJournal(folder.Path) });
        Assert.Contains(ReportVerdict.Of(model).Warnings, warning => warning.Title == "the journal was not read");
    }

    private static void Write(ChangeJournal journal, string serial, int step, string setting, string from, string to, string frame, string? outcome)
    {
        var intent = new JournalEntry
        {
            Time = DateTime.UtcNow, Run = "20990101T000000Z-00000001", Step = step, Event = JournalEvent.Intent, User = "ann", SerialNumber = serial, Frame = frame,
            Changes = [new JournalChange(setting, from, to)],
        };
        journal.Append(intent);
        if (outcome is not null)
        {
            journal.Append(intent with { Event = JournalEvent.Verified, Outcome = outcome });
        }
    }
}
