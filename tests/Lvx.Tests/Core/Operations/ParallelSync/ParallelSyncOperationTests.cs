using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations.ParallelSync;

public sealed class ParallelSyncOperationTests
{
    [Theory]
    [InlineData("sim:pair")]
    [InlineData("sim:many=3")]
    [InlineData("sim:many=9")]
    [InlineData("sim:pair?state=grid")]
    [InlineData("sim:pair?slots=index")]
    [InlineData("sim:many=3?slots=index")]
    public void Healthy_units_are_in_sync_with_one_warning(string device)
    {
        LvxSyncReport report = Checked.Site(device);
        Assert.True(report.InSync);
        Assert.Equal(device.Contains("state=grid", StringComparison.Ordinal) ? "Skipped:ChargeSharing" : "", report.Troubles());
        LvxSyncCheck slave = report.Of("SlaveFirmware");
        Assert.Equal(CheckOutcome.Warn, slave.Outcome);
        Assert.Contains("06126 00000", slave.Actual, StringComparison.Ordinal);
        Assert.Contains("06021 00000", slave.Actual, StringComparison.Ordinal);
        Assert.Equal(1, report.Warned);
        Assert.All(report.Checks.Where(check => check.Values.Count > 0), check => Assert.Equal(report.Units.Count, check.Values.Count));
        Assert.All(report.Checks, check => Assert.NotEqual("", check.Explanation));
        Assert.All(report.Checks, check => Assert.NotEqual("", check.Actual));
    }

    [Theory]
    [InlineData("set2=MainFirmware:06440", "Fail:MainFirmware", "06306 (lvx6048-1), 06440 (lvx6048-2)")]
    [InlineData("set2=FaultCode:83", "Fail:Fault", "83 parallel battery voltage different (lvx6048-2)")]
    [InlineData("set2=FaultCode:77", "Fail:Fault", "77 unknown fault (lvx6048-2)")]
    [InlineData("set2=ParallelInstance:0", "Fail:ParallelInstance Skipped:ParallelView", "0 (lvx6048-1), 0 (lvx6048-2)")]
    [InlineData("set1=ParallelInstance:1%2cParallelInstance:1&set2=ParallelInstance:2", "Fail:ParallelInstance", "1 (lvx6048-1), 2 (lvx6048-2)")]
    [InlineData("set2=ParallelInstance:2", "Warn:ParallelInstance", "0 (lvx6048-1), 2 (lvx6048-2)")]
    [InlineData("set2=BatteryVoltage:55.4", "Fail:BatteryVoltage", "55.1 V (lvx6048-1) to 55.4 V (lvx6048-2), 0.3 V apart")]
    [InlineData("set2=BatteryChargeCurrent:61", "Fail:ChargeSharing", "55 A (lvx6048-1) to 61 A (lvx6048-2), 6 A apart")]
    [InlineData("set2=BatteryChargeCurrent:0,BatteryDirection:Idle", "Skipped:ChargeSharing", "55 A (lvx6048-1), 0 A (lvx6048-2)")]
    [InlineData("set1=MaxChargeCurrent:100", "Fail:Settings", "11/12; different: max charge current")]
    [InlineData("set2=Mode:Fault", "Fail:Mode Skipped:ModeAlike", "Charge (lvx6048-1), Fault (lvx6048-2)")]
    [InlineData("set2=Mode:7", "Fail:Mode Skipped:ModeAlike", "Charge (lvx6048-1), 7 (lvx6048-2)")]
    [InlineData("set2=Mode:Standby", "Fail:Mode Skipped:ModeAlike", "Charge (lvx6048-1), Standby (lvx6048-2)")]
    [InlineData("set2=Mode:Hybrid", "Warn:ModeAlike", "Charge (lvx6048-1), Hybrid (lvx6048-2)")]
    [InlineData("set2=Warning:8", "Warn:Warnings", "none (lvx6048-1), overload (lvx6048-2)")]
    [InlineData("set2=OutputFrequency:60.2", "Fail:OutputFrequency", "60.0 Hz (lvx6048-1) to 60.2 Hz (lvx6048-2), 0.2 Hz apart")]
    [InlineData("set2=OutputVoltage:122.2", "Fail:OutputVoltage", "120.1 V (lvx6048-1) to 122.2 V (lvx6048-2), 2.1 V apart")]
    [InlineData("set2=OutputMode:Phase2Of3", "Fail:OutputMode", "Parallel (lvx6048-1), Phase2Of3 (lvx6048-2)")]
    [InlineData("set2=ClockMinutes:6", "Warn:Clock", "6 min apart (lvx6048-1 is behind, lvx6048-2 ahead)")]
    [InlineData("misbehave2=silence", "Fail:Answers", "1 of 2; silent: lvx6048-2")]
    public void Each_sickness_shows_in_its_own_check_and_in_no_other(string sickness, string troubles, string actual)
    {
        LvxSyncReport report = Checked.Site($"sim:pair?{sickness}");
        string found = sickness.Contains("silence", StringComparison.Ordinal) ? report.FailuresAndWarnings() : report.Troubles();
        Assert.Equal(troubles, found);
        string name = troubles.Split(' ', ':')[1];
        Assert.Equal(actual, report.Of(name).Actual.Replace("no fault (lvx6048-1), ", "", StringComparison.Ordinal));
        Assert.Equal(!troubles.Contains("Fail", StringComparison.Ordinal), report.InSync);
        Assert.True(report.Of(name).Outcome == CheckOutcome.Skipped || report.Of(name).NextStep is { Length: > 0 });
    }

