using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lvx.Tests.Cli;

/// <summary>The command as a process of its own: signals, pipes, exit codes.</summary>
public sealed partial class ProcessTests
{
    private const int Sigint = 2;
    private const int Sigterm = 15;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_ends_with_0_and_says_nothing_on_standard_error()
    {
        (int? exitCode, string output, string error) = await Child.RunAsync(Lvx("status", "--device", "sim:pair"), Deadline, Token);

        Assert.Equal(0, exitCode);
        Assert.Equal("", error);
        Assert.Contains("Charge A          55                    57", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "status", "--device", "foo:bar")]
    [InlineData(2, "frobnicate")]
    [InlineData(3, "status", "--device", "/dev/hidraw987654")]
    public async Task What_fails_ends_with_its_exit_code_and_no_stack_trace(int expected, params string[] args)
    {
        (int? exitCode, string output, string error) = await Child.RunAsync(Lvx(args), Deadline, Token);

        Assert.Equal(expected, exitCode);
        Assert.Equal("", output);
        Assert.Equal(2, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sigint)]
    [InlineData(Sigterm)]
    public async Task A_signal_ends_an_endless_reading_at_once(int signal)
    {
        Assert.SkipWhen(IsIgnored(signal), "whoever runs these tests ignores the signal, and so does every child");
        using Process process = Process.Start(Lvx("status", "--device", "sim:pair", "--json", "--interval", "600"))!;
        Assert.StartsWith("[{", await process.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
        Task<string> error = process.StandardError.ReadToEndAsync(Token);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Kill(process.Id, signal));

        Assert.True(await Child.EndsWithinAsync(process, Deadline, Token), "it did not end");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await error);
    }

    [Theory]
    [InlineData("status --device sim:pair --json --interval 0.05")]
    [InlineData("status --device sim:pair --interval 0.05")]
    [InlineData("status --device sim:pair")]
    [InlineData("status --help")]
    [InlineData("--version --help")]
    public async Task It_ends_when_nobody_reads_its_output_any_more(string line)
    {
        (int? exitCode, string output, string error) = await Child.RunAsync(
            Child.Command("sh", "-c", $"\"$0\" \"$1\" {line} | head -1", Child.Dotnet, Child.LvxDll), Deadline, Token);

        Assert.Equal(0, exitCode);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", error);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_an_error()
    {
        (int? exitCode, _, string error) = await Child.RunAsync(
            Child.Command("sh", "-c", "\"$0\" \"$1\" status --device sim:pair > /dev/full", Child.Dotnet, Child.LvxDll), Deadline, Token);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("lvx: the output cannot be written", error, StringComparison.Ordinal);
        Assert.Equal(2, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static ProcessStartInfo Lvx(params string[] args) => Child.Command(Child.Dotnet, [Child.LvxDll, .. args]);

    private static bool IsIgnored(int signal)
    {
        string mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (signal - 1))) != 0;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
