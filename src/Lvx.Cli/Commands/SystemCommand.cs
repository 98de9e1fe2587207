using System.CommandLine;
using System.Text.RegularExpressions;
using Lvx.Cli.Hosting;
using Lvx.Cli.Installing;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Files;
using Lvx.Core.Services;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx system</c>: the udev rule, the services and what they need, put in place, looked at, taken away.</summary>
internal sealed partial class SystemCommand : IVerb
{
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);

    private readonly Command install = new("install", "Put the udev rule and the units of systemd in place, after showing each change. Exit code 0 done or nothing to do, 2 not agreed to, 4 a file is somebody else's, and nothing was done.");
    private readonly Command remove = new("remove", "Take away what was installed and nobody changed. Exit code 0 done, 2 not agreed to, 4 a changed file stays.");
    private readonly Command status = new("status", "Tell whether everything is in place and as it was installed. Exit code 0 it is, 1 not.");

    private readonly Option<string?> root = new("--root") { Description = "Work on the machine that lies in DIR; nothing outside is touched, and no command of the system is run.", HelpName = "DIR" };
    private readonly Option<string?> prefix = new("--prefix") { Description = "Install below DIR/lib, as packages do (/usr); below /etc unless told.", HelpName = "DIR" };
    private readonly Option<string?> lvx = new("--lvx") { Description = "The lvx that services start; the one that runs unless told.", HelpName = "FILE" };
    private readonly Option<string> site = new("--site") { Description = "The site file of the machine.", DefaultValueFactory = _ => SiteLocation.OfMachine, HelpName = "FILE" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show the changes, and make none. Exit code 1 when there are any." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do not ask." };
    private readonly Option<bool> force = new("--force") { Description = "Replace files of others too, and remove changed ones." };

    public Command Describe()
    {
        var command = new Command("system", "The udev rule and the services: put in place, looked at, taken away.");
        foreach (Command below in (Command[])[install, remove, status])
        {
            foreach (Option option in (Option[])[root, prefix, lvx, site])
            {
                below.Options.Add(option);
            }

            command.Subcommands.Add(below);
        }

        foreach (Command below in (Command[])[install, remove])
        {
            below.Options.Add(dryRun);
            below.Options.Add(yes);
            below.Options.Add(force);
        }

        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        string? folder = parsed.GetValue(root) is { } named ? Path.GetFullPath(named) : null;
        if (folder is not null && !Directory.Exists(folder))
        {
            throw LvxErrors.NotReadable(folder, "there is no such folder.");
        }

        var machine = new Machine(folder);
        var layout = new SystemLayout(parsed.GetValue(prefix) is { } below ? Plain(below, "--prefix") : null);
        string siteFile = Plain(parsed.GetValue(site)!, "--site");
        bool isRemoval = parsed.CommandResult.Command == remove;
        LvxSite? known = isRemoval ? null : Site(machine, siteFile, surroundings);
        IReadOnlyList<SystemFile> files = new SystemFiles(layout, isRemoval ? "/" : Plain(Lvx(parsed), "--lvx"), siteFile).For(known);
        if (parsed.CommandResult.Command == status)
        {
            return Show(SystemPlan.Install(machine, layout, files, force: false), machine, surroundings, all: true) ? ExitCode.No : ExitCode.Fine;
        }

        bool forces = parsed.GetValue(force);
        IReadOnlyList<SystemChange> plan = isRemoval ? SystemPlan.Remove(machine, layout, files, forces) : SystemPlan.Install(machine, layout, files, forces);
        bool changes = Show(plan, machine, surroundings, all: !isRemoval);
        bool blocked = plan.Any(change => change.Kind == SystemChangeKind.Keep);
        if (blocked && !isRemoval)
        {
            surroundings.Error.WriteLine("lvx: nothing was done: files marked ! are not as they were installed.");
            surroundings.Error.WriteLine("     Move them away, or say --force to replace them.");
            return ExitCode.Refused;
        }

        if (!isRemoval && machine.IsThis && FileTrust.FirstNotRoots(Lvx(parsed)) is { } open && Environment.IsPrivilegedProcess)
        {
            surroundings.Error.WriteLine($"warning: services run {Lvx(parsed)} as root, and others than root could change {open}: install lvx where they cannot, such as /usr/local/bin.");
        }

        if (parsed.GetValue(dryRun))
        {
            return changes ? ExitCode.No : ExitCode.Fine;
        }

        SystemChange[] todo = [.. plan.Where(change => change.Kind is SystemChangeKind.Create or SystemChangeKind.Replace or SystemChangeKind.Remove)];
        if (todo.Length > 0)
        {
            if (!parsed.GetValue(yes) && !IsAgreed(todo.Length, surroundings))
            {
                return ExitCode.Usage;
            }

            if (isRemoval && machine.IsThis)
            {
                // What is enabled is a link to a file that is about to go.
                surroundings.Commands.Run("systemctl", ["disable", "--now", "lvx-sync-check.timer"], CommandLimit);
            }

            Apply(machine, todo);
            Reload(machine, layout, isRemoval, surroundings);
        }

        surroundings.Output.WriteLine(todo.Length == 0 ? "There is nothing to do." : $"{(todo.Length == 1 ? "1 file" : $"{todo.Length} files")} {(isRemoval ? "removed" : "put in place")}.");
        if (todo.Length > 0 && !isRemoval && machine.IsThis)
        {
            surroundings.Output.WriteLine("For what is plugged in already: udevadm trigger --action=add --subsystem-match=hidraw");
            surroundings.Output.WriteLine("To check the pair every quarter of an hour: systemctl enable --now lvx-sync-check.timer");
        }

        return blocked ? ExitCode.Refused : ExitCode.Fine;
    }

    private static LvxSite? Site(Machine machine, string path, Surroundings surroundings)
    {
        string file = machine.NameOf(path);
        if (File.Exists(file))
        {
            return machine.IsThis ? SiteFile.ReadTrusted(file) : SiteFile.Read(file);
        }

        surroundings.Error.WriteLine($"warning: there is no {Shown.Value(file)} yet, which says the services of the site: `lvx site init --output {Shown.Value(path)}` writes one; then install once more.");
        return null;
    }

    private string Lvx(ParseResult parsed) => parsed.GetValue(lvx)
        ?? (Path.GetFileName(Environment.ProcessPath) == "lvx" ? Environment.ProcessPath! : throw new LvxException(LvxError.ArgumentInvalid, null, "it is not known which lvx services are to start.", "Say --lvx FILE."));

    /// <summary>What stands in units of systemd must be taken by it as it is.</summary>
    private static string Plain(string path, string option) => PlainPath().IsMatch(path)
        ? path
        : throw new LvxException(LvxError.ArgumentInvalid, path, $"{option} takes an absolute path of letters, digits and ._+@:-.", "Name such a path: systemd reads other characters in its own way.");

    /// <returns>Whether something is not as it should be.</returns>
    private static bool Show(IReadOnlyList<SystemChange> plan, Machine machine, Surroundings surroundings, bool all)
    {
        foreach (SystemChange change in plan.Where(change => all || change.Kind != SystemChangeKind.Unchanged))
        {
            surroundings.Output.WriteLine($"{Mark(change.Kind)} {Shown.Value(machine.NameOf(change.Path))}{(change.Why is { } why ? $": {why}, and it stays" : "")}");
            if (change.Kind == SystemChangeKind.Replace)
            {
                string[] before = change.Before!.Split('\n')[1..];
                string[] after = change.After!.Split('\n')[1..];
                foreach (string line in before.Except(after).Select(line => "    - " + line).Concat(after.Except(before).Select(line => "    + " + line)))
                {
                    surroundings.Output.WriteLine(Shown.Value(line));
                }
            }
        }

        return plan.Any(change => change.Kind != SystemChangeKind.Unchanged);
    }

    private static string Mark(SystemChangeKind kind) => kind switch
    {
        SystemChangeKind.Create => "+ create   ",
        SystemChangeKind.Replace => "~ replace  ",
        SystemChangeKind.Remove => "- remove   ",
        SystemChangeKind.Keep => "! keep     ",
        _ => "= unchanged",
    };

    private static bool IsAgreed(int count, Surroundings surroundings)
    {
        if (surroundings.Person is not { } person)
        {
            surroundings.Error.WriteLine("lvx: nothing was done: nobody can be asked here.");
            surroundings.Error.WriteLine("     Look at the changes (--dry-run), and say --yes.");
            return false;
        }

        surroundings.Output.Flush();
        if (Agreement.Ask(person, surroundings.Error, $"Make {(count == 1 ? "this change" : $"these {count} changes")}?", surroundings.Cancellation))
        {
            return true;
        }

        surroundings.Error.WriteLine("lvx: nothing was done: it was declined.");
        surroundings.Error.WriteLine("     Say y to make the changes.");
        return false;
    }

    private static void Apply(Machine machine, IEnumerable<SystemChange> changes)
    {
        foreach (SystemChange change in changes)
        {
            if (change.After is { } content)
            {
                machine.Write(change.Path, content);
            }
            else
            {
                machine.Remove(change.Path);
            }
        }
    }

    private static void Reload(Machine machine, SystemLayout layout, bool isRemoval, Surroundings surroundings)
    {
        if (!machine.IsThis)
        {
            return;
        }

        (string Name, string[] Arguments)[] commands =
        [
            .. isRemoval ? [] : ((string, string[])[])[("systemd-sysusers", [Path.Combine(layout.Users, "lvxps.conf")]), ("systemd-tmpfiles", ["--create", Path.Combine(layout.TemporaryFiles, "lvxps.conf")])],
            ("udevadm", ["control", "--reload"]),
            ("systemctl", ["daemon-reload"]),
        ];
        foreach ((string name, string[] arguments) in commands)
        {
            CommandResult result = surroundings.Commands.Run(name, arguments, CommandLimit);
            if (!result.IsFine && result.WasFound)
            {
                surroundings.Error.WriteLine($"warning: {name} {string.Join(' ', arguments)} failed ({Shown.Value(result.Error)}); run it by hand.");
            }
        }
    }

    [GeneratedRegex(@"^/[A-Za-z0-9_./+@:-]+\z")]
    private static partial Regex PlainPath();
}
