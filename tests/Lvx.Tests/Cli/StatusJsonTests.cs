using System.Text.Json;

namespace Lvx.Tests.Cli;

public sealed class StatusJsonTests
{
    // The project's vocabulary: the identity of a unit, then every field of GS.
    private static readonly string[] Names =
    [
        "device", "name", "serialNumber", "timestamp", "mode", "fault", "warnings", "parallelInstance", "parallelRole", "outputMode",
        "mainFirmware", "slave1Firmware", "slave2Firmware",
        "gridVoltage", "gridFrequency", "outputVoltage", "outputFrequency", "outputApparentPower", "outputActivePower", "loadPercent",
        "batteryVoltage", "batteryVoltageScc1", "batteryVoltageScc2", "batteryDischargeCurrent", "batteryChargeCurrent", "batteryCapacity",
        "heatSinkTemperature", "mppt1Temperature", "mppt2Temperature", "pv1Power", "pv2Power", "pv1Voltage", "pv2Voltage", "settingsChanged",
        "mppt1Status", "mppt2Status", "loadConnected", "batteryDirection", "dcAcDirection", "lineDirection",
    ];

    [Theory]
    [InlineData("sim:single", 1)]
    [InlineData("sim:pair", 2)]
    public void It_is_always_an_array_with_every_name_of_the_vocabulary(string device, int units)
    {
        Ran ran = Ran.Lvx("status", "--json", "--device", device);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(JsonValueKind.Array, ran.Json.ValueKind);
        Assert.Equal(units, ran.Json.GetArrayLength());
        Assert.All(ran.Json.EnumerateArray(), unit => Assert.Equal(Names, unit.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void Numbers_are_numbers_codes_have_names_and_times_are_utc()
    {
        JsonElement unit = Ran.Lvx("status", "--json", "--device", "sim:pair").Json[1];

        Assert.Equal(55.1m, unit.GetProperty("batteryVoltage").GetDecimal());
        Assert.Equal(57, unit.GetProperty("batteryChargeCurrent").GetInt32());
        Assert.Equal(1, unit.GetProperty("parallelInstance").GetInt32());
        Assert.Equal("Slave", unit.GetProperty("parallelRole").GetString());
        Assert.Equal("Charge", unit.GetProperty("mode").GetString());
        Assert.Equal("Charging", unit.GetProperty("mppt2Status").GetString());
        Assert.Equal("DcToAc", unit.GetProperty("dcAcDirection").GetString());
        Assert.Equal("06021", unit.GetProperty("slave1Firmware").GetString());
        Assert.True(unit.GetProperty("loadConnected").GetBoolean());
        Assert.False(unit.GetProperty("settingsChanged").GetBoolean());
        Assert.Equal(["code", "text", "nextStep"], unit.GetProperty("fault").EnumerateObject().Select(property => property.Name));
        Assert.Equal(0, unit.GetProperty("fault").GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Array, unit.GetProperty("warnings").ValueKind);
        Assert.EndsWith("Z", unit.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
        Assert.InRange(unit.GetProperty("timestamp").GetDateTime(), DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow);
    }

    [Fact]
    public void What_is_missing_is_null_and_what_no_document_knows_a_number()
    {
        using var unit = new TcpSpeaker(
            ("MOD", "17"),
            ("FWS", "83,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0"),
            ("GS", "----,,1201,600,0000,0000,000,---,551,551,000,,096,041,039,038,1600,1520,2101,2089,0,7,2,0,1,0,0,0"));
        JsonElement status = Ran.Lvx("status", "--json", "--device", unit.Device).Json[0];

        Assert.Equal(17, status.GetProperty("mode").GetInt32());
        Assert.Equal(7, status.GetProperty("mppt1Status").GetInt32());
        Assert.Equal("Charging", status.GetProperty("mppt2Status").GetString());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("batteryVoltage").ValueKind);
        Assert.Equal(JsonValueKind.Null, status.GetProperty("gridFrequency").ValueKind);
        Assert.Equal(83, status.GetProperty("fault").GetProperty("code").GetInt32());
        Assert.Equal(["fan lock", "battery high"], status.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
    }

    [Fact]
    public void With_an_interval_each_reading_is_an_array_in_a_line()
    {
        Ran ran = Ran.Lvx("status", "--json", "--device", "sim:pair", "--interval", "0.05", "--count", "3");

        Assert.Equal(3, ran.Lines.Length);
        DateTime[] times = [.. ran.Lines.Select(line =>
        {
            JsonElement reading = JsonDocument.Parse(line).RootElement;
            Assert.Equal(["lvx6048-1", "lvx6048-2"], reading.EnumerateArray().Select(unit => unit.GetProperty("name").GetString()));
            return reading[0].GetProperty("timestamp").GetDateTime();
        })];
        Assert.True(times[1] - times[0] > TimeSpan.FromMilliseconds(20), $"{times[1] - times[0]}");
        Assert.True(times[2] - times[0] > TimeSpan.FromMilliseconds(60), $"{times[2] - times[0]}");
    }

    [Fact]
    public void A_unit_that_fails_is_not_in_it_and_the_other_is()
    {
        Ran ran = Ran.Lvx("status", "--json", "--device", "sim:pair?misbehave1=silence", "--timeout", "0.3");

        ran.Failed(3, "sim:pair/1?misbehave1=silence: PI got no answer within 0.3 s", "Check that the unit is on");
        Assert.Equal("lvx6048-2", Assert.Single(ran.Json.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void It_is_an_empty_array_when_every_unit_failed()
    {
        Ran ran = Ran.Lvx("status", "--json", "--device", "sim:single?misbehave=silence", "--timeout", "0.3");

        Assert.Equal(3, ran.ExitCode);
        Assert.Equal(0, ran.Json.GetArrayLength());
    }
}
