using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Units;
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

    [Fact]
    public void A_plan_says_why_each_write_stands_where_it_stands()
    {
        using var bench = new Workbench("sim:single?state=idle");
        var host = new RecordingHost(TestContext.Current.CancellationToken) { Answer = (_, _) => Confirmation.OnlyShow };

        ChangeReport report = bench.Run(
            ChangeWish.Of([Workbench.Want("MaxChargeCurrent", 70), Workbench.Want("FloatVoltage", 55m), Workbench.Want("ReDischargeVoltage", 55m), Workbench.Want("CutOffVoltage", 47m)]), host: host);

        Assert.Equal(
            [
                ("MCHGC0,070", "early: a unit that is charging refuses it, and then there is little to put back"),
                ("MCHGV564,550", "before re-charge voltage and re-discharge voltage: else re-discharge voltage 55.0 V would be above float voltage 54.0 V for a moment"),
                ("BUCD480,550", "one command carries re-charge and re-discharge"),
                ("PSDV470", "nothing else has to come first"),
            ],
            report.Planned.Select(write => (write.Frame, write.Why)));
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

    [Fact]
    public void The_undo_of_a_battery_type_brings_its_own_voltages_back_and_then_there_is_nothing_to_undo()
    {
        using var bench = new Workbench();
        bench.FactoryDefaults();
        RatedInformation[] before = [.. bench.Units.Select(unit => unit.State.Rated)];
        Assert.Empty(bench.Run(ChangeWish.Of(Workbench.Eg4)).Errors);

        UndoneRun last = UndoneRun.Last(bench.Journal, []);
        ChangeReport report = bench.Run(last.Wish, bench.Options with { Undoes = last.Run, LeaveOutWhatCannotBeWritten = true });

        Assert.Empty(report.Errors);
        Assert.Equal(before, bench.Units.Select(unit => unit.State.Rated));
        Assert.DoesNotContain(report.Changes, change => change.Outcome == ChangeOutcome.NotAttempted);
        Assert.Equal(["PBT0", "BUCD460,540"], bench.Setters(0)[4..]);
        Assert.Equal(LvxError.NothingToUndo, Assert.Throws<LvxException>(() => UndoneRun.Last(bench.Journal, [])).Error);
    }

    [Fact]
    public void A_unit_that_does_not_say_its_serial_number_is_not_written_to()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=refuse@ID");

        ChangeReport report = bench.Run(Workbench.Want("BulkVoltage", 56.0m));

        Assert.Equal(LvxError.UnitNameless, Assert.Single(report.Errors).Error.Error);
        Assert.Empty(bench.Setters(0));
    }

    [Fact]
    public void One_unit_over_two_ports_is_not_written_to()
    {
        using var bench = new Workbench();
        bench.Units[1].Change(state => state with { Identity = bench.Units[0].State.Identity });

        ChangeReport report = bench.Run(Workbench.Want("BulkVoltage", 56.0m));

        Assert.Contains("named twice", Assert.Single(report.Errors).Error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Setters(0));
        Assert.Empty(bench.Setters(1));
    }

    [Fact]
    public void Without_a_journal_nothing_is_sent()
    {
        using var bench = new Workbench("sim:single?state=idle");
        var nowhere = new ChangeJournal("/proc/self/no/journal.jsonl");

        ChangeReport report = new ChangeOperation(bench.Access, nowhere, bench.Kept).Run(bench.Selection, ChangeWish.Of([Workbench.Want("BulkVoltage", 56.0m)]), bench.Options, bench.Host);

        Assert.Equal(ChangeOutcome.NotAttempted, Assert.Single(report.Changes).Outcome);
        Assert.NotEmpty(report.Errors);
        Assert.Empty(bench.Setters(0));
    }

    [Fact]
    public void Where_the_settings_as_found_cannot_be_kept_nothing_is_sent()
    {
        using var bench = new Workbench();

        ChangeReport report = new ChangeOperation(bench.Access, bench.Journal, new FullDisk()).Run(bench.Selection, ChangeWish.Of([Workbench.Want("BulkVoltage", 56.0m)]), bench.Options, bench.Host);

        Assert.All(report.Changes, change => Assert.Equal(ChangeOutcome.NotAttempted, change.Outcome));
        Assert.Equal(2, report.Changes.Count);
        Assert.Equal(LvxError.FileNotWritable, Assert.Single(report.Errors).Error.Error);
        Assert.Empty(bench.Setters(0));
        Assert.Empty(bench.Journal.Read());
    }

    [Fact]
    public void A_current_above_the_list_that_is_lowered_is_warned_of()
    {
        using var bench = new Workbench("sim:single?state=idle&set=MaxChargeCurrent:100");

        ChangeReport report = bench.Run(Workbench.Want("MaxChargeCurrent", 60));

        Assert.Equal(ChangeOutcome.Applied, Assert.Single(report.Changes).Outcome);
        Assert.Contains(bench.Host.Messages, message => message.StartsWith("warning", StringComparison.Ordinal) && message.Contains("PI18 can't bring it back; the LCD can, Program 02", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_parallel_id_is_named_as_the_cause()
    {
        using var bench = new Workbench("sim:single?state=idle");

        ChangeReport report = bench.Run(ChangeWish.Of([Workbench.Want("MaxChargeCurrent", 50)]), bench.Options with { ParallelId = 1 });

        Assert.Equal(["MCHGC1,050"], bench.Setters(0));
        Assert.Contains("parallel id 1", Assert.Single(report.Changes).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ChangeOutcome.Applied)]
    [InlineData("&misbehave=bad-crc@DAT", ChangeOutcome.Applied)]
    [InlineData("&misbehave=refuse@DAT", ChangeOutcome.Refused)]
    [InlineData("&misbehave=ignore@DAT", ChangeOutcome.Refused)]
    public void A_clock_is_set_once_and_read_back(string misbehaviour, ChangeOutcome outcome)
    {
        using var bench = new Workbench($"sim:single?state=idle{misbehaviour}");
        var operation = new ClockOperation(bench.Access, bench.Journal);

        LvxSettingChange change = Assert.Single(operation.Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options, bench.Host)).Value!;

        Assert.Equal(outcome, change.Outcome);
        Assert.Single(bench.Setters(0));
        Assert.Empty(bench.Journal.OpenIntents());
        Assert.Equal(outcome == ChangeOutcome.Applied, Math.Abs(((DateTime)change.Now! - new DateTime(2026, 4, 26, 12, 0, 0)).TotalSeconds) < 5);
        Assert.Equal(outcome == ChangeOutcome.Applied ? "Done" : "Failed", bench.Journal.Read().Last(record => record.Entry?.Event == JournalEvent.Ended).Entry!.Outcome);
    }

    [Theory]
    [InlineData("refuse@DAT", "The unit refused it, and its clock does not show the new time.")]
    [InlineData("ignore@DAT", "The unit accepted it, and its clock does not show the new time.")]
    [InlineData("bad-crc@DAT", "What the unit answered is not known (the answer was damaged), and yet it has the new time.")]
    public void What_a_unit_said_to_its_clock_is_told_in_words(string misbehaviour, string reason)
    {
        using var bench = new Workbench($"sim:single?state=idle&misbehave={misbehaviour}");
        var operation = new ClockOperation(bench.Access, bench.Journal);

        Assert.Equal(reason, Assert.Single(operation.Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options, bench.Host)).Value!.Reason);
    }

    [Fact]
    public void A_setting_that_changes_with_the_clock_is_told_with_what_it_was()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=stray@DAT");

        LvxSettingChange change = Assert.Single(new ClockOperation(bench.Access, bench.Journal).Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options, bench.Host)).Value!;

        Assert.Equal(ChangeOutcome.Applied, change.Outcome);
        Assert.Equal("Other settings changed with it: buzzer off (was on). Nothing was put back.", change.Reason);
        Assert.Equal(LvxError.SettingStray, ClockOperation.ErrorOf(change)!.Error);
        Assert.Equal("Failed", bench.Journal.Read().Last(record => record.Entry?.Event == JournalEvent.Ended).Entry!.Outcome);
        Assert.Single(bench.Setters(0));
    }

    [Theory]
    [InlineData(ChangeOutcome.Refused, LvxError.SettingStray)]
    [InlineData(ChangeOutcome.Reverted, LvxError.SettingStray)]
    [InlineData(ChangeOutcome.Unknown, LvxError.SettingUnknown)]
    public void A_clock_that_was_refused_and_brought_another_setting_with_it_is_not_as_found(ChangeOutcome outcome, LvxError error)
    {
        var change = new LvxSettingChange(new UnitPort("sim:single", "lvx6048-1"), null, "Clock", null, null, null, null, outcome, "", TimeSpan.Zero) { BroughtOthers = true };
        Assert.Equal(error, ClockOperation.ErrorOf(change)!.Error);
    }

    [Fact]
    public void A_clock_whose_unit_says_no_more_about_its_settings_is_not_called_well()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=silence@PIRI", timeout: 0.3);
        LvxException error = Assert.Single(new ClockOperation(bench.Access, bench.Journal).Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options, bench.Host)).Error!;
        Assert.Equal(LvxError.DeviceTimeout, error.Error);
        Assert.Empty(bench.Setters(0));
    }

    [Fact]
    public void A_value_is_worded_alike_before_and_after_it_failed()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=refuse@POP");

        LvxSettingChange change = Assert.Single(bench.Run(Workbench.Want("OutputSourcePriority", OutputSourcePriority.SolarUtilityBattery)).Changes);

        Assert.StartsWith("The unit refused it, and it still has output source priority SolarBatteryUtility.", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_goes_back_by_itself_is_read_once_more_and_told()
    {
        using var bench = new Workbench("sim:single?state=idle&misbehave=revert=1@DAT");

        LvxSettingChange change = Assert.Single(new ClockOperation(bench.Access, bench.Journal)
            .Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options with { SettleTime = TimeSpan.FromSeconds(1.2) }, bench.Host)).Value!;

        Assert.Equal(ChangeOutcome.Reverted, change.Outcome);
        Assert.Equal(LvxError.SettingReverted, ClockOperation.ErrorOf(change)!.Error);
        Assert.Equal("Failed", bench.Journal.Read().Last(record => record.Entry?.Event == JournalEvent.Ended).Entry!.Outcome);
    }

    [Fact]
    public void A_clock_that_was_being_set_when_the_run_was_stopped_is_no_run_that_is_done()
    {
        using var bench = new Workbench("sim:pair?state=idle");
        var operation = new ClockOperation(bench.Access, bench.Journal);

        Assert.Equal(ChangeOutcome.Applied, operation.Set(bench.Selection, new DateTime(2026, 4, 26, 12, 0, 0), bench.Options, bench.Host).First().Value!.Outcome);

        Assert.Equal("Interrupted", bench.Journal.Read().Last(record => record.Entry?.Event == JournalEvent.Ended).Entry!.Outcome);
    }

    [Fact]
    public void A_clock_that_is_right_is_left_alone()
    {
        using var bench = new Workbench("sim:single?state=idle");

        LvxSettingChange change = Assert.Single(new ClockOperation(bench.Access, bench.Journal).Set(bench.Selection, null, bench.Options, bench.Host)).Value!;

        Assert.Equal(ChangeOutcome.AlreadySet, change.Outcome);
        Assert.Empty(bench.Setters(0));
    }

    [Fact]
    public void What_became_of_a_write_that_was_cut_off_is_not_judged_by_one_look_that_lags()
    {
        using var bench = new Workbench("sim:single?state=idle");
        var intent = new JournalEntry
        {
            Time = DateTime.UtcNow,
            Run = ChangeJournal.NewRun(DateTime.UtcNow),
            Step = 1,
            Event = JournalEvent.Intent,
            User = "somebody",
            SerialNumber = "96132206100001",
            Frame = "MCHGV560,540",
            Changes = [new JournalChange("BulkVoltage", "56.4 V", "56.0 V")],
        };
        bench.Journal.Append(intent);
        bench.Units[0].Answer(FrameKind.Setter, "MCHGV560,540"u8);

        ChangeReport report = bench.Run(Workbench.Want("BulkVoltage", 56.4m));

        Assert.Contains(bench.Host.Messages, message => message.Contains("was cut off", StringComparison.Ordinal) && message.Contains(": it took effect. Now: bulk voltage 56.0 V", StringComparison.Ordinal));
        Assert.Equal((ChangeOutcome.Applied, 56.0m), (Assert.Single(report.Changes).Outcome, report.Changes[0].From));
        Assert.Equal(["MCHGV560,540", "MCHGV564,540"], bench.Setters(0));
        Assert.Contains(bench.Journal.Read(), record => record.Entry is { Event: JournalEvent.Resolved, Outcome: "Applied" } resolved && resolved.Run == intent.Run);
    }

    [Fact]
    public void A_unit_that_can_be_read_again_at_any_moment_is_told_as_it_is_though_its_first_answer_lags()
    {
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        OnThreads.ForEach(Enumerable.Range(2, 28), 4, silent =>
        {
            using var bench = new Workbench($"sim:single?state=idle&lag=2&misbehave=padding@PIRI*1,silence@PIRI*{silent}", timeout: 0.4);
            LvxSettingChange change = Assert.Single(bench.Run(ChangeWish.Of([Workbench.Want("CutOffVoltage", 47.0m)]), bench.Options with { NoRollback = true }).Changes);
            decimal? truth = bench.Units[0].State.Rated.CutOffVoltage;
            if (change.Now is not null && !Equals(change.Now, truth))
            {
                wrong.Enqueue($"{silent}: {change.Outcome}, now {change.Now}, and the unit has {truth}");
            }
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order()));
    }

    private sealed class FullDisk : IChangeWitness
    {
        public string Keep(LvxSettings settings, string run) => throw LvxErrors.NotWritable("before.yaml", new IOException("no space left on device"));
    }
}
