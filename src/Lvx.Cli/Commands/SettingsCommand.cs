using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx settings</c>: the settings of each unit, shown or kept as a baseline.</summary>
internal sealed class SettingsCommand : IVerb
{
    private readonly LinkOptionSet links = new("With --export: replaces files that are there.");
    private readonly Option<bool> all = new("--all", "-a") { Description = "Also the switches, time windows, machine type, output mode and firmware." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };
    private readonly Option<string?> export = new("--export")
    {
        Description = "Keep all settings as a YAML baseline: one file for all units, or, in a folder that exists, one for each unit with the date in its name.",
        HelpName = "FILE|FOLDER",
    };


    public Command Describe()
    {
        var command = new Command("settings", "Read the settings of each unit, or keep them as a baseline.");
        links.AddTo(command);
        command.Options.Add(all);
        command.Options.Add(json);
        command.Options.Add(export);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        string? path = parsed.GetValue(export);
        SettingsScope scope = parsed.GetValue(all) || path is not null ? SettingsScope.All : SettingsScope.Twelve;
        using Reach reach = links.Resolve(parsed, surroundings);
        var units = new List<LvxSettings>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<LvxSettings> outcome in new SettingsOperation(reach.Access).Read(reach.Selection, scope, reach.Host))
        {
            exitCode = Outcomes.Sort(outcome, units, surroundings.Error, exitCode);
        }

        if (path is not null)
        {
            Export(path, units, exitCode, links.Forces(parsed), surroundings);
        }
        else if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(SettingsJson.Write(units));
        }
        else if (units.Count > 0)
        {
            SettingsTable.Write(surroundings.Output, surroundings.Width, units, scope);
        }

        return exitCode;
    }

    private static void Export(string path, List<LvxSettings> units, int exitCode, bool replace, Surroundings surroundings)
    {
        if (exitCode != ExitCode.Fine && !BaselineFile.IsFolder(path))
        {
            ErrorText.Write(surroundings.Error, LvxErrors.SiteIncomplete(path));
            return;
        }

        if (units.Count == 0)
        {
            return;
        }

        foreach (string file in BaselineFile.Save(units, path, replace, DateOnly.FromDateTime(DateTime.Now)))
        {
            surroundings.Output.WriteLine(file);
        }
    }
}
