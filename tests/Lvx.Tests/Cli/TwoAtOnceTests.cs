using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lvx.Tests.Core.Operations;

namespace Lvx.Tests.Cli;

/// <summary>Two processes that read one unit again and again: they take turns between readings. <c>LVXPS_LONG=1</c>: a thousand exchanges each, and more.</summary>
public sealed class TwoAtOnceTests
{
    private static readonly int Readings = LongRun.IsWanted ? 334 : 12;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60 + Readings);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pty")]
    [InlineData("tcp")]
    public async Task Both_finish_by_turns_each_reading_is_whole_and_no_question_is_asked_twice(string link)
    {
        using var served = new ServedUnit(link);
        string scope = Guid.NewGuid().ToString();

        (int? ExitCode, string Output, string Error)[] ends = await Task.WhenAll(Read(served.Device, scope), Read(served.Device, scope));

        foreach ((int? exitCode, string output, string error) in ends)
        {
            Assert.Equal((0, ""), (exitCode, error));
            string[] readings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Readings, readings.Length);
            Assert.All(readings, reading => AssertWhole(reading));
        }

        string[] asked = [.. served.Unit.Log.Select(request => request.Text)];
        Assert.Equal(2 * Readings, asked.Count(text => text == "GS"));
        Assert.Equal(2 * Readings, asked.Count(text => text == "MOD"));
        Assert.Equal(2 * Readings, asked.Count(text => text == "FWS"));

        // Who gets the port asks who is there, first of all.
        int turns = asked.Count(text => text == "PI");
        Assert.Equal(turns, asked.Count(text => text == "ID"));

        // In the short form, on a busy machine, one may be done before the other has begun.
        Assert.True(turns > (LongRun.IsWanted ? Readings / 2 : 1), $"{turns} turns in 2 x {Readings} readings");
        TestContext.Current.TestOutputHelper?.WriteLine($"{link}: 2 x {Readings} readings, {asked.Length} questions, {turns} turns");
    }

    [Fact]
    public async Task A_setting_is_written_while_another_reads_on_and_on_and_that_one_goes_on()
    {
        using var served = new ServedUnit("tcp");
        string scope = Guid.NewGuid().ToString();
        string state = Directory.CreateTempSubdirectory("lvx").FullName;
        try
        {
            ProcessStartInfo reading = Child.Command(Child.Dotnet, Child.LvxDll, "status", "--device", served.Device, "--json", "--interval", "0.2", "--timeout", "30");
            reading.Environment["LVXPS_LOCK_SCOPE"] = scope;
            using Process reader = Process.Start(reading)!;
            AssertWhole((await reader.StandardOutput.ReadLineAsync(Token))!);

            ProcessStartInfo writing = Child.Command(Child.Dotnet, Child.LvxDll, "set", "--bulk-voltage", "56.8", "--yes", "--settle", "0", "--device", served.Device, "--timeout", "10");
            writing.Environment["LVXPS_LOCK_SCOPE"] = scope;
            writing.Environment["XDG_STATE_HOME"] = state;
            (int? exitCode, string _, string error) = await Child.RunAsync(writing, Deadline, Token);

            Assert.True(exitCode == 0, error);
            Assert.Equal(1, served.Unit.Log.Count(request => request.Text == "MCHGV568,540"));
            DateTime written = DateTime.UtcNow;
            while (AssertWhole((await reader.StandardOutput.ReadLineAsync(Token))!) < written)
            {
            }

            reader.Kill();
            Assert.Equal("", await reader.StandardError.ReadToEndAsync(Token));
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private static Task<(int? ExitCode, string Output, string Error)> Read(string device, string scope)
    {
        ProcessStartInfo command = Child.Command(
            Child.Dotnet, Child.LvxDll, "status", "--device", device, "--json", "--interval", "0.01", "--timeout", "30", "--count", Readings.ToString(CultureInfo.InvariantCulture));
        command.Environment["LVXPS_LOCK_SCOPE"] = scope;
        return Child.RunAsync(command, Deadline, Token);
    }

    private static DateTime AssertWhole(string reading)
    {
        using var parsed = JsonDocument.Parse(reading);
        JsonElement unit = Assert.Single(parsed.RootElement.EnumerateArray());
        Assert.Equal("96132206100001", unit.GetProperty("serialNumber").GetString());
        Assert.Equal("Charge", unit.GetProperty("mode").GetString());
        Assert.Equal(55.1, unit.GetProperty("batteryVoltage").GetDouble());
        return unit.GetProperty("timestamp").GetDateTime();
    }
}
