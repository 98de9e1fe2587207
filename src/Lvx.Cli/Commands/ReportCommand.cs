using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx report</c>: the commissioning report of a site, as one file.</summary>
internal sealed class ReportCommand : IVerb
{
    private static readonly ReportOptions Usual = new();

    private readonly LinkOptionSet links = new("Replaces a file that is there.");
    private readonly ToleranceOptionSet tolerances = new();
    private readonly Option<string> output = new("--output", "-o") { Description = "The file, whose name says its form: .html or .md. Its owner alone may read it.", HelpName = "FILE", Required = true };
    private readonly Option<string?> baseline = new("--baseline", "-b") { Description = "The settings as found: a baseline from before anything was changed.", HelpName = "FILE" };
    private readonly Option<bool> redact = new("--redact") { Description = "Hide serial numbers, addresses and file names, each under a name of its own." };
    private readonly Option<string?> site = new("--site") { Description = "Where the units are, for the cover.", HelpName = "TEXT" };
    private readonly Option<string?> person = new("--operator") { Description = "Who looks after them, for the cover.", HelpName = "TEXT" };
    private readonly Option<string?> purpose = new("--purpose") { Description = "What the report is for, for the cover.", HelpName = "TEXT" };
    private readonly Option<int?> bank = new("--bank-ampere-hours") { Description = "The capacity of the battery bank, which no unit knows.", HelpName = "AH" };
    private readonly Option<int?> samples = new("--samples", "-n") { Description = $"How often the units are measured; {Usual.Samples} unless told. The last reading is judged.", HelpName = "COUNT" };
    private readonly Option<double?> interval = new("--interval", "-i") { Description = $"From one reading to the next; {Usual.Interval.TotalSeconds} unless told.", HelpName = "SECONDS" };

    public Command Describe()
    {
        var command = new Command("report", "Write the commissioning report of the units into one file. Exit code 0 written and in sync, 1 written and not in sync, 3 written and a unit did not answer.");
        links.AddTo(command);
        foreach (Option option in (Option[])[output, baseline, redact, site, person, purpose, bank, samples, interval])
        {
            command.Options.Add(option);
        }

        tolerances.AddTo(command);
        Ranges.Require(samples, 1, ReportOptions.MostSamples, "readings");
        Ranges.Require(interval, 0, 3600, "seconds");
        Ranges.Require(bank, 1, 100_000, "Ah");
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        // What can be refused is refused before any unit is asked.
        string path = parsed.GetValue(output)!;
        var file = ReportFile.At(path, links.Forces(parsed));
        var options = new ReportOptions
        {
            Site = parsed.GetValue(site) ?? (links.NamesUnits(parsed) ? null : surroundings.Site()?.Name),
            Operator = parsed.GetValue(person),
            Purpose = parsed.GetValue(purpose),
            BankAmpereHours = parsed.GetValue(bank),
            Baseline = parsed.GetValue(baseline) is { } found ? new SettingsFile(found, BaselineFile.Read(found)) : null,
            Journal = new ChangeJournal(surroundings.JournalPath),
            Tolerances = tolerances.Resolve(parsed, surroundings),
            Samples = parsed.GetValue(samples) ?? Usual.Samples,
            Interval = parsed.GetValue(interval) is { } seconds ? TimeSpan.FromSeconds(seconds) : Usual.Interval,
            Redact = parsed.GetValue(redact),
        };
        using Reach reach = links.Resolve(parsed, surroundings);
        reach.Host.ShowsProgress = surroundings.Person is not null;
        ReportModel model = new ReportOperation(reach.Access).Read(reach.Selection, options, reach.Host);
        file.Write(model);
        surroundings.Output.WriteLine(path);
        return ExitCodeOf(model);
    }

    /// <summary>A unit that did not answer says more than what the others disagree in: the report is not whole.</summary>
    public static int ExitCodeOf(ReportModel model) => model.Unreachable.Count > 0 ? ExitCode.Device : model.InSync ? ExitCode.Fine : ExitCode.No;
}
