using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>Texts by the document; frames worked out apart from this code.</summary>
public sealed class SetterFrameTests
{
    [Fact]
    public void The_charge_current_has_three_digits_behind_the_parallel_id()
    {
        Sent(Setters.MaxChargeCurrent(1), "MCHGC0,001", "5E533031334D43484743302C303031819C0D");
        Sent(Setters.MaxChargeCurrent(60), "MCHGC0,060", "5E533031334D43484743302C3036303B1B0D");
        Sent(Setters.MaxChargeCurrent(60, parallelId: 0), "MCHGC0,060", "5E533031334D43484743302C3036303B1B0D");
        Sent(Setters.MaxChargeCurrent(60, parallelId: 9), "MCHGC9,060", "5E533031334D43484743392C30363093670D");
        Sent(Setters.MaxChargeCurrent(999), "MCHGC0,999", "5E533031334D43484743302C393939249D0D");
    }

    [Fact]
    public void The_ac_charge_current_has_three_digits_behind_the_parallel_id()
    {
        Sent(Setters.MaxAcChargeCurrent(1), "MUCHGC0,001", "5E533031344D5543484743302C303031ABAF0D");
        Sent(Setters.MaxAcChargeCurrent(2), "MUCHGC0,002", "5E533031344D5543484743302C3030329BCC0D");
        Sent(Setters.MaxAcChargeCurrent(60, parallelId: 9), "MUCHGC9,060", "5E533031344D5543484743392C303630B9540D");
        Sent(Setters.MaxAcChargeCurrent(999), "MUCHGC0,999", "5E533031344D5543484743302C3939390EAE0D");
    }

    [Fact]
    public void Bulk_and_float_voltage_travel_together_in_tenths()
    {
        Sent(Setters.BulkAndFloatVoltage(48.0m, 48.0m), "MCHGV480,480", "5E533031354D434847563438302C34383048140D");
        Sent(Setters.BulkAndFloatVoltage(bulk: 56.4m, @float: 54.0m), "MCHGV564,540", "5E533031354D434847563536342C3534308B8D0D");
        Sent(Setters.BulkAndFloatVoltage(56.40m, 54m), "MCHGV564,540", "5E533031354D434847563536342C3534308B8D0D");
        Sent(Setters.BulkAndFloatVoltage(58.4m, 58.4m), "MCHGV584,584", "5E533031354D434847563538342C3538340EC70D");
    }

    [Fact]
    public void The_cut_off_voltage_travels_in_tenths()
    {
        Sent(Setters.CutOffVoltage(40.0m), "PSDV400", "5E5330313050534456343030D37E0D");
        Sent(Setters.CutOffVoltage(42.5m), "PSDV425", "5E5330313050534456343235E5B90D");
        Sent(Setters.CutOffVoltage(48.0m), "PSDV480", "5E53303130505344563438305AD70D");
    }

    [Fact]
    public void Re_charge_and_re_discharge_voltage_travel_together_in_tenths_of_whole_volts()
    {
        Sent(Setters.ReChargeAndReDischargeVoltage(reCharge: 44m, reDischarge: 48m), "BUCD440,480", "5E53303134425543443434302C343830A55D0D");
        Sent(Setters.ReChargeAndReDischargeVoltage(51m, 58m), "BUCD510,580", "5E53303134425543443531302C353830690E0D");
        Sent(Setters.ReChargeAndReDischargeVoltage(51.0m, 58.0m), "BUCD510,580", "5E53303134425543443531302C353830690E0D");
    }

    [Fact]
    public void Re_discharge_when_full_is_zero()
    {
        Sent(Setters.ReChargeAndReDischargeVoltage(44m, 0m), "BUCD440,000", "5E53303134425543443434302C303030F0340D");
        Sent(Setters.ReChargeAndReDischargeVoltage(51m, 0.0m), "BUCD510,000", "5E53303134425543443531302C3030300B540D");
    }

    [Fact]
    public void The_battery_type_is_one_digit()
    {
        Sent(Setters.BatteryType(BatteryType.Agm), "PBT0", "5E533030375042543093A40D");
        Sent(Setters.BatteryType(BatteryType.Flooded), "PBT1", "5E533030375042543183850D");
        Sent(Setters.BatteryType(BatteryType.User), "PBT2", "5E5330303750425432B3E60D");
    }

    // POP01 was seen to be accepted and to do nothing.
    [Fact]
    public void The_output_priority_is_one_digit()
    {
        Sent(Setters.OutputSourcePriority(OutputSourcePriority.SolarUtilityBattery), "POP0", "5E53303037504F50301D310D");
        Sent(Setters.OutputSourcePriority(OutputSourcePriority.SolarBatteryUtility), "POP1", "5E53303037504F50310E100D");
    }

    [Fact]
    public void The_charger_priority_is_one_digit_behind_the_parallel_id()
    {
        Sent(Setters.ChargerSourcePriority(ChargerSourcePriority.SolarFirst), "PCP0,0", "5E53303039504350302C309F260D");
        Sent(Setters.ChargerSourcePriority(ChargerSourcePriority.SolarAndUtility), "PCP0,1", "5E53303039504350302C318F070D");
        Sent(Setters.ChargerSourcePriority(ChargerSourcePriority.SolarOnly), "PCP0,2", "5E53303039504350302C32BF640D");
        Sent(Setters.ChargerSourcePriority(ChargerSourcePriority.SolarOnly, parallelId: 9), "PCP9,2", "5E53303039504350392C3221F50D");
    }

