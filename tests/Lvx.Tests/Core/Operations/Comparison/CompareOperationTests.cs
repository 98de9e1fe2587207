using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations.Comparison;

public sealed class CompareOperationTests
{
    [Fact]
    public void A_pair_that_differs_in_its_charge_current_differs_in_that_alone_and_matches_once_it_is_set()
    {
        var pair = new SimulatedPair("sim:pair?set1=MaxChargeCurrent:100");

        SettingsComparison before = Assert.Single(Compare(pair)).Value!;
        pair.Units[0].Change(state => state with { Rated = state.Rated with { MaxChargeCurrent = 60 } });
        SettingsComparison after = Assert.Single(Compare(pair)).Value!;

        LvxSettingComparison difference = Assert.Single(before.Settings, setting => !setting.Match);
        Assert.Equal(("MaxChargeCurrent", "A", 100, 60), (difference.Setting, difference.Unit, difference.ReferenceValue, difference.DifferenceValue));
        Assert.Equal(("lvx6048-1", "lvx6048-2"), (difference.ReferenceName, difference.DifferenceName));
        Assert.Contains("86 parallel output setting different", difference.Risk, StringComparison.Ordinal);
        Assert.Contains("Program 02", difference.HowToSet, StringComparison.Ordinal);
        Assert.Null(difference.Command);
        Assert.Equal("11/12 settings match (lvx6048-2 against lvx6048-1)", before.ToString());
        Assert.False(before.Match);
        Assert.Equal("12/12 settings match (lvx6048-2 against lvx6048-1)", after.ToString());
        Assert.True(after.Match);
    }

    [Fact]
    public void Every_setting_that_can_be_planted_is_found_alone()
    {
        (string Setting, string Value)[] planted =
        [
            ("BatteryType", "agm"), ("BulkVoltage", "56.5"), ("FloatVoltage", "54.1"), ("CutOffVoltage", "47.9"), ("ReChargeVoltage", "47"), ("ReDischargeVoltage", "53"),
            ("MaxChargeCurrent", "50"), ("MaxAcChargeCurrent", "20"), ("InputVoltageRange", "ups"), ("OutputSourcePriority", "solar_utility_battery"),
            ("ChargerSourcePriority", "solar_only"), ("SolarPowerPriority", "load_battery_utility"), ("Buzzer", "off"), ("OverloadBypass", "on"), ("LcdReturn", "off"),
            ("OverloadRestart", "on"), ("OverTemperatureRestart", "on"), ("Backlight", "off"), ("AlarmPrimarySourceLost", "off"), ("FaultRecord", "off"),
            ("AcChargeWindow", "01:00-02:00"), ("AcLoadWindow", "03:00-04:00"), ("MachineType", "grid_tie"), ("OutputMode", "phase1_of3"),
        ];
        Assert.Equal(SettingCatalogue.All.Select(setting => setting.Name), planted.Select(plant => plant.Setting));

        foreach ((string setting, string value) in planted)
        {
            SettingsComparison comparison = Assert.Single(Compare(new SimulatedPair($"sim:pair?set2={setting}:{value}"), SettingsScope.All)).Value!;
            Assert.Equal(setting, Assert.Single(comparison.Settings, compared => !compared.Match).Setting);
            Assert.Equal(24, comparison.Settings.Count);
            bool oneOfTwelve = SettingCatalogue.Find(setting)!.IsOneOfTwelve;
            Assert.Equal(!oneOfTwelve, Assert.Single(Compare(new SimulatedPair($"sim:pair?set2={setting}:{value}"))).Value!.Match);
        }
    }

