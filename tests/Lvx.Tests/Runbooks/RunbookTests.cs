using System.Diagnostics;
using Lvx.Simulator;
using Lvx.Tests.Cli;
using Lvx.Tests.Core.Files;
using Lvx.Tests.PowerShell;

namespace Lvx.Tests.Runbooks;

/// <summary>Every command of the runbooks runs as written, against a pair on TCP that a site file names.</summary>
public sealed class RunbookTests
{
    // Where something is compared or planned, 1 says that there is something to see.
    private static readonly string[] MaySayNo = ["lvx compare", "lvx profile plan"];

    public static TheoryData<string> Files => [.. Runbook.Files];

    [Fact]
    public void There_is_a_runbook_for_each_job() => Assert.Equal(
        [
            "changing-a-charge-policy.md", "commissioning-a-parallel-pair.md", "moving-from-the-old-scripts.md", "packs-vanish-from-monitoring.md", "replacing-a-unit.md",
        ],
        Runbook.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_command_runs_as_written(string file)
    {
        using var place = new Place();
        IReadOnlyList<string> commands = Runbook.Commands(file, "sh");
        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            (int? exitCode, string output, string error) = await Child.RunAsync(place.Shell(command), TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
            bool isFine = exitCode == 0 || exitCode == Runbook.OtherExitCode(command) || (exitCode == 1 && MaySayNo.Any(verb => command.StartsWith(verb, StringComparison.Ordinal)));
            Assert.True(isFine, $"{command}\nexit code {exitCode}\n{output}\n{error}");
            Assert.DoesNotContain("internal error", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_line_of_powershell_runs_as_written(string file)
    {
        string? whyNot = await PowerShellHost.WhyNotAsync();
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        IReadOnlyList<string> commands = Runbook.Commands(file, "powershell");
        if (commands.Count == 0)
        {
            return;
        }

        using var place = new Place();
        string script = Path.Combine(place.Folder, "run.ps1");
        File.WriteAllLines(script, [$"$ErrorActionPreference = 'Stop'", $"Import-Module '{PesterTests.Manifest}'", .. commands.Select(command => $"{command} | Out-Host")]);
        (int? exitCode, string output, string error) = await Child.RunAsync(place.In(Child.Command("pwsh", "-NoProfile", "-NonInteractive", "-File", script)), TimeSpan.FromSeconds(180), TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0 && error.Length == 0, $"{string.Join("\n", commands)}\nexit code {exitCode}\n{output}\n{error}");
    }

    /// <summary>A pair, its site file, and a folder in which commands run with a home and an <c>lvx</c> of their own.</summary>
    private sealed class Place : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly ServedPair pair = new();

        public Place()
        {
            foreach (SimulatedUnit unit in pair.Units)
            {
                unit.Quirks = unit.Quirks with { ReadBackLag = 0 };
            }

            string[] devices = [.. pair.Devices.Where(device => device.StartsWith("tcp:", StringComparison.Ordinal))];
            File.WriteAllText(
                Path.Combine(Folder, "site.yaml.test"),
                "schema: lvxps-site/1\nunits:\n" + string.Concat(devices.Select((device, index) => $"  - {{ name: lvx6048-{index + 1}, serial: \"9613220610000{index + 1}\", link: \"{device}\", instance: {index} }}\n")));
            string lvx = Path.Combine(Folder, "lvx");
            string published = Environment.GetEnvironmentVariable("LVXPS_PUBLISHED") is { Length: > 0 } where ? $"'{where}/lvx'" : $"'{Child.Dotnet}' '{Child.LvxDll}'";
            File.WriteAllText(lvx, $"#!/bin/sh\nexec {published} \"$@\"\n");
            File.SetUnixFileMode(lvx, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string Folder => folder.Path;

        public ProcessStartInfo Shell(string command) => In(Child.Command("bash", "-c", command));

        public ProcessStartInfo In(ProcessStartInfo command)
        {
            command.WorkingDirectory = Folder;
            command.Environment["PATH"] = $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}";
            command.Environment["LVXPS_SITE"] = Path.Combine(Folder, "site.yaml.test");
            command.Environment["XDG_STATE_HOME"] = Folder;
            command.Environment["NO_COLOR"] = "1";
            return command;
        }

        public void Dispose()
        {
            pair.Dispose();
            folder.Dispose();
        }
    }
}
