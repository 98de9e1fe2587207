using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx resolve-links</c>: links in /dev with the names of units, for programs that want a path; udev and systemd run it.</summary>
internal sealed class ResolveLinksCommand : IVerb
{
    private static readonly LinkResolvingOptions Usual = new();

    private readonly LinkOptionSet links = new();

    private readonly Option<double> wait = new("--wait", "-w")
    {
        Description = "How long all units are waited for: one node may come before the other.",
        DefaultValueFactory = _ => Usual.Wait.TotalSeconds,
        HelpName = "SECONDS",
    };

    private readonly Option<string> folder = new("--dev") { Description = "The folder that the links are in.", DefaultValueFactory = _ => Usual.Folder, HelpName = "DIR" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would be done, and do nothing." };

    public Command Describe()
    {
        var command = new Command(
            "resolve-links",
            "Make links with the names of the site's units (/dev/lvx6048-1) lead to the nodes that the units are on. Exit code 0 all are linked, 2 the site file is not sound or the folder cannot be written, 3 a unit was not found, 4 a name is taken by something else.");
        links.AddTo(command);
        command.Options.Add(wait);
        command.Options.Add(folder);
        command.Options.Add(dryRun);
        Ranges.Require(wait, 0, 600, "seconds");
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        var log = new ServiceLog(surroundings);
        try
        {
            LvxSite site = surroundings.TrustedSite() ?? throw LvxErrors.NotReadable(SiteLocation.OfMachine, "there is no site file, which says the units' names and serial numbers.");
            if (site.Units.All(unit => unit.Link is not null))
            {
                log.Info($"lvx: {site.Path} names no unit on whatever USB port (link: hid): there is nothing to resolve.");
                return ExitCode.Fine;
            }

            using Reach reach = links.ResolveUnselected(parsed, surroundings);
            var options = new LinkResolvingOptions { Wait = TimeSpan.FromSeconds(parsed.GetValue(wait)), Folder = Path.GetFullPath(parsed.GetValue(folder)!), DryRun = parsed.GetValue(dryRun) };
            IReadOnlyList<ResolvedLink> resolved = new LinkResolvingOperation(surroundings.Census ?? new NodeCensus(reach.Access), options).Resolve(site.Units, new LogHost(log, reach.Host));
            foreach (ResolvedLink link in resolved)
            {
                (link.IsLinked ? (Action<string>)log.Info : log.Warning)($"lvx: {link.Text}");
            }

            return resolved.All(link => link.IsLinked) ? ExitCode.Fine : ExitCode.Device;
        }
        catch (LvxException problem)
        {
            log.Error($"lvx: {problem.Message}");
            log.Error($"lvx: {problem.NextStep}");
            return ErrorText.ExitCodeOf(problem);
        }
    }
}