    [Fact]
    public void The_solar_priority_is_one_digit()
    {
        Sent(Setters.SolarPowerPriority(SolarPowerPriority.BatteryLoadUtility), "PSP0", "5E53303037505350302B330D");
        Sent(Setters.SolarPowerPriority(SolarPowerPriority.LoadBatteryUtility), "PSP1", "5E53303037505350313B120D");
    }

    [Fact]
    public void The_input_range_is_one_digit()
    {
        Sent(Setters.InputVoltageRange(InputVoltageRange.Appliance), "PGR0", "5E5330303750475230D2F20D");
        Sent(Setters.InputVoltageRange(InputVoltageRange.Ups), "PGR1", "5E5330303750475231C2D30D");
    }

    [Fact]
    public void A_switch_on_is_PE_and_its_letter()
    {
        Sent(Setters.Flag(SwitchFlag.Buzzer, on: true), "PEA", "5E53303036504541BB600D");
        Sent(Setters.Flag(SwitchFlag.OverloadBypass, on: true), "PEB", "5E533030365045428B030D");
        Sent(Setters.Flag(SwitchFlag.LcdReturn, on: true), "PEC", "5E533030365045439B220D");
        Sent(Setters.Flag(SwitchFlag.OverloadRestart, on: true), "PED", "5E53303036504544EBC50D");
        Sent(Setters.Flag(SwitchFlag.OverTemperatureRestart, on: true), "PEE", "5E53303036504545FBE40D");
        Sent(Setters.Flag(SwitchFlag.Backlight, on: true), "PEF", "5E53303036504546CB870D");
        Sent(Setters.Flag(SwitchFlag.AlarmPrimarySourceLost, on: true), "PEG", "5E53303036504547DBA60D");
        Sent(Setters.Flag(SwitchFlag.FaultRecord, on: true), "PEH", "5E533030365045482A490D");
    }

    [Fact]
    public void A_switch_off_is_PD_and_its_letter()
    {
        Sent(Setters.Flag(SwitchFlag.Buzzer, on: false), "PDA", "5E5330303650444188510D");
        Sent(Setters.Flag(SwitchFlag.OverloadBypass, on: false), "PDB", "5E53303036504442B8320D");
        Sent(Setters.Flag(SwitchFlag.LcdReturn, on: false), "PDC", "5E53303036504443A8130D");
        Sent(Setters.Flag(SwitchFlag.OverloadRestart, on: false), "PDD", "5E53303036504444D8F40D");
        Sent(Setters.Flag(SwitchFlag.OverTemperatureRestart, on: false), "PDE", "5E53303036504445C8D50D");
        Sent(Setters.Flag(SwitchFlag.Backlight, on: false), "PDF", "5E53303036504446F8B60D");
        Sent(Setters.Flag(SwitchFlag.AlarmPrimarySourceLost, on: false), "PDG", "5E53303036504447E8970D");
        Sent(Setters.Flag(SwitchFlag.FaultRecord, on: false), "PDH", "5E5330303650444819780D");
    }

    // The 2017 document prints the length 014; the computed one is sent.
    [Fact]
    public void The_charge_window_is_two_times_of_day()
    {
        Sent(Setters.AcChargeWindow(new TimeOnly(0, 0), new TimeOnly(0, 0)), "ACCT0000,0000", "5E5330313641434354303030302C30303030CADB0D");
        Sent(Setters.AcChargeWindow(new TimeOnly(22, 30), new TimeOnly(6, 15)), "ACCT2230,0615", "5E5330313641434354323233302C303631358AAC0D");
        Sent(Setters.AcChargeWindow(new TimeOnly(23, 59), new TimeOnly(23, 59)), "ACCT2359,2359", "5E5330313641434354323335392C323335392F680D");
    }

    [Fact]
    public void The_load_window_is_two_times_of_day()
    {
        Sent(Setters.AcLoadWindow(new TimeOnly(0, 0), new TimeOnly(0, 0)), "ACLT0000,0000", "5E5330313641434C54303030302C3030303041E80D");
        Sent(Setters.AcLoadWindow(new TimeOnly(0, 5), new TimeOnly(23, 59)), "ACLT0005,2359", "5E5330313641434C54303030352C32333539D80E0D");
    }

    [Fact]
    public void The_clock_has_a_year_of_two_digits()
    {
        Sent(Setters.Clock(new DateTime(2000, 1, 1)), "DAT000101000000", "5E53303138444154303030313031303030303030F6270D");
        Sent(Setters.Clock(new DateTime(2026, 4, 26, 18, 30, 5, DateTimeKind.Utc)), "DAT260426183005", "5E533031384441543236303432363138333030356CE30D");
        Sent(Setters.Clock(new DateTime(2026, 4, 26, 18, 30, 5, DateTimeKind.Local)), "DAT260426183005", "5E533031384441543236303432363138333030356CE30D");
        Sent(Setters.Clock(new DateTime(2099, 12, 31, 23, 59, 59)), "DAT991231235959", "5E5330313844415439393132333132333539353937D30D");
    }

    private static void Sent(Setter setter, string command, string frame)
    {
        Assert.Equal(command, setter.Command);
        Assert.Equal(command, setter.ToString());
        Assert.Equal(frame, Convert.ToHexString(setter.Request.Span));
        Assert.True(SetterNames.IsSetter(setter.Command));
    }
}
