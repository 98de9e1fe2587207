using System.Globalization;
using System.Text.RegularExpressions;
using Lvx.Core.Services;

namespace Lvx.Tests.Cli.Installing;

/// <summary>What systemd and udev say of the installed files, where they are there to be asked.</summary>
public sealed partial class SystemToolsTests
{
    private const string Tcp = "units:\n  - { name: a, serial: \"96132206100001\" }\n  - { name: b, serial: \"96132206100002\", link: \"tcp://192.168.1.20:8899\" }\n";
    private const string TcpByName = "units:\n  - { name: b, serial: \"96132206100002\", link: \"tcp://bridge.lan:8899\" }\n";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(InstalledSystem.Usb + InstalledSystem.Services)]
    [InlineData(Tcp + InstalledSystem.Services)]
    [InlineData(TcpByName)]
    public async Task Systemd_finds_nothing_wrong_with_the_units(string site)
    {
        NeedTool("systemd-analyze");
        using var machine = new InstalledSystem(site);
        machine.Install();
        string units = machine["etc/systemd/system"];
        foreach (string service in (string[])["powermon.service", "powermon2.service"])
        {
            File.WriteAllText(Path.Combine(units, service), "[Service]\nExecStart=/usr/bin/lvx\n");
        }

        // What every machine has.
        foreach (string unit in (string[])["sysinit.target", "basic.target", "shutdown.target", "timers.target", "system.slice", "-.slice", "systemd-udevd.service"])
        {
            string path = Path.Combine(units, unit);
            File.WriteAllText(path, unit.EndsWith(".service", StringComparison.Ordinal) ? "[Unit]\nDefaultDependencies=no\n[Service]\nExecStart=/usr/bin/lvx\n" : "[Unit]\nDefaultDependencies=no\n");
        }

        (int? exitCode, string output, string error) = await Run(
            "systemd-analyze", ["verify", $"--root={machine.Root}", "--man=no", "lvx-plugged.target", "lvx-resolve-links.service", "lvx-sync-check.service", "lvx-sync-check.timer", "powermon.service"]);
        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Theory]
    [InlineData(InstalledSystem.Usb, "lvx-sync-check.service", 0.5)]
    [InlineData(Tcp, "lvx-sync-check.service", 1.5)]
    [InlineData(TcpByName, "lvx-sync-check.service", 1.5)]
    [InlineData(InstalledSystem.Usb, "lvx-resolve-links.service", 2.5)]
    public async Task Services_expose_no_more_than_they_must(string site, string service, double most)
    {
        NeedTool("systemd-analyze");
        using var machine = new InstalledSystem(site);
        machine.Install();
        (int? exitCode, string output, string error) = await Run("systemd-analyze", ["security", "--offline=yes", $"--root={machine.Root}", "--no-pager", service]);
        Match level = Level().Match(output);
        Assert.True(exitCode == 0 && level.Success, $"{exitCode} {output}\n{error}");
        double exposure = double.Parse(level.Groups[1].Value, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"{service}: {exposure}");
        Assert.True(exposure <= most, output);
    }

    [Fact]
    public async Task Udev_finds_nothing_wrong_with_the_rule()
    {
        NeedTool("udevadm");
        (_, string version, _) = await Run("udevadm", ["--version"]);
        Assert.SkipUnless(int.TryParse(version.Trim(), CultureInfo.InvariantCulture, out int number) && number >= 254, $"udevadm {version.Trim()} has no verify: it came with 254");
        using var machine = new InstalledSystem();
        machine.Install();
        (int? exitCode, string output, string error) = await Run("udevadm", ["verify", "--resolve-names=never", machine["etc/udev/rules.d/70-lvxps.rules"]]);
        Assert.True(exitCode == 0, $"{exitCode} {output}\n{error}");
    }

    [Fact]
    public async Task Users_and_folders_are_made_as_said()
    {
        NeedTool("systemd-sysusers");
        NeedTool("systemd-tmpfiles");
        using var machine = new InstalledSystem();
        machine.Install();
        Assert.Equal(0, (await Run("systemd-sysusers", [$"--root={machine.Root}"])).ExitCode);
        Assert.Contains("lvxps:", File.ReadAllText(machine["etc/group"]), StringComparison.Ordinal);
        (int? exitCode, _, string error) = await Run("systemd-tmpfiles", ["--create", $"--root={machine.Root}"]);
        Assert.True(exitCode == 0, error);
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(machine["run/lvxps"]));
    }

    private static void NeedTool(string name) => Assert.SkipWhen(CommandRunner.Find(name) is null, $"there is no {name} on this machine");

    private static Task<(int? ExitCode, string Output, string Error)> Run(string name, string[] arguments) => Child.RunAsync(Child.Command(CommandRunner.Find(name)!, arguments), Limit, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"Overall exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Level();
}
