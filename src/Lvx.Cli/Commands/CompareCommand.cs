using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx compare</c>: the settings of units with each other, a baseline, a profile or their defaults; or two files.</summary>
internal sealed class CompareCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly Option<string?> reference = new("--reference", "-r")
    {
        Description = "Compare with this baseline: of one unit, or of several, each found by its serial number.",
        HelpName = "FILE",
    };

    private readonly Option<string?> difference = new("--difference")
    {
        Description = "Compare this baseline, instead of units, with the reference.",
        HelpName = "FILE",
    };

    private readonly Option<string?> profile = new("--profile") { Description = "Compare with a profile, in what it names.", HelpName = "NAME|FILE" };
    private readonly Option<bool> defaults = new("--default") { Description = "Compare each unit with its own factory defaults." };
    private readonly Option<bool> all = new("--all", "-a") { Description = "Also the switches, time windows, machine type and output mode." };
    private readonly Option<bool> differencesOnly = new("--difference-only") { Description = "Show only what differs." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Show nothing: the exit code says it." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };

    public Command Describe()
    {
        var command = new Command(
            "compare", "Compare settings: units with the first of them, with a baseline, a profile or their defaults. Exit code 0 alike, 1 different, 3 a unit failed.");
        links.AddTo(command);
        foreach (Option option in (Option[])[reference, difference, profile, defaults, all, differencesOnly, quiet, json])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            int references = (result.GetResult(reference) is null ? 0 : 1) + (result.GetResult(profile) is null ? 0 : 1) + (result.GetValue(defaults) ? 1 : 0);
            if (references > 1)
            {
                result.AddError("--reference, --profile and --default exclude one another.");
            }
            else if (references == 0 && result.GetResult(difference) is not null)
            {
                result.AddError("--difference needs a reference to be compared with.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        var request = new CompareRequest
        {
            Reference = FileOf(parsed.GetValue(reference)),
            Difference = FileOf(parsed.GetValue(difference)),
            Profile = parsed.GetValue(profile) is { } name ? Profiles.Shelf().Find(name) : null,
            WithDefaults = parsed.GetValue(defaults),
            Scope = parsed.GetValue(all) ? SettingsScope.All : SettingsScope.Twelve,
        };
        if (request.Difference is not null && !links.NamesUnits(parsed))
        {
            return Write(new CompareOperation(null).Compare(request, links.Host(parsed, surroundings.Error, surroundings.Cancellation)), parsed, surroundings);
        }

        using Reach reach = links.Resolve(parsed, surroundings);
        return Write(new CompareOperation(reach.Access).Compare(request with { Selection = reach.Selection }, reach.Host), parsed, surroundings);
    }

    private static SettingsFile? FileOf(string? path) => path is null ? null : new SettingsFile(path, BaselineFile.Read(path));

    private int Write(IEnumerable<UnitOutcome<SettingsComparison>> outcomes, ParseResult parsed, Surroundings surroundings)
    {
        var comparisons = new List<SettingsComparison>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<SettingsComparison> outcome in outcomes)
        {
            exitCode = Outcomes.Sort(outcome, comparisons, surroundings.Error, exitCode);
        }

        bool onlyWhatDiffers = parsed.GetValue(differencesOnly);
        if (parsed.GetValue(quiet))
        {
            // The exit code says it.
        }
        else if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(CompareJson.Write(comparisons, onlyWhatDiffers));
        }
        else
        {
            for (int i = 0; i < comparisons.Count; i++)
            {
                if (i > 0)
                {
                    surroundings.Output.WriteLine();
                }

                CompareTable.Write(surroundings.Output, surroundings.Width, comparisons[i], onlyWhatDiffers);
            }
        }

        // What failed says more than what differs: the comparison is not whole.
        return exitCode != ExitCode.Fine ? exitCode : comparisons.All(comparison => comparison.Match) ? ExitCode.Fine : ExitCode.No;
    }
}