    [Fact]
    public void Different_firmware_and_fault_71_are_told_together_with_the_way_out()
    {
        LvxSyncReport report = Checked.Site("sim:pair?set1=MainFirmware:06303&set2=MainFirmware:06440,FaultCode:71,Mode:Fault");
        Assert.Equal("Fail:MainFirmware Fail:Mode Skipped:ModeAlike Fail:Fault", report.Troubles());
        LvxSyncCheck fault = report.Of("Fault");
        Assert.Contains("71 parallel firmware version different", fault.Explanation, StringComparison.Ordinal);
        Assert.Contains("06303 (lvx6048-1), 06440 (lvx6048-2)", fault.Explanation, StringComparison.Ordinal);
        Assert.Equal("Flash the main firmware of all units to one version.", fault.NextStep);
    }

    [Fact]
    public void Fault_86_names_the_settings_that_differ()
    {
        LvxSyncReport report = Checked.Site("sim:pair?set2=FaultCode:86,FloatVoltage:54.4");
        Assert.Equal("Fail:Fault Fail:Settings", report.Troubles());
        Assert.Contains("These settings differ: float voltage.", report.Of("Fault").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_differ_come_with_what_they_risk_and_how_to_set_them()
    {
        LvxSyncCheck settings = Checked.Site("sim:pair?set1=MaxChargeCurrent:100").Of("Settings");
        Assert.Contains("Max charge current: 100 A (lvx6048-1) against 60 A (lvx6048-2).", settings.Explanation, StringComparison.Ordinal);
        Assert.Contains("On the LCD of lvx6048-2, Program 02", settings.NextStep, StringComparison.Ordinal);
        Assert.Equal(["12/12", "11/12"], settings.Values);
        string both = Checked.Site("sim:pair?set2=BulkVoltage:56.8").Of("Settings").NextStep!;
        Assert.Contains("To make lvx6048-2 like lvx6048-1: Set-LvxSettings -BulkVoltage 56.4", both, StringComparison.Ordinal);
        Assert.Contains("To make lvx6048-1 like lvx6048-2: Set-LvxSettings -BulkVoltage 56.8", both, StringComparison.Ordinal);
        Assert.EndsWith("-SerialNumber 96132206100001.", both, StringComparison.Ordinal);
        Assert.Contains("Compare-LvxSettings", Checked.Site("sim:pair?set2=BulkVoltage:56.8,FloatVoltage:54.4").Of("Settings").NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_unit_is_a_failed_check_with_the_reason_and_what_the_others_see_of_it()
    {
        LvxSyncReport report = Checked.Site("sim:pair?misbehave2=silence");
        LvxSyncCheck answers = report.Of("Answers");
        Assert.Contains("got no answer within 1.5 s", answers.Explanation, StringComparison.Ordinal);
        Assert.Contains("lvx6048-1 sees instance 1 in mode Charge on the parallel bus", answers.Explanation, StringComparison.Ordinal);
        Assert.Contains("Check that the unit is on", answers.NextStep, StringComparison.Ordinal);
        LvxUnitFailure silent = Assert.Single(report.Unreachable);
        Assert.Equal(LvxError.DeviceTimeout, silent.Error);
        Assert.Equal("lvx6048-2", silent.Name);
        Assert.Equal("NOT IN SYNC: 1 unit, 1 silent, 5 passed, 1 failed, 10 skipped", report.ToString());
    }

    [Fact]
    public void A_silent_master_is_not_told_as_a_system_without_one()
    {
        LvxSyncReport report = Checked.Site("sim:many=3?misbehave1=silence");
        Assert.Equal("Fail:Answers Warn:SlaveFirmware", report.FailuresAndWarnings());
        Assert.Contains("the master may be the one that is silent", report.Of("ParallelInstance").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void When_nobody_answers_there_is_a_report_all_the_same()
    {
        LvxSyncReport report = Checked.Site("sim:pair?misbehave=silence");
        Assert.False(report.InSync);
        Assert.Equal(2, report.Unreachable.Count);
        Assert.Empty(report.Units);
        Assert.All(report.Checks.Skip(1), check => Assert.Equal(CheckOutcome.Skipped, check.Outcome));
    }

    [Fact]
    public void Units_by_themselves_are_no_parallel_system()
    {
        LvxSyncReport report = Checked.Site("sim:pair?set=OutputMode:Single");
        Assert.Equal("Fail:OutputMode Skipped:ParallelView", report.Troubles());
    }

    [Theory]
    [InlineData("sim:many=3?set1=OutputMode:Phase1Of3&set2=OutputMode:Phase2Of3&set3=OutputMode:Phase3Of3", "")]
    [InlineData("sim:pair?set1=OutputMode:Phase1Of2&set2=OutputMode:Phase2Of2", "")]
    [InlineData("sim:pair?set1=OutputMode:Phase1Of3&set2=OutputMode:Phase2Of3", "Fail:OutputMode")]
    [InlineData("sim:many=3?set1=OutputMode:Phase1Of2&set2=OutputMode:Phase2Of2&set3=OutputMode:Phase3Of3", "Fail:OutputMode")]
    public void Output_modes_fit_when_every_phase_has_a_unit(string device, string troubles) => Assert.Equal(troubles, Checked.Site(device).Troubles());

    [Fact]
    public void One_unit_alone_is_an_error_that_names_the_other_way()
    {
        LvxException error = Assert.Throws<LvxException>(() => Checked.Site("sim:pair/1"));
        Assert.Equal(LvxError.ArgumentInvalid, error.Error);
        Assert.Contains("-ViaParallelBus", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_nobody_named_is_seen_on_the_bus()
    {
        var site = new SimulatedPair("sim:many=3");
        var two = site.Selection with { Ports = [.. site.Selection.Ports.Take(2)] };
        LvxSyncReport report = new ParallelSyncOperation(site.Access).Check(two, new SyncOptions(), site.Host);
        Assert.Equal("Warn:ParallelView", report.Troubles());
        Assert.Contains("lvx6048-1 sees instance 2 (96132206100003), which was not named", report.Of("ParallelView").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_with_swapped_places_are_told_by_their_serial_numbers()
    {
        var site = new SimulatedPair();
        // Each says it is the other's place: what the bus says of a place is another unit's then.
        LvxSyncReport report = Checked.Site(site);
        Assert.Equal("", report.Troubles());
        var strange = SyncJudge.Judge(new SyncFacts(SyncSource.OwnCables, DateTime.UtcNow, Swapped(report, site), []), new SyncTolerances());
        Assert.Equal(CheckOutcome.Warn, strange.Of("ParallelView").Outcome);
        Assert.Contains("For lvx6048-1 instance 1 is 96132206100001", strange.Of("ParallelView").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void All_units_are_measured_at_the_same_moment_though_one_is_slow_to_begin()
    {
        LvxSyncReport report = Checked.Site("sim:pair?misbehave2=silence@PI*1");
        Assert.Equal("", report.Troubles());
        Assert.InRange(report.ReadingSpreadSeconds!.Value, 0, 0.4);
    }

    [Fact]
    public void Waiting_ends_as_soon_as_the_system_is_in_sync()
    {
        var site = new SimulatedPair("sim:pair?set2=Mode:PowerOn");
        int rounds = 0;
        site.Units[0].Changed = _ =>
        {
            // Somebody looks at the settings: the end of a round.
            if (++rounds == 2)
            {
                site.Units[1].Change(state => state with { Mode = OperatingMode.Charge });
            }
        };
        LvxSyncReport report = Checked.Site(site, new SyncOptions { Wait = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(10) });
        Assert.True(report.InSync);
        Assert.Contains(site.Host.Messages, message => message == "verbose: Not in sync yet: mode.");
        Assert.Equal(site.Host.LastProgress.Total, site.Host.LastProgress.Done);
    }

    [Fact]
    public void Waiting_ends_with_the_last_report_when_the_time_is_over()
    {
        LvxSyncReport report = Checked.Site("sim:pair?set2=Mode:PowerOn", new SyncOptions { Wait = TimeSpan.FromSeconds(0.3), Pause = TimeSpan.FromSeconds(0.1) });
        Assert.False(report.InSync);
    }

    [Theory]
    [InlineData("sim:pair", 2)]
    [InlineData("sim:pair?slots=index", 2)]
    [InlineData("sim:many=3", 3)]
    [InlineData("sim:many=9", 9)]
    public void One_unit_speaks_for_all_over_the_parallel_bus(string device, int units)
    {
        var site = new SimulatedPair(device);
        LvxSyncReport report = Checked.Site(site, new SyncOptions { ViaParallelBus = true });
        Assert.True(report.InSync);
        Assert.Equal(SyncSource.ParallelBus, report.Source);
        Assert.Equal(units, report.Units.Count);
        Assert.Equal(site.Units.Select(unit => unit.State.Identity.SerialNumber), report.Units.Select(unit => unit.SerialNumber));
        Assert.Equal("Skipped:MainFirmware Skipped:SlaveFirmware Skipped:Warnings Skipped:Clock", report.AllTroubles());
        Assert.Equal("3/3", report.Of("Settings").Actual);
        Assert.Contains("The other 9 are not seen over the bus", report.Of("Settings").Explanation, StringComparison.Ordinal);
        Assert.All(site.Units.Skip(1), unit => Assert.Empty(unit.Log));
    }

    [Theory]
    [InlineData("set2=FaultCode:83", "Fault")]
    [InlineData("set2=Mode:Fault", "Mode")]
    [InlineData("set2=BatteryVoltage:55.4", "BatteryVoltage")]
    [InlineData("set2=BatteryChargeCurrent:61", "ChargeSharing")]
    [InlineData("set1=MaxChargeCurrent:100", "Settings")]
    [InlineData("set2=OutputFrequency:60.2", "OutputFrequency")]
    public void What_the_bus_shows_is_judged_from_one_cable(string sickness, string check)
    {
        LvxSyncReport report = Checked.Site($"sim:pair?{sickness}", new SyncOptions { ViaParallelBus = true });
        Assert.Equal([check], report.Checks.Where(one => one.Outcome == CheckOutcome.Fail).Select(one => one.Name));
    }

    [Fact]
    public void A_single_unit_asked_for_all_is_no_parallel_system()
    {
        LvxSyncReport report = Checked.Site("sim:single", new SyncOptions { ViaParallelBus = true });
        Assert.False(report.InSync);
        Assert.Equal(["OutputMode"], report.Checks.Where(one => one.Outcome == CheckOutcome.Fail).Select(one => one.Name));
    }

    [Fact]
    public void Nothing_but_questions_is_sent()
    {
        var site = new SimulatedPair();
        Checked.Site(site);
        Checked.Site(site, new SyncOptions { ViaParallelBus = true });
        Assert.All(site.Units, unit => Assert.All(unit.Log, request => Assert.Equal(FrameKind.Query, request.Kind)));
    }

    private static IReadOnlyList<UnitFacts> Swapped(LvxSyncReport report, SimulatedPair site)
    {
        SlotView Slot(int number, int unit) => new(
            number,
            DateTime.UtcNow,
            new ParallelStatus { Exists = 1, Mode = OperatingMode.Charge, BatteryVoltage = 55.1m },
            new ParallelRating { Exists = 1, SerialNumber = site.Units[unit].State.Identity.SerialNumber });
        return [.. report.Units.Select(status => new UnitFacts(status) { View = [Slot(0, 1), Slot(1, 0)] })];
    }
}
