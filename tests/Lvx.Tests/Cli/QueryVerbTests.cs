using System.Text.Json;

namespace Lvx.Tests.Cli;

public sealed class QueryVerbTests
{
    public static TheoryData<string, string> Fields => new()
    {
        {
            "GS",
            "gridVoltage gridFrequency outputVoltage outputFrequency outputApparentPower outputActivePower loadPercent batteryVoltage batteryVoltageScc1 "
            + "batteryVoltageScc2 batteryDischargeCurrent batteryChargeCurrent batteryCapacity heatSinkTemperature mppt1Temperature mppt2Temperature pv1Power "
            + "pv2Power pv1Voltage pv2Voltage settingsChanged mppt1Status mppt2Status loadConnected batteryDirection dcAcDirection lineDirection parallelInstance"
        },
        {
            "PIRI",
            "ratedInputVoltage ratedInputCurrent ratedOutputVoltage ratedOutputFrequency ratedOutputCurrent ratedApparentPower ratedActivePower "
            + "ratedBatteryVoltage reChargeVoltage reDischargeVoltage cutOffVoltage bulkVoltage floatVoltage batteryType maxAcChargeCurrent maxChargeCurrent "
            + "inputVoltageRange outputSourcePriority chargerSourcePriority parallelMaximum machineType topology outputMode solarPowerPriority mpptStrings regulation"
        },
        {
            "PGS0",
            "exists mode fault gridVoltage gridFrequency outputVoltage outputFrequency outputApparentPower outputActivePower totalApparentPower "
            + "totalActivePower loadPercent totalLoadPercent batteryVoltage batteryDischargeCurrent batteryChargeCurrent totalChargeCurrent batteryCapacity "
            + "pv1Power pv2Power pv1Voltage pv2Voltage mppt1Status mppt2Status loadConnected batteryDirection dcAcDirection lineDirection maxTemperature"
        },
        {
            "DI",
            "outputVoltage outputFrequency inputVoltageRange cutOffVoltage floatVoltage bulkVoltage reChargeVoltage reDischargeVoltage maxChargeCurrent "
            + "maxAcChargeCurrent batteryType outputSourcePriority chargerSourcePriority solarPowerPriority machineType outputMode buzzer overloadRestart "
            + "overTemperatureRestart backlight alarmPrimarySourceLost faultRecord overloadBypass lcdReturn"
        },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_has_its_name_in_json(string query, string names)
    {
        Ran ran = Ran.Lvx("query", query, "--json", "--device", "sim:pair");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(2, ran.Json.GetArrayLength());
        Assert.Equal(names.Split(' '), ran.Json[0].GetProperty("fields").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void The_raw_answer_stands_beside_what_it_means()
    {
        using var unit = new TcpSpeaker();
        JsonElement answer = Ran.Lvx("query", "piri", "--json", "--device", unit.Device).Json[0];

        Assert.Equal(["device", "name", "serialNumber", "command", "timestamp", "raw", "fields"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(unit.Device, answer.GetProperty("device").GetString());
        Assert.Equal("PIRI", answer.GetProperty("command").GetString());
        Assert.Equal("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00", answer.GetProperty("raw").GetString());
        JsonElement fields = answer.GetProperty("fields");
        Assert.Equal(56.4m, fields.GetProperty("bulkVoltage").GetDecimal());
        Assert.Equal("56.4", fields.GetProperty("bulkVoltage").GetRawText());
        Assert.Equal(60, fields.GetProperty("maxChargeCurrent").GetInt32());
        Assert.Equal("User", fields.GetProperty("batteryType").GetString());
        Assert.Equal("Parallel", fields.GetProperty("outputMode").GetString());
    }

    [Fact]
    public void What_no_document_knows_is_a_number_what_is_missing_null_and_what_is_more_kept()
    {
        using var unit = new TcpSpeaker(("PIRI", "1200,500,1200,600,500,6000,6000,480,480,540,480,564,,4,030,060,0,1,0,9,0,0,1,0,2,00,xyz"));
        JsonElement fields = Ran.Lvx("query", "PIRI", "--json", "--device", unit.Device).Json[0].GetProperty("fields");

        Assert.Equal(4, fields.GetProperty("batteryType").GetInt32());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("floatVoltage").ValueKind);
        Assert.Equal("xyz", fields.GetProperty("extra1").GetString());
    }

    [Fact]
    public void Lists_and_flags_keep_their_types()
    {
        Assert.Equal(
            [10, 20, 30, 40, 50, 60, 70, 80],
            Ran.Lvx("query", "MCHGCR", "--json", "--device", "sim:single").Json[0].GetProperty("fields").GetProperty("amperes").EnumerateArray().Select(a => a.GetInt32()));
        Assert.Equal(JsonValueKind.True, Ran.Lvx("query", "FLAG", "--json", "--device", "sim:single").Json[0].GetProperty("fields").GetProperty("buzzer").ValueKind);
    }

    [Fact]
    public void The_table_shows_units_side_by_side_and_the_raw_answers_below()
    {
        Ran ran = Ran.Lvx(80, "query", "VFW", "--device", "sim:pair");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            """
                            lvx6048-1       lvx6048-2
            mainFirmware    06306           06306
            slave1Firmware  06126           06021
            slave2Firmware  00000           00000

            raw lvx6048-1: 06306,06126,00000
            raw lvx6048-2: 06306,06021,00000

            """,
            ran.Output);
    }

    [Fact]
    public void The_table_shows_the_units_symbols_and_dashes_for_no_value()
    {
        using var unit = new TcpSpeaker(("PIRI", "1200,500,1200,600,500,6000,6000,480,480,540,480,564,,2,030,060,0,1,0,9,0,0,1,0,2,00"));
        string[] lines = Ran.Lvx("query", "PIRI", "--device", unit.Device).Lines;

        Assert.Contains("bulkVoltage            56.4 V", lines);
        Assert.Contains("floatVoltage           --", lines);
        Assert.Contains("maxChargeCurrent       60 A", lines);
        Assert.Contains("batteryType            User", lines);
    }

    [Fact]
    public void An_unknown_question_is_asked_and_its_answer_shown_raw()
    {
        using var unit = new TcpSpeaker(("XYZ", "1,two"));

        Assert.Contains("1,two", Ran.Lvx("query", "xyz", "--device", unit.Device).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MCHGC0,010")]
    [InlineData("mchgv560,540")]
    [InlineData("POP1")]
    [InlineData("PEA")]
    [InlineData("PF")]
    [InlineData("CLE")]
    [InlineData("LON0")]
    [InlineData("DAT260426120000")]
    [InlineData("ID1496132206100001000000")]
    public void A_setter_is_refused_before_anything_is_opened(string setter)
    {
        using var unit = new TcpSpeaker();
        Ran ran = Ran.Lvx("query", setter, "--device", unit.Device);

        ran.Failed(2, "is a setter, and a query changes nothing", "nothing was sent");
        Assert.Equal("", ran.Output);
        Assert.Equal(0, unit.Connections);
        Ran.Lvx("query", "MOD", "--device", unit.Device);
        Assert.Equal(1, unit.Connections);
    }

    [Theory]
    [InlineData("G S")]
    [InlineData("^P005GS")]
    [InlineData("GS;MOD")]
    [InlineData("EY1999")]
    [InlineData("ED20260230")]
    [InlineData("")]
    public void What_is_no_question_is_refused_before_anything_is_opened(string text)
    {
        using var unit = new TcpSpeaker();

        Ran.Lvx("query", text, "--device", unit.Device).Failed(2, "", "nothing was sent");
        Assert.Equal(0, unit.Connections);
    }

    [Fact]
    public void A_question_that_the_unit_refuses_is_a_failure_of_the_device()
    {
        Ran.Lvx("query", "XYZ", "--device", "sim:single").Failed(3, "sim:single/1: XYZ was refused", "firmware");
    }
}
