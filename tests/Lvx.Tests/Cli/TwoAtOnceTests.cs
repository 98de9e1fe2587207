using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
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
    public async Task Both_read_by_turns_each_reading_is_whole_and_no_question_is_asked_twice(string link)
    {
        using var served = new ServedUnit(link);
        string scope = Guid.NewGuid().ToString();

        // One has begun before the other comes, and goes on until that one is done: both read all the time that is looked at.
        using Process first = Process.Start(Reading(served.Device, scope, "--interval", "0.01"))!;
        string begun = (await first.StandardOutput.ReadLineAsync(Token))!;
        Task<string> rest = first.StandardOutput.ReadToEndAsync(CancellationToken.None);
        (int? exitCode, string output, string error) = await Child.RunAsync(
            Reading(served.Device, scope, "--interval", "0.01", "--count", Readings.ToString(CultureInfo.InvariantCulture)), Deadline, Token);
        first.Kill();
        string[] firsts = Lines(begun + "\n" + await rest);
        string[] seconds = Lines(output);

        Assert.Equal((0, "", ""), (exitCode, error, await first.StandardError.ReadToEndAsync(Token)));
        Assert.Equal(Readings, seconds.Length);
        Assert.All([.. firsts, .. seconds], reading => AssertWhole(reading));

        // Who gets the port asks who is there, first of all. The last reading may be cut off: the one that went on was killed.
        string asked = string.Join(" ", served.Unit.Log.Select(request => request.Text));
        Assert.Matches("^(PI ID( VFW PIRI)?( GS MOD FWS)+ ?)+(PI( ID)?|GS( MOD)?)?$", asked);
        int whole = Regex.Count(asked, "GS MOD FWS");
        int turns = Regex.Count(asked, "PI ID");
        Assert.InRange(whole, firsts.Length + seconds.Length, firsts.Length + seconds.Length + 1);
        Assert.True(turns > Readings / 2, $"{turns} turns in {whole} readings");
        TestContext.Current.TestOutputHelper?.WriteLine($"{link}: {firsts.Length} and {seconds.Length} readings, {served.Unit.Log.Count} questions, {turns} turns");
    }

    [Fact]
    public async Task A_setting_is_written_while_another_reads_on_and_on_and_that_one_goes_on()
    {
        using var served = new ServedUnit("tcp");
        string scope = Guid.NewGuid().ToString();
        string state = Directory.CreateTempSubdirectory("lvx").FullName;
        try
        {
            using Process reader = Process.Start(Reading(served.Device, scope, "--interval", "0.2"))!;
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

    private static ProcessStartInfo Reading(string device, string scope, params string[] options)
    {
        ProcessStartInfo command = Child.Command(Child.Dotnet, [Child.LvxDll, "status", "--device", device, "--json", "--timeout", "30", .. options]);
        command.Environment["LVXPS_LOCK_SCOPE"] = scope;
        return command;
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

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
