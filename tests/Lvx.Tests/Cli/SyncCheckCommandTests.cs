using System.Text.Json;
using Lvx.Cli;

namespace Lvx.Tests.Cli;

public sealed class SyncCheckCommandTests
{
    [Fact]
    public void A_healthy_pair_is_in_sync_with_one_warning()
    {
        Ran ran = Ran.Lvx(80, "sync-check", "--device", "sim:pair");
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Equal("IN SYNC: 2 units, 15 passed, 1 warning", ran.Lines[0]);
        Assert.Equal("", ran.Error);
        Assert.All(ran.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("ok       battery voltage     55.1 V", ran.Lines);
        Assert.Contains(ran.Lines, line => line.StartsWith("WARN slave firmware: expected the same on all.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_fails_comes_first_below_the_table_with_what_to_do()
    {
        Ran ran = Ran.Lvx(80, "sync-check", "--device", "sim:pair?set2=FaultCode:83,BatteryVoltage:52.0");
        Assert.Equal(ExitCode.No, ran.ExitCode);
        Assert.Equal("NOT IN SYNC: 2 units, 13 passed, 1 warning, 2 failed", ran.Lines[0]);
        int fault = Array.FindIndex(ran.Lines, line => line.StartsWith("FAIL fault: expected no fault.", StringComparison.Ordinal));
        int warning = Array.FindIndex(ran.Lines, line => line.StartsWith("WARN slave firmware:", StringComparison.Ordinal));
        Assert.InRange(fault, 1, warning);
        Assert.Contains("Connect all units to the same bank", ran.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(ran.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_silent_unit_is_exit_code_3_and_the_report_is_there_all_the_same()
    {
        Ran ran = Ran.Lvx("sync-check", "--device", "sim:pair?misbehave2=silence", "--timeout", "0.3");
        Assert.Equal(ExitCode.Device, ran.ExitCode);
        Assert.StartsWith("NOT IN SYNC: 1 unit, 1 silent", ran.Lines[0], StringComparison.Ordinal);
        Assert.Contains("got no answer within 0.3 s", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_with_every_check_and_the_units()
    {
        Ran ran = Ran.Lvx("sync-check", "--device", "sim:pair?set2=BatteryVoltage:55.4", "--json");
        Assert.Equal(ExitCode.No, ran.ExitCode);
        Assert.False(ran.Json.GetProperty("inSync").GetBoolean());
        Assert.Equal(2, ran.Json.GetProperty("units").GetArrayLength());
        JsonElement voltage = ran.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "BatteryVoltage");
        Assert.Equal("Fail", voltage.GetProperty("outcome").GetString());
        Assert.Equal(0.3m, voltage.GetProperty("spread").GetDecimal());
        Assert.Equal(0.2m, voltage.GetProperty("tolerance").GetDecimal());
        Assert.Equal(["55.1", "55.4"], voltage.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Theory]
    [InlineData("--battery-voltage-tolerance", "0.3", "set2=BatteryVoltage:55.4")]
    [InlineData("--charge-current-tolerance", "6", "set2=BatteryChargeCurrent:61")]
    [InlineData("--output-voltage-tolerance", "2.1", "set2=OutputVoltage:122.2")]
    [InlineData("--output-frequency-tolerance", "0.2", "set2=OutputFrequency:60.2")]
    public void A_tolerance_lets_through_what_is_within_it(string option, string value, string sickness)
    {
        Assert.Equal(ExitCode.No, Ran.Lvx("sync-check", "-d", $"sim:pair?{sickness}", "--quiet").ExitCode);
        Ran ran = Ran.Lvx("sync-check", "-d", $"sim:pair?{sickness}", "--quiet", option, value);
        Assert.Equal((ExitCode.Fine, ""), (ran.ExitCode, ran.Output));
    }

    [Fact]
    public void One_unit_speaks_for_all_over_the_bus()
    {
        Ran ran = Ran.Lvx("sync-check", "--device", "sim:pair/2", "--via-parallel-bus");
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.StartsWith("IN SYNC: 2 units, 12 passed, 4 skipped", ran.Lines[0], StringComparison.Ordinal);
        Assert.Contains("from one unit over the parallel bus", ran.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_unit_alone_is_an_error_with_the_way_out() =>
        Ran.Lvx("sync-check", "--device", "sim:single").Failed(ExitCode.Usage, "one unit alone cannot be held against others", "--via-parallel-bus");

    [Fact]
    public void Waiting_gives_the_last_report_when_the_time_is_over()
    {
        Ran ran = Ran.Lvx("sync-check", "--device", "sim:pair?set2=Mode:PowerOn", "--wait", "0.2", "--verbose");
        Assert.Equal(ExitCode.No, ran.ExitCode);
        Assert.Contains("lvx6048-2 is starting up.", ran.Output, StringComparison.Ordinal);
    }
}
