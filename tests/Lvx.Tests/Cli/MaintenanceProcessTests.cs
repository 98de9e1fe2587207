using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lvx.Tests.Cli;

/// <summary>Maintenance as a process of its own, with a systemctl that is none: whatever ends the command or lvx itself, the services run again.</summary>
public sealed partial class MaintenanceProcessTests
{
    private const int Sigint = 2;
    private const int Sigkill = 9;
    private const int Sigterm = 15;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly string[] StoppedAndStarted = ["stop powermon", "stop powermon2", "start powermon2", "start powermon"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "true")]
    [InlineData(7, "sh", "-c", "exit 7")]
    [InlineData(127, "no-such-command")]
    [InlineData(137, "sh", "-c", "kill -9 $$")]
    [InlineData(143, "sh", "-c", "kill $$")]
    public async Task The_services_run_again_and_the_exit_code_is_that_of_the_command(int expected, params string[] command)
    {
        using var systemd = new FakeSystemd("powermon", "powermon2");
        (int? exitCode, _, string error) = await Child.RunAsync(systemd.Lvx(["maintenance", "--", .. command]), Deadline, Token);
        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 127, error.Contains("no-such-command cannot be run", StringComparison.Ordinal));
        Assert.Equal(StoppedAndStarted, systemd.Calls);
        Assert.True(systemd.IsForgotten);
    }

    [Fact]
    public async Task The_command_runs_while_the_services_are_stopped_with_its_arguments_and_its_output()
    {
        using var systemd = new FakeSystemd("powermon", "powermon2");
        (int? exitCode, string output, string error) = await Child.RunAsync(
            systemd.Lvx("maintenance", "--", "sh", "-c", "cat $FAKE_SYSTEMD/powermon $FAKE_SYSTEMD/powermon2; ls $LVXPS_RUN; echo \"$1\"", "--", "--verbose a b"), Deadline, Token);
        Assert.Equal((0, "inactive\ninactive\nmaintenance\nmaintenance.json\nmaintenance.lock\n--verbose a b\n", ""), (exitCode, output, error));
        Assert.Equal("active", systemd["powermon"]);
    }

    [Fact]
    public async Task A_service_that_was_inactive_stays_so()
    {
        using var systemd = new FakeSystemd("powermon2") { ["powermon"] = "inactive" };
        Assert.Equal(0, (await Child.RunAsync(systemd.Lvx("maintenance", "--", "true"), Deadline, Token)).ExitCode);
        Assert.Equal(["stop powermon2", "start powermon2"], systemd.Calls);
        Assert.Equal("inactive", systemd["powermon"]);
    }

    [Fact]
    public async Task A_service_that_does_not_stop_ends_it_before_the_command()
    {
        using var systemd = new FakeSystemd("powermon", "powermon2") { ["powermon2.stuck"] = "" };
        (int? exitCode, string output, string error) = await Child.RunAsync(systemd.Lvx("maintenance", "--", "echo", "run"), Deadline, Token);
        Assert.Equal((3, ""), (exitCode, output));
        Assert.StartsWith("lvx: powermon2: it did not stop (Job for powermon2 canceled.).\n", error, StringComparison.Ordinal);
        Assert.Equal("active", systemd["powermon"]);
        Assert.True(systemd.IsForgotten);
    }

    [Fact]
    public async Task A_service_that_does_not_start_again_is_named_with_how_to_start_it()
    {
        using var systemd = new FakeSystemd("powermon", "powermon2") { ["powermon2.broken"] = "" };
        (int? exitCode, _, string error) = await Child.RunAsync(systemd.Lvx("maintenance", "--", "true"), Deadline, Token);
        Assert.Equal(3, exitCode);
        Assert.StartsWith("lvx: powermon2: it did not start again (Job for powermon2 failed", error, StringComparison.Ordinal);
        Assert.EndsWith("     Start it by hand: systemctl start powermon2\n", error, StringComparison.Ordinal);
        Assert.Equal("active", systemd["powermon"]);
    }

    [Theory]
    [InlineData(Sigint, 130)]
    [InlineData(Sigterm, 143)]
    public async Task A_signal_reaches_the_command_and_the_services_run_again(int signal, int expected)
    {
        using var systemd = new FakeSystemd("powermon", "powermon2");
        // A shell that ends by the signal, whatever whoever runs these tests ignores.
        using Process process = Process.Start(systemd.Lvx("maintenance", "--", "python3", "-c", "import signal,time\nfor s in (2,15): signal.signal(s, signal.SIG_DFL)\nprint('up',flush=True)\ntime.sleep(60)"))!;
        Assert.Equal("up", await process.StandardOutput.ReadLineAsync(Token));
        Assert.Equal(0, Kill(process.Id, signal));
        Assert.True(await Child.EndsWithinAsync(process, Deadline, Token));
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(StoppedAndStarted, systemd.Calls);
        Assert.True(systemd.IsForgotten);
    }

    [Fact]
    public async Task A_command_that_takes_no_notice_of_a_signal_is_killed_and_the_services_run_again()
    {
        using var systemd = new FakeSystemd("powermon", "powermon2");
        using Process process = Process.Start(systemd.Lvx("maintenance", "--", "sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done"))!;
        Assert.Equal("up", await process.StandardOutput.ReadLineAsync(Token));
        Assert.Equal(0, Kill(process.Id, Sigterm));
        Assert.True(await Child.EndsWithinAsync(process, Deadline, Token));
        Assert.Equal(137, process.ExitCode);
        Assert.Equal(StoppedAndStarted, systemd.Calls);
    }

    [Fact]
    public async Task Interrupted_while_services_stop_it_starts_them_again_and_runs_nothing()
    {
        using var systemd = new FakeSystemd("powermon", "powermon2") { ["powermon.slow"] = "" };
        using Process process = Process.Start(systemd.Lvx("maintenance", "--", "echo", "run"))!;
        while (systemd.Calls.Length == 0)
        {
            await Task.Delay(20, Token);
        }

        Assert.Equal(0, Kill(process.Id, Sigterm));
        Task<string> output = process.StandardOutput.ReadToEndAsync(Token);
        Assert.True(await Child.EndsWithinAsync(process, Deadline, Token));
        Assert.Equal((130, ""), (process.ExitCode, await output));
        Assert.Equal(["stop powermon", "start powermon2", "start powermon"], systemd.Calls);
        Assert.True(systemd.IsForgotten);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_itself_the_next_run_finishes_the_job_once_the_command_has_ended(bool byFinish)
    {
        using var systemd = new FakeSystemd("powermon") { ["powermon2"] = "inactive" };
        using Process process = Process.Start(systemd.Lvx("maintenance", "--", "sh", "-c", "echo $$; exec sleep 60"))!;
        int command = int.Parse((await process.StandardOutput.ReadLineAsync(Token))!, System.Globalization.CultureInfo.InvariantCulture);
        while (!File.ReadAllText(Path.Combine(systemd.Work, "run", "maintenance.json")).Contains("\"pid\"", StringComparison.Ordinal))
        {
            await Task.Delay(20, Token);
        }

        Assert.Equal(0, Kill(process.Id, Sigkill));
        await process.WaitForExitAsync(Token);
        Assert.Equal("inactive", systemd["powermon"]);

        (int? refused, _, string error) = await Child.RunAsync(systemd.Lvx("maintenance", "--finish"), Deadline, Token);
        Assert.Equal(4, refused);
        Assert.Contains($"what it ran is running still (pid {command})", error, StringComparison.Ordinal);
        Assert.Equal("inactive", systemd["powermon"]);

        Assert.Equal(0, Kill(command, Sigkill));
        string[] next = byFinish ? ["maintenance", "--finish"] : ["maintenance", "--", "true"];
        (int? exitCode, string output, string said) = await Child.RunAsync(systemd.Lvx(next), Deadline, Token);
        Assert.True(exitCode == 0, said);
        Assert.Equal(byFinish ? "Running again: powermon.\n" : "", output);
        Assert.Equal("active", systemd["powermon"]);
        Assert.Equal("inactive", systemd["powermon2"]);
        Assert.True(systemd.IsForgotten);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