    [Theory]
    [InlineData("set2=MaxChargeCurrent:50", "Set-LvxChargeCurrent -Ampere 60 -Device 'sim:pair/2?set2=MaxChargeCurrent:50' -SerialNumber 96132206100002")]
    [InlineData("set2=MaxAcChargeCurrent:20", "Set-LvxChargeCurrent -Ampere 30 -Source Utility -Device 'sim:pair/2?set2=MaxAcChargeCurrent:20' -SerialNumber 96132206100002")]
    [InlineData("set2=BulkVoltage:55.0", "Set-LvxSettings -BulkVoltage 56.4 -Device 'sim:pair/2?set2=BulkVoltage:55.0' -SerialNumber 96132206100002")]
    [InlineData("set2=ChargerSourcePriority:solar_only", "Set-LvxSettings -ChargerSourcePriority SolarFirst -Device 'sim:pair/2?set2=ChargerSourcePriority:solar_only' -SerialNumber 96132206100002")]
    [InlineData("set2=Buzzer:off", "Set-LvxSettings -Buzzer $true -Device 'sim:pair/2?set2=Buzzer:off' -SerialNumber 96132206100002")]
    [InlineData("set2=AcLoadWindow:01:00-02:00", "Set-LvxSettings -AcLoadWindow 00:00-00:00 -Device 'sim:pair/2?set2=AcLoadWindow:01:00-02:00' -SerialNumber 96132206100002")]
    [InlineData("set1=MaxChargeCurrent:55", "On the LCD of lvx6048-2, Program 02: max charge current 55 A (PI18 sets this unit to 10, 20, 30, 40, 50, 60, 70, 80 A only).")]
    [InlineData("set2=MaxChargeCurrent:100", "On the LCD of lvx6048-2, Program 02: max charge current 60 A (above 80 A, the end of this unit's list, PI18 can neither raise nor lower it).")]
    [InlineData("set1=MaxAcChargeCurrent:90", "On the LCD of lvx6048-2: max AC charge current 90 A (above 80 A, the end of this unit's list, PI18 can neither raise nor lower it).")]
    [InlineData("set1=ReChargeVoltage:48.5", "On the LCD of lvx6048-2: re-charge voltage 48.5 V (PI18 sets re-charge voltage to 44 to 51 V in whole volts only).")]
    [InlineData("set1=BatteryType:pylontech", "On the LCD of lvx6048-2: battery type Pylontech (PI18 sets battery type to agm, flooded, user only).")]
    [InlineData("set1=OutputMode:phase1_of2", "On the LCD of lvx6048-2: output mode Phase1Of2 (output mode can be set on the unit's LCD only).")]
    public void How_to_set_it_is_a_line_that_reaches_that_unit_alone_or_the_LCD(string planted, string howToSet)
    {
        SettingsComparison comparison = Assert.Single(Compare(new SimulatedPair($"sim:pair?{planted}"), SettingsScope.All)).Value!;

        LvxSettingComparison difference = Assert.Single(comparison.Settings, setting => !setting.Match);
        Assert.Equal(howToSet, difference.HowToSet);
        Assert.Equal(howToSet.StartsWith("Set-", StringComparison.Ordinal), difference.Command?.StartsWith("lvx set", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void What_a_unit_calls_itself_never_gets_into_a_command_line()
    {
        var pair = new SimulatedPair("sim:pair");
        pair.Units[1].Change(state => state with { Identity = state.Identity with { SerialNumber = "1';reboot'" }, Rated = state.Rated with { BulkVoltage = 55m } });

        LvxSettingComparison difference = Assert.Single(Assert.Single(Compare(pair)).Value!.Settings, setting => !setting.Match);

        Assert.Equal("Set-LvxSettings -BulkVoltage 56.4 -Device sim:pair/2", difference.HowToSet);
        Assert.Equal("lvx set --bulk-voltage 56.4 --device sim:pair/2", difference.Command);
    }

    [Fact]
    public void A_value_that_nobody_said_is_the_same_as_no_other()
    {
        var pair = new SimulatedPair();
        foreach (SimulatedUnit unit in pair.Units)
        {
            unit.Change(state => state with { Rated = state.Rated with { BulkVoltage = null } });
        }

        SettingsComparison comparison = Assert.Single(Compare(pair)).Value!;

        LvxSettingComparison unknown = Assert.Single(comparison.Settings, setting => !setting.Match);
        Assert.Equal("BulkVoltage", unknown.Setting);
        Assert.Null(unknown.HowToSet);
        Assert.False(comparison.Match);
    }

    [Fact]
    public void Three_units_are_compared_with_the_first()
    {
        UnitOutcome<SettingsComparison>[] outcomes = Compare(new SimulatedPair("sim:many=3?set3=CutOffVoltage:47"));

        Assert.Equal([("lvx6048-1", "lvx6048-2", true), ("lvx6048-1", "lvx6048-3", false)], outcomes.Select(o => (o.Value!.ReferenceName, o.Value.DifferenceName, o.Value.Match)));
    }

    [Fact]
    public void A_unit_that_fails_does_not_hide_the_others()
    {
        UnitOutcome<SettingsComparison>[] outcomes = Compare(new SimulatedPair("sim:many=3?misbehave1=silence"));

        Assert.Equal(LvxError.DeviceTimeout, outcomes[0].Error!.Error);
        Assert.Equal(("lvx6048-2", "lvx6048-3"), (outcomes[1].Value!.ReferenceName, outcomes[1].Value!.DifferenceName));
        Assert.Equal(2, outcomes.Length);
    }

    [Fact]
    public void Each_unit_is_compared_with_its_own_defaults_in_what_these_name()
    {
        UnitOutcome<SettingsComparison>[] outcomes = Compare(new SimulatedPair(), SettingsScope.All, request => request with { WithDefaults = true });

        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, outcome => Assert.Equal(22, outcome.Value!.Settings.Count));
        Assert.Equal(
            ["BatteryType", "CutOffVoltage", "ReChargeVoltage", "OutputSourcePriority", "ChargerSourcePriority", "OverloadBypass", "FaultRecord", "OutputMode"],
            outcomes[0].Value!.Settings.Where(setting => !setting.Match).Select(setting => setting.Setting));
        Assert.All(outcomes[0].Value!.Settings, setting => Assert.DoesNotContain("86", setting.Risk ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_that_does_not_tell_its_defaults_says_so()
    {
        UnitOutcome<SettingsComparison>[] outcomes = Compare(new SimulatedPair("sim:pair?misbehave1=refuse@DI"), request: request => request with { WithDefaults = true });

        Assert.Equal(LvxError.NothingToCompare, outcomes[0].Error!.Error);
        Assert.NotNull(outcomes[1].Value);
    }

    [Fact]
    public void A_profile_is_compared_in_what_it_names_whatever_the_scope()
    {
        var profile = new LvxProfile("mine", "Mine", "me", null, "mine.yaml",
            [new(SettingCatalogue.Find("BulkVoltage")!, 56.4m), new(SettingCatalogue.Find("Buzzer")!, false)]);

        UnitOutcome<SettingsComparison>[] outcomes = Compare(new SimulatedPair(), request: request => request with { Profile = profile });

        Assert.Equal([("BulkVoltage", true), ("Buzzer", false)], outcomes[1].Value!.Settings.Select(setting => (setting.Setting, setting.Match)));
        Assert.Equal("profile mine", outcomes[1].Value!.ReferenceName);
    }

    [Fact]
    public void Each_unit_is_found_in_a_baseline_of_several_by_its_serial_number_and_who_is_left_over_is_told()
    {
        var site = new SimulatedPair("sim:many=3?set2=FloatVoltage:53");
        var baseline = new SettingsFile("before.yaml", [.. new SimulatedPair("sim:many=3?set2=FloatVoltage:53").Read(SettingsScope.All).Reverse()]);
        UnitSelection two = site.Selection with { Ports = [.. site.Selection.Ports.Take(2)] };

        UnitOutcome<SettingsComparison>[] outcomes = [.. new CompareOperation(site.Access).Compare(new CompareRequest { Selection = two, Reference = baseline }, site.Host)];

        Assert.Equal([("before.yaml: lvx6048-1", true), ("before.yaml: lvx6048-2", true)], outcomes.Select(o => (o.Value!.ReferenceName, o.Value.Match)));
        Assert.Contains("96132206100003 was compared with nothing", Assert.Single(site.Host.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_a_baseline_of_several_does_not_have_says_who_is_there()
    {
        var baseline = new SettingsFile("before.yaml", new SimulatedPair().Read(SettingsScope.All));
        var other = new SimulatedPair("sim:single");
        other.Units[0].Change(state => state with { Identity = state.Identity with { SerialNumber = "96132206109999" } });

        LvxException error = Assert.Single(Compare(other, request: request => request with { Reference = baseline })).Error!;

        Assert.Equal(LvxError.NothingToCompare, error.Error);
        Assert.Contains("96132206109999 is not in before.yaml, which has 96132206100001, 96132206100002", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_compared_without_any_unit()
    {
        IReadOnlyList<LvxSettings> before = new SimulatedPair().Read(SettingsScope.All);
        IReadOnlyList<LvxSettings> after = new SimulatedPair("sim:pair?set2=FloatVoltage:53").Read(SettingsScope.All);
        var request = new CompareRequest { Reference = new SettingsFile("/a/before.yaml", before), Difference = new SettingsFile("/b/after.yaml", after), Scope = SettingsScope.All };

        SettingsComparison[] comparisons = [.. new CompareOperation(null).Compare(request, new RecordingHost()).Select(outcome => outcome.Value!)];

        Assert.Equal([true, false], comparisons.Select(comparison => comparison.Match));
        Assert.Equal(("before.yaml: lvx6048-2", "after.yaml: lvx6048-2"), (comparisons[1].ReferenceName, comparisons[1].DifferenceName));
    }

    [Fact]
    public void One_unit_by_itself_has_nothing_to_be_compared_with()
    {
        var one = new SimulatedPair("sim:single");

        LvxException error = Assert.Throws<LvxException>(() => Compare(one));

        Assert.Equal(LvxError.NothingToCompare, error.Error);
        Assert.Empty(one.Units[0].Log);
    }

    private static UnitOutcome<SettingsComparison>[] Compare(SimulatedPair pair, SettingsScope scope = SettingsScope.Twelve, Func<CompareRequest, CompareRequest>? request = null)
    {
        var plain = new CompareRequest { Selection = pair.Selection, Scope = scope };
        return [.. new CompareOperation(pair.Access).Compare(request?.Invoke(plain) ?? plain, pair.Host)];
    }
}
