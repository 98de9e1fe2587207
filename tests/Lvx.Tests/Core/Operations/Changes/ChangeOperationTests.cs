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

    [Fact]
    public void A_plan_says_why_each_write_stands_where_it_stands()
    {
        using var bench = new Workbench("sim:single?state=idle");
        var host = new RecordingHost(TestContext.Current.CancellationToken) { Answer = (_, _) => Confirmation.OnlyShow };

        ChangeReport report = bench.Run(
            ChangeWish.Of([Workbench.Want("MaxChargeCurrent", 70), Workbench.Want("FloatVoltage", 55m), Workbench.Want("ReDischargeVoltage", 55m), Workbench.Want("CutOffVoltage", 47m)]), host: host);

        Assert.Equal(
            [
                ("MCHGC0,070", "early, since a unit that charges refuses it, and then little else has been changed"),
                ("MCHGV564,550", "before re-charge voltage and re-discharge voltage: else re-discharge voltage 55.0 V would be above float voltage 54.0 V for a moment"),
                ("BUCD480,550", "at any moment; re-charge and re-discharge travel together"),
                ("PSDV470", "at any moment"),
            ],
            report.Planned.Select(write => (write.Frame, write.Why)));
    }
}
