using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

/// <summary>Which writes are open, and which run an undo is about.</summary>
public sealed class JournalHistoryTests : JournalFolder
{
    private const string One = "96132206100001";
    private const string Two = "96132206100002";

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, false, null)]
    [InlineData(2, true, null)]
    [InlineData(3, true, "^1")]
    [InlineData(4, null, null)]
    public void A_write_is_open_from_its_intent_until_it_is_verified(int records, bool? wasSent, string? answer)
    {
        Append([Entry("r1", 0, JournalEvent.Begun), .. Write("r1", 1).Take(records)]);

        OpenIntent? open = Journal.OpenIntents().SingleOrDefault();
        Assert.Equal((wasSent, answer), (open?.WasSent, open?.Answer));
        Assert.Equal(open is null ? null : "MCHGV564,540", open?.Intent.Frame);
    }

    [Fact]
    public void A_later_run_closes_it_under_its_own_run_and_step()
    {
        Append([.. Write("r1", 1).Take(2), .. Write("r1", 2).Take(1), Entry("r1", 1, JournalEvent.Resolved, "Unknown")]);

        Assert.Equal(2, Assert.Single(Journal.OpenIntents()).Intent.Step);
    }

    [Fact]
    public void The_same_step_of_another_run_or_the_end_of_the_run_closes_nothing()
    {
        Append([.. Write("r1", 1).Take(1), .. Write("r2", 1), Entry("r1", 0, JournalEvent.Ended)]);

        Assert.Equal("r1", Assert.Single(Journal.OpenIntents()).Intent.Run);
    }

    [Fact]
    public void Open_writes_come_in_the_order_of_their_intents()
    {
        Append([.. Write("c", 1).Take(1), .. Write("a", 1).Take(1), .. Write("b", 2).Take(1), Entry("c", 1, JournalEvent.Sent), Entry("a", 1, JournalEvent.Verified)]);

        Assert.Equal(["c", "b"], Journal.OpenIntents().Select(open => open.Intent.Run));
    }

    [Theory]
    [InlineData(0, true, JournalEvent.Sent)]
    [InlineData(1, false, JournalEvent.Intent)]
    [InlineData(2, true, JournalEvent.Intent)]
    [InlineData(3, true, JournalEvent.Intent)]
    public void A_damaged_record_never_closes_a_write_nor_hides_one_that_was_sent(int damaged, bool wasSent, JournalEvent first)
    {
        byte[][] lines = [.. Write("r1", 1).Select(JournalLine.Format)];
        lines[damaged][40] ^= 1;
        int count = damaged == 3 ? 4 : damaged == 1 ? 2 : 3;
        File.WriteAllBytes(FilePath, [.. lines.Take(count).SelectMany(line => line)]);

        OpenIntent open = Assert.Single(Journal.OpenIntents());
        Assert.Equal((wasSent, first), (open.WasSent, open.Intent.Event));
    }

    [Fact]
    public void The_last_run_is_the_one_whose_applied_write_stands_last_whatever_the_clock_said()
    {
        Append([
            .. Write("r1", 1),
            .. Write("r2", 1).Select(entry => entry with { Time = entry.Time.AddYears(-1) }),
            .. Write("r3", 1, "Refused"),
            Entry("r4", 0, JournalEvent.Begun),
        ]);

        JournalRun run = Journal.LastRun(null)!;
        Assert.Equal("r2", run.Run);
        Assert.Equal(4, run.Entries.Count);
    }

    [Fact]
    public void A_run_that_was_killed_counts_once_it_is_resolved_as_applied()
    {
        Append([.. Write("r1", 1), .. Write("r2", 1).Take(2)]);
        Assert.Equal("r1", Journal.LastRun(null)?.Run);

        Append(Entry("r2", 1, JournalEvent.Resolved, Applied) with { Changes = [] });
        Assert.Equal("r2", Journal.LastRun(null)?.Run);
    }

    [Fact]
    public void Undoing_again_goes_further_back()
    {
        Append([.. Write("r1", 1), .. Write("r2", 1), .. Write("u2", 1, undoes: "r2")]);
        Assert.Equal("r1", Journal.LastRun(null)?.Run);

        Append(Write("u1", 1, undoes: "r1"));
        Assert.Null(Journal.LastRun(null));

        Append(Write("r3", 1));
        Assert.Equal("r3", Journal.LastRun(null)?.Run);
    }

    [Theory]
    [InlineData("Refused")]
    [InlineData("Unknown")]
    [InlineData("Reverted")]
    public void An_undo_that_came_to_nothing_leaves_the_run_to_be_undone(string outcome)
    {
        Append([.. Write("r1", 1), .. Write("u1", 1, outcome, undoes: "r1")]);

        Assert.Equal("r1", Journal.LastRun(null)?.Run);
    }

    [Fact]
    public void An_undo_of_half_of_it_leaves_the_run_until_the_rest_is_undone_or_was_so_already()
    {
        Append([.. Write("r1", 1), .. Write("r1", 2, setting: "FloatVoltage"), .. Write("u1", 1, undoes: "r1")]);
        Assert.Equal("r1", Journal.LastRun(null)?.Run);

        Append(Entry("u2", 1, JournalEvent.Verified, "AlreadySet", "FloatVoltage", undoes: "r1"));
        Assert.Null(Journal.LastRun(null));
    }

    [Fact]
    public void What_was_rolled_back_is_not_there_to_be_undone()
    {
        Append([.. Write("r1", 1), .. Write("r2", 1), .. Write("r2", 2, "Refused", "FloatVoltage"), .. Write("r2", 3, "RolledBack")]);

        Assert.Equal("r1", Journal.LastRun(null)?.Run);
    }

    [Theory]
    [InlineData("Refused")]
    [InlineData("Unknown")]
    public void A_rollback_that_failed_leaves_the_run_to_be_undone(string outcome)
    {
        Append([.. Write("r1", 1), .. Write("r2", 1), .. Write("r2", 2, outcome)]);

        Assert.Equal("r2", Journal.LastRun(null)?.Run);
    }

    [Fact]
    public void Of_one_unit_the_others_undo_says_nothing()
    {
        Append([.. Write("r1", 1, serial: One), .. Write("r1", 2, serial: Two), .. Write("u1", 1, serial: One, undoes: "r1")]);

        Assert.Null(Journal.LastRun(entry => entry.SerialNumber == One));
        JournalRun two = Journal.LastRun(entry => entry.SerialNumber == Two)!;
        Assert.Equal("r1", two.Run);
        Assert.Equal(8, two.Entries.Count);
        Assert.Equal("r1", Journal.LastRun(null)?.Run);
    }

    [Fact]
    public void A_damaged_beginning_does_not_make_an_undo_a_run_to_be_undone()
    {
        Append([.. Write("r1", 1), Entry("u1", 0, JournalEvent.Begun, undoes: "r1"), .. Write("u1", 1, undoes: "r1")]);
        string[] lines = File.ReadAllLines(FilePath);
        lines[4] = lines[4].Replace("ana", "eve", StringComparison.Ordinal);
        File.WriteAllLines(FilePath, lines);

        Assert.Single(Journal.Read(), record => record.Damage is not null);
        Assert.Null(Journal.LastRun(null));
    }
}
