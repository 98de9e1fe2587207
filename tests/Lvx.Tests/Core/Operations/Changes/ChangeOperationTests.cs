using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations.Changes;

public sealed class ChangeOperationTests
{
    [Fact]
    public void A_profile_brings_a_pair_from_factory_defaults_to_its_policy_and_then_there_is_nothing_to_do()
    {
        using var bench = new Workbench();
        bench.FactoryDefaults();

        ChangeReport first = bench.Run(ChangeWish.Of(Workbench.Eg4));
        string[] sent = bench.Setters(0);
        ChangeReport second = bench.Run(ChangeWish.Of(Workbench.Eg4));

        Assert.Empty(first.Errors);
        Assert.Equal(["PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480"], sent);
        Assert.Equal(sent, bench.Setters(1));
        Assert.All(bench.Units, unit => Assert.Equal(
            (BatteryType.User, 56.4m, 54.0m, 48.0m, 48.0m, 54.0m),
            (unit.State.Rated.BatteryType, unit.State.Rated.BulkVoltage, unit.State.Rated.FloatVoltage, unit.State.Rated.CutOffVoltage, unit.State.Rated.ReChargeVoltage, unit.State.Rated.ReDischargeVoltage)));
        Assert.Equal(12, first.Changes.Count);
        Assert.Equal(5 * 2, first.Changes.Count(change => change.Outcome == ChangeOutcome.Applied));
        Assert.All(second.Changes, change => Assert.Equal(ChangeOutcome.AlreadySet, change.Outcome));
        Assert.Equal(sent, bench.Setters(0));
        Assert.Equal(2, bench.Kept.Kept.Count);
    }

    [Fact]
    public void Every_write_is_in_the_journal_from_its_intent_to_its_proof()
    {
        using var bench = new Workbench("sim:single?state=idle");

        bench.Run(Workbench.Want("BulkVoltage", 56.0m));

        JournalEntry[] entries = [.. bench.Journal.Read().Select(record => record.Entry!)];
        Assert.Equal([JournalEvent.Begun, JournalEvent.Intent, JournalEvent.Sent, JournalEvent.Answered, JournalEvent.Verified, JournalEvent.Ended], entries.Select(entry => entry.Event));
        Assert.Equal(("MCHGV560,540", "96132206100001", "06306"), (entries[1].Frame, entries[1].SerialNumber, entries[1].Firmware));
        Assert.Equal(new JournalChange("BulkVoltage", "56.4 V", "56.0 V"), Assert.Single(entries[1].Changes));
        Assert.Equal("Applied", entries[4].Outcome);
        Assert.Empty(bench.Journal.OpenIntents());
    }

    [Fact]
    public void A_refused_charge_current_names_the_charging_and_puts_the_others_back()
    {
        using var bench = new Workbench("sim:pair");
        foreach (var unit in bench.Units.Take(1))
        {
            unit.Change(state => state with { Status = state.Status with { BatteryDirection = BatteryDirection.Idle, BatteryChargeCurrent = 0 } });
        }

        ChangeReport report = bench.Run(Workbench.Want("MaxChargeCurrent", 50));

        Assert.Equal(["MCHGC0,050", "MCHGC0,060"], bench.Setters(0));
        Assert.Equal(["MCHGC0,050"], bench.Setters(1));
        Assert.Equal([(ChangeOutcome.RolledBack, 60), (ChangeOutcome.Refused, 60)], report.Changes.Select(change => (change.Outcome, (int)change.Now!)));
        Assert.Contains("charging now (57 A)", report.Changes[1].Reason, StringComparison.Ordinal);
        Assert.Equal(LvxError.SetterRefused, Assert.Single(report.Errors).Error.Error);
    }

    [Fact]
    public void What_is_only_shown_sends_nothing_and_writes_no_journal()
    {
        using var bench = new Workbench();
        bench.FactoryDefaults();
        var host = new RecordingHost(TestContext.Current.CancellationToken) { Answer = (_, _) => Confirmation.OnlyShow };

        ChangeReport report = bench.Run(ChangeWish.Of(Workbench.Eg4), host: host);

        Assert.All(bench.Units, unit => Assert.DoesNotContain(unit.Log, request => request.Kind == FrameKind.Setter));
        Assert.Equal(["PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480", "PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480"], report.Planned.Select(write => write.Frame));
        Assert.Equal("Set battery type User (now Agm)", report.Planned[0].Action);
        Assert.Empty(bench.Journal.Read());
        Assert.Empty(bench.Kept.Kept);
    }

