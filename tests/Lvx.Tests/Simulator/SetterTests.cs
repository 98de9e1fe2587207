using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class SetterTests
{
    public static TheoryData<string, string> Settings => new()
    {
        { "MCHGC0,050", "maxChargeCurrent=50" },
        { "MUCHGC0,002", "maxAcChargeCurrent=2" },
        { "MCHGV568,544", "bulkVoltage=56.8" },
        { "MCHGV568,544", "floatVoltage=54.4" },
        { "PSDV470", "cutOffVoltage=47.0" },
        { "BUCD490,530", "reChargeVoltage=49.0" },
        { "BUCD490,530", "reDischargeVoltage=53.0" },
        { "PBT0", "batteryType=Agm" },
        { "PBT1", "bulkVoltage=58.4" },
        { "POP0", "outputSourcePriority=SolarUtilityBattery" },
        { "PCP0,2", "chargerSourcePriority=SolarOnly" },
        { "PSP1", "solarPowerPriority=LoadBatteryUtility" },
        { "PGR1", "inputVoltageRange=Ups" },
        { "PEI", "machineType=GridTie" },
        { "POPM0,5", "outputMode=Phase1Of2" },
        { "V1100", "ratedOutputVoltage=110.0" },
        { "F50", "ratedOutputFrequency=50.0" },
        { "PF", "batteryType=Agm" },
        { "PF", "outputMode=Single" },
        { "PF", "reChargeVoltage=46.0" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setter_changes_its_setting(string setter, string expected)
    {
        SimulatedUnit unit = Frames.IdleUnit();
        Assert.True(unit.Accepts(setter));
        Field field = unit.Settings().Fields.Single(f => expected.StartsWith(f.Name + "=", StringComparison.Ordinal));
        Assert.Equal(expected, FormattableString.Invariant($"{field.Name}={field.Value}"));
    }

    [Theory]
    [InlineData("MCHGC0,100")] // Not in the unit's own list.
    [InlineData("MCHGC0,055")]
    [InlineData("MCHGC0,002")] // In the other list.
    [InlineData("MCHGC1,050")] // Another unit's id on this cable.
    [InlineData("MCHGC0,50")]
    [InlineData("MCHGC050")]
    [InlineData("MUCHGC0,090")]
    [InlineData("MUCHGC1,010")]
    [InlineData("MCHGV479,480")]
    [InlineData("MCHGV585,540")]
    [InlineData("MCHGV564,585")]
    [InlineData("MCHGV564")]
    [InlineData("MCHGV5640,540")]
    [InlineData("PSDV399")]
    [InlineData("PSDV481")]
    [InlineData("PSDV48")]
    [InlineData("BUCD430,530")]
    [InlineData("BUCD520,530")]
    [InlineData("BUCD485,530")] // Not whole volts.
    [InlineData("BUCD480,535")]
    [InlineData("BUCD480,470")]
    [InlineData("BUCD480,590")]
    [InlineData("PBT3")]
    [InlineData("PBT02")]
    [InlineData("POP2")]
    [InlineData("POP")]
    [InlineData("POP001")]
    [InlineData("PCP0,3")]
    [InlineData("PCP1,1")]
    [InlineData("PCP1")]
    [InlineData("PSP2")]
    [InlineData("PGR2")]
    [InlineData("PEZ")]
    [InlineData("PE")]
    [InlineData("ACCT2400,0000")]
    [InlineData("ACCT0000,0060")]
    [InlineData("ACLT0000")]
    [InlineData("DAT260230120000")]
    [InlineData("DAT2602281200")]
    [InlineData("V1500")]
    [InlineData("LON2")]
    [InlineData("POPM1,0")]
    [InlineData("PFX")]
    [InlineData("CLEAR")]
    [InlineData("ID123")]
    [InlineData("GS")]
    [InlineData("QQQ")]
    [InlineData("")]
    public void A_wrong_setter_is_refused_and_changes_nothing(string setter)
    {
        SimulatedUnit unit = Frames.IdleUnit(Quirks.None);
        UnitState before = unit.State;
        Assert.False(unit.Accepts(setter));
        Assert.Same(before, unit.State);
    }

    [Theory]
    [InlineData("MCHGV564,540")]
    [InlineData("PSDV470")]
    public void Bulk_float_and_cut_off_follow_the_user_only_under_type_user(string setter)
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("PBT0"));
        Assert.False(unit.Accepts(setter));
        Assert.True(unit.Accepts("PBT2"));
        Assert.True(unit.Accepts(setter));
    }

    [Fact]
    public void A_charge_current_is_refused_while_charging()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.False(unit.Accepts("MCHGC0,050"));
        Assert.True(unit.Accepts("MUCHGC0,020"));
        Assert.True(Frames.IdleUnit().Accepts("MCHGC0,050"));
        Assert.True(Frames.Unit(Quirks.Live with { RefuseChargeCurrentWhileCharging = false }).Accepts("MCHGC0,050"));
    }

    [Fact]
    public void The_output_priority_with_two_digits_is_accepted_and_does_nothing()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("POP00"));
        Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.Settings().OutputSourcePriority);
        Assert.False(unit.Ask(GeneralStatus.Query).SettingsChanged);

        SimulatedUnit plain = Frames.Unit(Quirks.Live with { IgnoreTwoDigitOutputPriority = false });
        Assert.True(plain.Accepts("POP00"));
        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, plain.Settings().OutputSourcePriority);
    }

    [Fact]
    public void Re_discharge_above_float_or_of_zero_is_refused()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("BUCD480,540"));
        Assert.False(unit.Accepts("BUCD480,550"));
        Assert.False(unit.Accepts("BUCD480,000"));
        Assert.True(Frames.Unit(Quirks.Live with { RefuseReDischargeAboveFloat = false }).Accepts("BUCD480,550"));
        Assert.True(Frames.Unit(Quirks.Live with { RefuseReDischargeZero = false }).Accepts("BUCD480,000"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_read_back_lags_the_write(int lag)
    {
        SimulatedUnit unit = Frames.Unit(Quirks.Live with { ReadBackLag = lag });
        Assert.True(unit.Accepts("POP0"));
        for (int read = 0; read < lag; read++)
        {
            Assert.Equal(OutputSourcePriority.SolarBatteryUtility, unit.Ask(RatedInformation.Query).OutputSourcePriority);
            Assert.True(unit.Ask(GeneralStatus.Query).SettingsChanged);
        }

        Assert.Equal(OutputSourcePriority.SolarUtilityBattery, unit.Ask(RatedInformation.Query).OutputSourcePriority);
        Assert.False(unit.Ask(GeneralStatus.Query).SettingsChanged);
    }

    [Fact]
    public void Of_two_writes_in_a_row_the_lagging_read_shows_neither()
    {
        SimulatedUnit unit = Frames.Unit();
        RatedInformation before = unit.Ask(RatedInformation.Query);
        Assert.True(unit.Accepts("POP0"));
        Assert.True(unit.Accepts("PGR1"));
        Assert.Equal(before, unit.Ask(RatedInformation.Query));
        Assert.Equal((OutputSourcePriority.SolarUtilityBattery, InputVoltageRange.Ups), (unit.Settings().OutputSourcePriority, unit.Settings().InputVoltageRange));
    }

    [Fact]
    public void Setting_what_is_set_changes_nothing()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("POP1"));
        Assert.False(unit.Ask(GeneralStatus.Query).SettingsChanged);
    }

    [Fact]
    public void Switches_windows_and_clock_can_be_set()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("PDA"));
        Assert.True(unit.Accepts("PEB"));
        Assert.Equal("0,1,1,0,0,1,1,1,0", unit.Ask(SwitchFlags.Query).ToBody());
        Assert.True(unit.Accepts("ACCT2200,0630"));
        Assert.True(unit.Accepts("ACLT0000,2359"));
        Assert.Equal(("2200,0630", "0000,2359"), (unit.Ask(TimeWindow.AcCharge).ToBody(), unit.Ask(TimeWindow.AcLoad).ToBody()));
        Assert.True(unit.Accepts("DAT240229235930"));
        Assert.InRange(unit.Ask(Clock.Query).Time!.Value, new DateTime(2024, 2, 29, 23, 59, 30), new DateTime(2024, 2, 29, 23, 59, 59));
        Assert.True(unit.Ask(GeneralStatus.Query).SettingsChanged);
    }

    [Fact]
    public void The_dangerous_ones_are_obeyed()
    {
        SimulatedUnit unit = Frames.Unit();
        Assert.True(unit.Accepts("CLE"));
        Assert.Equal(0, unit.Ask(SolarEnergy.Total).Energy);
        Assert.True(unit.Accepts("ID1496132206109999000000"));
        Assert.Equal("96132206109999", unit.Ask(Identity.Query).SerialNumber);
        Assert.True(unit.Accepts("LON0"));
        Assert.Equal((false, 0m), (unit.Ask(GeneralStatus.Query).LoadConnected, unit.Ask(GeneralStatus.Query).OutputVoltage));
        Assert.True(unit.Accepts("LON1"));
        Assert.Equal((true, 120.0m), (unit.Ask(GeneralStatus.Query).LoadConnected, unit.Ask(GeneralStatus.Query).OutputVoltage));
    }

    [Fact]
    public void Charging_from_the_grid_takes_both_priorities_and_the_grid()
    {
        SimulatedUnit without = Frames.IdleUnit();
        Assert.True(without.Accepts("POP0"));
        Assert.True(without.Accepts("PCP0,1"));
        Assert.Equal(LineDirection.Idle, without.Ask(GeneralStatus.Query).LineDirection);

        SimulatedUnit unit = Frames.IdleUnit();
        unit.Change(state => state with { Status = state.Status with { GridVoltage = 120.3m, GridFrequency = 60 } });
        Assert.True(unit.Accepts("POP0"));
        Assert.Equal(LineDirection.Idle, unit.Ask(GeneralStatus.Query).LineDirection);
        Assert.True(unit.Accepts("PCP0,1"));
        Assert.Equal((LineDirection.Input, BatteryDirection.Charge), (unit.Ask(GeneralStatus.Query).LineDirection, unit.Ask(GeneralStatus.Query).BatteryDirection));
        Assert.True(unit.Accepts("POP1"));
        Assert.Equal(LineDirection.Idle, unit.Ask(GeneralStatus.Query).LineDirection);
    }
}
