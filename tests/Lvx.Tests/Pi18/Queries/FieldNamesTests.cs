using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>The project's one vocabulary, in the order of the wire, with the units.</summary>
public sealed class FieldNamesTests
{
    [Fact]
    public void General_status_has_these_28_fields() => Assert.Equal(
        [
            "gridVoltage V", "gridFrequency Hz", "outputVoltage V", "outputFrequency Hz", "outputApparentPower VA", "outputActivePower W",
            "loadPercent %", "batteryVoltage V", "batteryVoltageScc1 V", "batteryVoltageScc2 V", "batteryDischargeCurrent A",
            "batteryChargeCurrent A", "batteryCapacity %", "heatSinkTemperature °C", "mppt1Temperature °C", "mppt2Temperature °C",
            "pv1Power W", "pv2Power W", "pv1Voltage V", "pv2Voltage V", "settingsChanged", "mppt1Status", "mppt2Status", "loadConnected",
            "batteryDirection", "dcAcDirection", "lineDirection", "parallelInstance",
        ],
        NamesOf(new GeneralStatus()));

    [Fact]
    public void Rated_information_has_these_26_fields() => Assert.Equal(
        [
            "ratedInputVoltage V", "ratedInputCurrent A", "ratedOutputVoltage V", "ratedOutputFrequency Hz", "ratedOutputCurrent A",
            "ratedApparentPower VA", "ratedActivePower W", "ratedBatteryVoltage V", "reChargeVoltage V", "reDischargeVoltage V",
            "cutOffVoltage V", "bulkVoltage V", "floatVoltage V", "batteryType", "maxAcChargeCurrent A", "maxChargeCurrent A",
            "inputVoltageRange", "outputSourcePriority", "chargerSourcePriority", "parallelMaximum", "machineType", "topology",
            "outputMode", "solarPowerPriority", "mpptStrings", "regulation",
        ],
        NamesOf(new RatedInformation()));

    [Fact]
    public void Parallel_status_has_these_29_fields() => Assert.Equal(
        [
            "exists", "mode", "fault", "gridVoltage V", "gridFrequency Hz", "outputVoltage V", "outputFrequency Hz",
            "outputApparentPower VA", "outputActivePower W", "totalApparentPower VA", "totalActivePower W", "loadPercent %",
            "totalLoadPercent %", "batteryVoltage V", "batteryDischargeCurrent A", "batteryChargeCurrent A", "totalChargeCurrent A",
            "batteryCapacity %", "pv1Power W", "pv2Power W", "pv1Voltage V", "pv2Voltage V", "mppt1Status", "mppt2Status", "loadConnected",
            "batteryDirection", "dcAcDirection", "lineDirection", "maxTemperature °C",
        ],
        NamesOf(new ParallelStatus()));

    [Fact]
    public void Fault_status_has_these_18_fields() => Assert.Equal(
        [
            "faultCode", "lineFail", "outputShort", "inverterOverTemperature", "fanLock", "batteryHigh", "batteryLow", "batteryUnder",
            "overload", "eepromFail", "powerLimit", "pv1High", "pv2High", "mppt1Overload", "mppt2Overload", "batteryTooLowForScc1",
            "batteryTooLowForScc2", "batteryOpen",
        ],
        NamesOf(new FaultStatus()));

    [Fact]
    public void Switch_flags_has_these_9_fields() => Assert.Equal(
        [
            "buzzer", "overloadBypass", "lcdReturn", "overloadRestart", "overTemperatureRestart", "backlight", "alarmPrimarySourceLost",
            "faultRecord", "reserved",
        ],
        NamesOf(new SwitchFlags()));

    [Fact]
    public void Default_settings_has_these_24_fields() => Assert.Equal(
        [
            "outputVoltage V", "outputFrequency Hz", "inputVoltageRange", "cutOffVoltage V", "floatVoltage V", "bulkVoltage V",
            "reChargeVoltage V", "reDischargeVoltage V", "maxChargeCurrent A", "maxAcChargeCurrent A", "batteryType",
            "outputSourcePriority", "chargerSourcePriority", "solarPowerPriority", "machineType", "outputMode", "buzzer", "overloadRestart",
            "overTemperatureRestart", "backlight", "alarmPrimarySourceLost", "faultRecord", "overloadBypass", "lcdReturn",
        ],
        NamesOf(new DefaultSettings()));

    [Fact]
    public void Parallel_rating_has_these_7_fields() =>
        Assert.Equal(["exists", "validLength", "serialNumber", "chargerSourcePriority", "maxChargeCurrent A", "maxAcChargeCurrent A", "outputMode"], NamesOf(new ParallelRating()));

    [Fact]
    public void Firmware_has_these_3_fields() =>
        Assert.Equal(["mainFirmware", "slave1Firmware", "slave2Firmware"], NamesOf(new Firmware()));

    [Fact]
    public void A_time_window_has_these_2_fields() =>
        Assert.Equal(["from", "until"], NamesOf(new TimeWindow()));

    [Fact]
    public void Answers_of_one_field_name_it()
    {
        Assert.Equal(["protocolId"], NamesOf(new ProtocolId()));
        Assert.Equal(["model"], NamesOf(new MachineModel()));
        Assert.Equal(["serialNumber"], NamesOf(new Identity()));
        Assert.Equal(["time"], NamesOf(new Clock()));
        Assert.Equal(["mode"], NamesOf(new WorkingMode()));
        Assert.Equal(["amperes A"], NamesOf(new ChargeCurrents()));
    }

    [Fact]
    public void Energy_is_in_watt_hours() => Assert.Equal(["energy Wh"], NamesOf(new SolarEnergy { Energy = 1 }));

    [Fact]
    public void A_raw_answer_numbers_its_fields() => Assert.Equal(["field1", "field2", "field3"], NamesOf(new RawAnswer { Text = "1,,x" }));

    [Fact]
    public void Unknown_fields_are_numbered_behind_the_known_ones() =>
        Assert.Equal(["mainFirmware", "slave1Firmware", "slave2Firmware", "extra1", "extra2"], NamesOf(new Firmware { Extra = "1,2" }));

    private static IEnumerable<string> NamesOf(Answer answer) => answer.Fields.Select(field => field.Unit is null ? field.Name : $"{field.Name} {field.Unit}");
}