    [Theory]
    [InlineData("misbehave1=refuse@PSDV408&misbehave2=refuse@PSDV480", "re-charge voltage")]
    [InlineData("misbehave1=padding@FLAG*4,bad-crc@FLAG", "cannot be read")]
    public void What_cannot_be_put_back_keeps_what_would_break_the_order_from_going_back_past_it(string misbehave, string told)
    {
        using var bench = new Workbench($"sim:pair?state=idle&{misbehave}", timeout: 0.4);
        bench.FactoryDefaults();

        ChangeReport report = bench.Run(ChangeWish.Of(Workbench.Eg4));

        Assert.Equal(48.0m, bench.Units[0].State.Rated.ReChargeVoltage);
        Assert.DoesNotContain("BUCD460,540", bench.Setters(0));
        Assert.Contains(report.Errors, error => error.Error.Error == LvxError.RollbackFailed && error.Error.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_put_back_counts_as_put_back_though_another_setting_changed_with_it()
    {
        using var bench = new Workbench("sim:pair?state=idle&misbehave1=stray@PBT");
        bench.FactoryDefaults();

        ChangeReport report = bench.Run(Workbench.Want("BatteryType", BatteryType.User));

        Assert.Equal(("Agm", ChangeOutcome.RolledBack), (report.Changes[0].Now, report.Changes[0].Outcome));
        Assert.Equal(2, report.Errors.Count(error => error.Error.Message.Contains("buzzer", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_look_that_may_lag_does_not_prove_the_old_value()
    {
        using var bench = new Workbench("sim:pair?state=idle&misbehave1=padding@PIRI*1,silence@PIRI*4", timeout: 0.4);
        bench.FactoryDefaults();

        ChangeReport report = bench.Run(Workbench.Want("BatteryType", BatteryType.User));

        Assert.Equal(("User", ChangeOutcome.Applied), (report.Changes[0].Now, report.Changes[0].Outcome));
    }

    [Fact]
    public void A_unit_that_is_another_one_at_its_second_write_is_not_written_to()
    {
        using var bench = new Workbench("sim:single?state=idle");
        bench.FactoryDefaults();
        bench.Units[0].Changed = state =>
        {
            if (state.Rated.BatteryType == BatteryType.User && state.Identity.SerialNumber != "96132206100009")
            {
                bench.Units[0].Change(now => now with { Identity = now.Identity with { SerialNumber = "96132206100009" } });
            }
        };

        ChangeReport report = bench.Run(ChangeWish.Of(Workbench.Eg4));

        Assert.Equal(["PBT2"], bench.Setters(0));
        Assert.Contains(report.Errors, error => error.Error.Message.Contains("96132206100009", StringComparison.Ordinal));
        Assert.Empty(bench.Journal.OpenIntents());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_unit_in_fault_keeps_all_from_being_written_unless_forced(bool force, int writes)
    {
        using var bench = new Workbench();
        bench.Units[1].Change(state => state with { Fault = state.Fault with { FaultCode = 2 } });

        ChangeReport report = bench.Run(ChangeWish.Of([Workbench.Want("BulkVoltage", 56.0m)]), bench.Options with { Force = force });

        Assert.Equal((writes, writes), (bench.Setters(0).Length, bench.Setters(1).Length));
        Assert.Equal(force, report.Errors.Count == 0);
    }

    [Theory]
    [InlineData("PIRI")]
    [InlineData("ID")]
    [InlineData("MOD")]
    public void A_unit_that_cannot_be_read_keeps_all_from_being_written_even_when_forced(string question)
    {
        using var bench = new Workbench($"sim:pair?state=idle&misbehave2=silence@{question}", timeout: 0.4);

        ChangeReport report = bench.Run(ChangeWish.Of([Workbench.Want("BulkVoltage", 56.0m)]), bench.Options with { Force = true });

        Assert.Empty(bench.Setters(0));
        Assert.Empty(bench.Setters(1));
        Assert.Single(report.Errors);
    }

    [Fact]
    public void A_current_beyond_the_list_gives_the_list_and_the_program_of_the_LCD()
    {
        using var bench = new Workbench();

        ChangeReport report = bench.Run(Workbench.Want("MaxChargeCurrent", 100));

        Assert.All(report.Errors, error => Assert.Contains("80 A. Above its end it can be set on the LCD only, Program 02", error.Error.Message, StringComparison.Ordinal));
        Assert.Equal(2, report.Errors.Count);
        Assert.Empty(bench.Setters(0));
    }

    [Fact]
    public void A_failure_without_a_rollback_leaves_what_was_applied()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=refuse@PSDV");
        bench.FactoryDefaults();

        ChangeReport report = bench.Run(ChangeWish.Of(Workbench.Eg4), bench.Options with { NoRollback = true });

        Assert.Equal(["PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480"], bench.Setters(0));
        Assert.Equal(ChangeOutcome.Applied, Assert.Single(report.Changes, change => change.Setting == "ReChargeVoltage").Outcome);
        Assert.Equal(ChangeOutcome.Refused, Assert.Single(report.Changes, change => change.Setting == "CutOffVoltage").Outcome);
    }

    [Fact]
    public void What_was_declined_is_not_sent()
    {
        using var bench = new Workbench("sim:single?state=idle");
        var host = new RecordingHost(TestContext.Current.CancellationToken) { Answer = (_, action) => action.Contains("bulk", StringComparison.Ordinal) ? Confirmation.Decline : Confirmation.Do };

        ChangeReport report = bench.Run(ChangeWish.Of([Workbench.Want("BulkVoltage", 56.0m), Workbench.Want("CutOffVoltage", 47.0m)]), host: host);

        Assert.Equal(["PSDV470"], bench.Setters(0));
        Assert.Equal((ChangeOutcome.NotAttempted, "It was declined."), (report.Changes[0].Outcome, report.Changes[0].Reason));
    }
}
