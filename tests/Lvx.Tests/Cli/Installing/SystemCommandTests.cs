using Lvx.Cli;
using Lvx.Core.Services;

namespace Lvx.Tests.Cli.Installing;

public sealed class SystemCommandTests
{
    private static readonly string[] Everything =
    [
        "/etc/systemd/system/lvx-plugged.target",
        "/etc/systemd/system/lvx-plugged.target.d/10-lvxps.conf",
        "/etc/systemd/system/lvx-resolve-links.service",
        "/etc/systemd/system/lvx-sync-check.service",
        "/etc/systemd/system/lvx-sync-check.timer",
        "/etc/systemd/system/powermon.service.d/10-lvxps.conf",
        "/etc/systemd/system/powermon2.service.d/10-lvxps.conf",
        "/etc/sysusers.d/lvxps.conf",
        "/etc/tmpfiles.d/lvxps.conf",
        "/etc/udev/rules.d/70-lvxps.rules",
    ];

    [Fact]
    public void Install_shows_each_change_puts_everything_in_place_and_is_then_done()
    {
        using var machine = new InstalledSystem();
        Ran ran = machine.Install();
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Equal(Everything, machine.Files);
        Assert.Equal(10, ran.Lines.Count(line => line.StartsWith("+ create    " + machine.Root, StringComparison.Ordinal)));
        Assert.Equal("10 files put in place.", ran.Lines[^1]);
        Assert.All(Everything, file => Assert.Equal((UnixFileMode)0b110_100_100, File.GetUnixFileMode(machine[file])));
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(machine["etc/systemd/system/powermon.service.d"]));

