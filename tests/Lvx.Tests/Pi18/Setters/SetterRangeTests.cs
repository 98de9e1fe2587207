using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class SetterRangeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_current_that_three_digits_cannot_say_is_refused(int ampere)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.MaxChargeCurrent(ampere));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.MaxAcChargeCurrent(ampere));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void A_parallel_id_is_one_digit(int id)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.MaxChargeCurrent(60, id));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.MaxAcChargeCurrent(60, id));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.ChargerSourcePriority(ChargerSourcePriority.SolarFirst, id));
    }

    [Theory]
    [InlineData("47.9")]
    [InlineData("58.5")]
    [InlineData("56.45")]
    [InlineData("54.00001")]
    [InlineData("0")]
    [InlineData("-54.0")]
    [InlineData("540")]
    [InlineData("79228162514264337593543950335")]
    public void A_charge_voltage_outside_its_range_or_finer_than_tenths_is_refused(string volts)
    {
        decimal voltage = Volts(volts);
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.BulkAndFloatVoltage(voltage, 54.0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.BulkAndFloatVoltage(54.0m, voltage));
    }

    [Theory]
    [InlineData("39.9")]
    [InlineData("48.1")]
    [InlineData("42.55")]
    [InlineData("0")]
    [InlineData("-42")]
    public void A_cut_off_voltage_outside_its_range_or_finer_than_tenths_is_refused(string volts) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.CutOffVoltage(Volts(volts)));

    [Theory]
    [InlineData("43")]
    [InlineData("52")]
    [InlineData("46.5")]
    [InlineData("44.1")]
    [InlineData("0")]
    [InlineData("-46")]
    public void A_re_charge_voltage_outside_its_range_or_not_whole_is_refused(string volts) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.ReChargeAndReDischargeVoltage(Volts(volts), 54m));

    [Theory]
    [InlineData("47")]
    [InlineData("59")]
    [InlineData("54.5")]
    [InlineData("0.1")]
    [InlineData("-54")]
    public void A_re_discharge_voltage_outside_its_range_or_not_whole_is_refused(string volts) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.ReChargeAndReDischargeVoltage(46m, Volts(volts)));

    [Theory]
    [InlineData(BatteryType.Pylontech)]
    [InlineData(BatteryType.Weco)]
    [InlineData(BatteryType.Soltaro)]
    [InlineData(BatteryType.Lib)]
    [InlineData(BatteryType.Lic)]
    [InlineData((BatteryType)(-1))]
    public void A_battery_type_without_a_documented_setter_is_refused(BatteryType type) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.BatteryType(type));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_code_without_a_name_is_refused(int code)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.OutputSourcePriority((OutputSourcePriority)code));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.ChargerSourcePriority((ChargerSourcePriority)code));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.SolarPowerPriority((SolarPowerPriority)code));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.InputVoltageRange((InputVoltageRange)code));
    }

    [Fact]
    public void A_third_choice_of_two_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.OutputSourcePriority((OutputSourcePriority)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.SolarPowerPriority((SolarPowerPriority)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.InputVoltageRange((InputVoltageRange)2));
    }

    // PEI and PDI are grid-tie.
    [Theory]
    [InlineData(8)]
    [InlineData(-1)]
    public void The_ninth_switch_is_not_offered(int flag)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.Flag((SwitchFlag)flag, on: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.Flag((SwitchFlag)flag, on: false));
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    public void A_year_that_two_digits_cannot_say_is_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.Clock(new DateTime(year, 1, 1)));

    private static decimal Volts(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