        Ran again = machine.Install();
        Assert.Equal(ExitCode.Fine, again.ExitCode);
        Assert.Equal("There is nothing to do.", again.Lines[^1]);
        Assert.Equal(ExitCode.Fine, machine.Run("status").ExitCode);
    }

    [Fact]
    public void What_is_installed_is_what_lies_in_the_folder_system()
    {
        using var machine = new InstalledSystem(InstalledSystem.Usb + InstalledSystem.Services);
        machine.Install();
        foreach ((string source, string installed) in ((string, string)[])
        [
            ("70-lvxps.rules", "etc/udev/rules.d/70-lvxps.rules"), ("sysusers.conf", "etc/sysusers.d/lvxps.conf"), ("tmpfiles.conf", "etc/tmpfiles.d/lvxps.conf"),
            ("service.conf", "etc/systemd/system/powermon.service.d/10-lvxps.conf"), ("plugged.conf", "etc/systemd/system/lvx-plugged.target.d/10-lvxps.conf"),
            .. ((string[])["lvx-plugged.target", "lvx-resolve-links.service", "lvx-sync-check.service", "lvx-sync-check.timer"]).Select(unit => (unit, "etc/systemd/system/" + unit)),
        ])
        {
            string expected = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "system", source))
                .Replace("@LVX@", "/usr/bin/lvx", StringComparison.Ordinal).Replace("@SITE@", "/etc/lvxps/site.yaml", StringComparison.Ordinal).Replace("@SERVICES@", "powermon.service powermon2.service", StringComparison.Ordinal);
            string text = File.ReadAllText(machine[installed]);
            Assert.Equal(expected, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            Assert.DoesNotContain('@', expected.Replace("@system-service", "", StringComparison.Ordinal).Replace("@privileged", "", StringComparison.Ordinal).Replace("@resources", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("lvx-resolve-links.service")]
    [InlineData("lvx-sync-check.service")]
    public void Services_leave_the_runtime_what_it_cannot_start_without(string unit)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "system", unit));
        Assert.DoesNotContain(lines, line => line.StartsWith("MemoryDenyWriteExecute=", StringComparison.Ordinal) || line.StartsWith("PrivateDevices=", StringComparison.Ordinal));
        // The last word counts: a group that was taken away does not take this call with it.
        Assert.Equal("SystemCallFilter=sched_setaffinity", lines.Last(line => line.StartsWith("SystemCallFilter=", StringComparison.Ordinal)));
        Assert.Contains("DevicePolicy=closed", lines);
        Assert.Contains("DeviceAllow=char-hidraw rw", lines);
    }

    [Fact]
    public void A_file_that_somebody_changed_or_wrote_stops_everything_until_forced()
    {
        using var machine = new InstalledSystem();
        machine.Install();
        File.AppendAllText(machine[Everything[2]], "# mine\n");
        File.WriteAllText(machine[Everything[7]], "u lvxps 999\n");
        machine.Site(InstalledSystem.Usb);
        Ran ran = machine.Install();
        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Contains($"! keep      {machine[Everything[2]]}: somebody changed it since it was written, and it stays", ran.Lines);
        Assert.Contains($"! keep      {machine[Everything[7]]}: somebody else wrote it, and it stays", ran.Lines);
        Assert.Equal(Everything, machine.Files);
        Assert.Equal(ExitCode.No, machine.Run("status").ExitCode);

        Assert.Equal(ExitCode.Fine, machine.Install("--force").ExitCode);
        Assert.Equal(Everything.Where(file => !file.EndsWith("10-lvxps.conf", StringComparison.Ordinal)), machine.Files);
        Assert.Equal(ExitCode.Fine, machine.Run("status").ExitCode);
    }

    [Fact]
    public void A_name_that_is_a_link_is_somebody_elses_and_is_not_followed()
    {
        using var machine = new InstalledSystem();
        Directory.CreateDirectory(machine["etc/systemd/system"]);
        File.CreateSymbolicLink(machine[Everything[3]], "/dev/null");
        Assert.Equal(ExitCode.Refused, machine.Install().ExitCode);
        Assert.Equal([Everything[3]], machine.Files);
        Assert.Equal(ExitCode.Fine, machine.Install("--force").ExitCode);
        Assert.Null(new FileInfo(machine[Everything[3]]).LinkTarget);
    }

    [Fact]
    public void Remove_takes_what_was_installed_and_leaves_what_somebody_changed_or_wrote()
    {
        using var machine = new InstalledSystem();
        machine.Install();
        File.AppendAllText(machine[Everything[4]], "# mine\n");
        File.WriteAllText(machine["etc/systemd/system/powermon.service.d/20-own.conf"], "[Unit]\n");
        Ran ran = machine.Run("remove", "--yes");
        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Equal([Everything[4], "/etc/systemd/system/powermon.service.d/20-own.conf"], machine.Files);
        Assert.False(Directory.Exists(machine["etc/systemd/system/powermon2.service.d"]));
        Assert.Equal(ExitCode.Fine, machine.Run("remove", "--yes", "--force").ExitCode);
        Assert.Equal(["/etc/systemd/system/powermon.service.d/20-own.conf"], machine.Files);
    }

    [Fact]
    public void Another_site_brings_other_settings_of_services_and_shows_what_changes()
    {
        using var machine = new InstalledSystem();
        machine.Install();
        machine.Site(InstalledSystem.Usb + "services: [powermon2.service]\n");
        Ran ran = machine.Install();
        Assert.Contains($"- remove    {machine[Everything[5]]}", ran.Lines);
        Assert.Contains("    - Wants=powermon.service powermon2.service", ran.Lines);
        Assert.Contains("    + Wants=powermon2.service", ran.Lines);
        Assert.Equal(Everything.Except([Everything[5]]), machine.Files);
    }

    [Fact]
    public void A_site_over_tcp_opens_the_network_for_its_addresses_alone()
    {
        using var machine = new InstalledSystem("units:\n  - { name: a, serial: \"96132206100001\", link: \"tcp://192.168.1.20:8899\" }\n  - { name: b, serial: \"96132206100002\", link: /dev/ttyUSB0 }\n");
        machine.Install();
        Assert.Contains("\nIPAddressAllow=192.168.1.20\n", File.ReadAllText(machine["etc/systemd/system/lvx-sync-check.service.d/10-lvxps-tcp.conf"]), StringComparison.Ordinal);
        Assert.Contains("\nDeviceAllow=/dev/ttyUSB0 rw\n", File.ReadAllText(machine["etc/systemd/system/lvx-sync-check.service.d/10-lvxps-serial-1.conf"]), StringComparison.Ordinal);
        machine.Site("units:\n  - { name: a, serial: \"96132206100001\", link: \"tcp://bridge.lan:8899\" }\n");
        machine.Install();
        Assert.Contains("\nIPAddressDeny=\n", File.ReadAllText(machine["etc/systemd/system/lvx-sync-check.service.d/10-lvxps-tcp.conf"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_and_nobody_to_ask_change_nothing()
    {
        using var machine = new InstalledSystem();
        Assert.Equal(ExitCode.No, machine.Run("install", "--dry-run").ExitCode);
        Ran mute = machine.Run("install");
        Assert.Equal(ExitCode.Usage, mute.ExitCode);
        Assert.Contains("nobody can be asked here", mute.Error, StringComparison.Ordinal);
        Assert.Empty(machine.Files);
    }

    [Fact]
    public void Nothing_outside_the_root_is_touched_though_a_link_leads_there()
    {
        using var machine = new InstalledSystem();
        using var outside = new Core.Files.TempFolder();
        Directory.CreateSymbolicLink(machine["etc/systemd"], outside.Path);
        machine.Install().Failed(ExitCode.Usage, "which may lead out of", "folder");
        Assert.Empty(outside.Names);
    }

    [Theory]
    [InlineData("--lvx", "lvx")]
    [InlineData("--lvx", "/opt/my lvx")]
    [InlineData("--lvx", "/opt/%h")]
    [InlineData("--site", "/etc/a\nb")]
    [InlineData("--prefix", "usr")]
    public void Paths_that_systemd_reads_in_its_own_way_are_refused(string option, string value)
    {
        using var machine = new InstalledSystem();
        Ran.Lvx(["system", "install", "--root", machine.Root, "--yes", .. option == "--lvx" ? [] : (string[])["--lvx", "/usr/bin/lvx"], option, value]).Failed(ExitCode.Usage, option, "such a path");
        Assert.Empty(machine.Files);
    }

    [Fact]
    public void A_package_is_made_below_a_prefix_and_no_command_of_the_system_is_run()
    {
        using var machine = new InstalledSystem();
        var commands = new NoCommands();
        Ran ran = Ran.In(around => around with { Commands = commands }, "system", "install", "--root", machine.Root, "--lvx", "/usr/bin/lvx", "--prefix", "/usr", "--yes");
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Contains("/usr/lib/udev/rules.d/70-lvxps.rules", machine.Files);
        Assert.DoesNotContain(machine.Files, file => file.StartsWith("/etc/", StringComparison.Ordinal));
    }

    [Fact]
    public void On_this_machine_the_system_is_told_and_what_it_refuses_is_a_warning()
    {
        using var folder = new Core.Files.TempFolder();
        var commands = new RecordedCommands();
        string[] where = ["--prefix", folder.Path, "--lvx", "/usr/bin/lvx", "--site", folder["site.yaml"], "--yes"];
        Ran ran = Ran.In(around => around with { Commands = commands }, ["system", "install", .. where]);
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Equal(
            [$"systemd-sysusers {folder.Path}/lib/sysusers.d/lvxps.conf", $"systemd-tmpfiles --create {folder.Path}/lib/tmpfiles.d/lvxps.conf", "udevadm control --reload", "systemctl daemon-reload"],
            commands.Calls);
        Assert.Contains("warning: udevadm control --reload failed (no udev here); run it by hand.", ran.ErrorLines);
        Assert.Equal(2, ran.ErrorLines.Length);
        Assert.Contains("there is no " + folder["site.yaml"], ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("For what is plugged in already: udevadm trigger --action=add --subsystem-match=hidraw", ran.Lines);

        commands.Calls.Clear();
        Assert.Equal(ExitCode.Fine, Ran.In(around => around with { Commands = commands }, ["system", "remove", .. where]).ExitCode);
        Assert.Equal(["systemctl disable --now lvx-sync-check.timer", "udevadm control --reload", "systemctl daemon-reload"], commands.Calls);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0b111_111_101, true)]
    [InlineData(0b111_101_101, false)]
    public void A_service_of_root_that_others_could_change_is_warned_of(int mode, bool isWarned)
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root installs");
        using var folder = new Core.Files.TempFolder();
        File.WriteAllText(folder["lvx"], "");
        File.SetUnixFileMode(folder["lvx"], (UnixFileMode)mode);
        Ran ran = Ran.In(around => around with { Commands = new RecordedCommands() }, ["system", "install", "--prefix", folder.Path, "--lvx", folder["lvx"], "--site", folder["site.yaml"], "--dry-run"]);

        Assert.Equal(isWarned, ran.ErrorLines.Any(line => line.StartsWith($"warning: services run {folder["lvx"]} as root, and others than root could change {folder["lvx"]}", StringComparison.Ordinal)));
    }

    private sealed class RecordedCommands : ICommandRunner
    {
        public List<string> Calls { get; } = [];

        public CommandResult Run(string name, IReadOnlyList<string> arguments, TimeSpan limit)
        {
            Calls.Add($"{name} {string.Join(' ', arguments)}");
            return name == "udevadm" ? new CommandResult(1, "", "no udev here") : new CommandResult(0, "", "");
        }
    }

    private sealed class NoCommands : ICommandRunner
    {
        public CommandResult Run(string name, IReadOnlyList<string> arguments, TimeSpan limit) => throw new InvalidOperationException($"{name} was run.");
    }
}
