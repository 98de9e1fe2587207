using System.CommandLine;
using System.CommandLine.Parsing;
using Lvx.Cli.Hosting;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx set</c>: any setting that PI18 can write, each by an option of its own.</summary>
internal sealed class SetCommand : IVerb
{
    private readonly ChangeOptionSet set = new();

    private readonly (SettingDefinition Setting, Option<string?> Option)[] settings =
    [
        .. SettingCatalogue.All.Where(setting => setting.Settable == SettableBy.Pi18).Select(setting => (setting, new Option<string?>($"--{setting.Key.Replace('_', '-')}")
        {
            Description = $"{setting.Label}: {setting.Choices}.",
            HelpName = setting.Unit ?? (setting.Kind == SettingKind.Switch ? "on|off" : setting.Kind == SettingKind.Window ? "HH:mm-HH:mm" : "NAME"),
        })),
    ];

    public Command Describe()
    {
        var command = new Command("set", "Set settings of each unit, all of them checked together first, and prove each.");
        foreach ((SettingDefinition setting, Option<string?> option) in settings)
        {
            option.Validators.Add(result => Check(setting, result));
            command.Options.Add(option);
        }

        set.AddTo(command);
        command.Validators.Add(result =>
        {
            if (!settings.Any(known => result.GetResult(known.Option) is not null))
            {
                result.AddError("name at least one setting, such as --bulk-voltage 56.4.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        (SettingDefinition Setting, string Text)[] named = [.. settings.Select(known => (known.Setting, Text: parsed.GetValue(known.Option))).Where(known => known.Text is not null).Select(known => (known.Setting, known.Text!))];
        ChangeOptions options = set.Resolve(parsed, surroundings, $"lvx set {string.Join(' ', named.Select(known => $"--{known.Setting.Key.Replace('_', '-')} {known.Text}"))}");
        return new Changing(set, parsed, surroundings).Run(
            ChangeWish.Of(named.Select(known => new KeyValuePair<SettingDefinition, object>(known.Setting, SettingText.ParseWanted(known.Setting, known.Text, out _)!))), options);
    }

    private static void Check(SettingDefinition setting, OptionResult result)
    {
        if (result.Tokens.Count > 0 && SettingText.ParseWanted(setting, result.Tokens[0].Value, out string? problem) is null)
        {
            result.AddError($"--{setting.Key.Replace('_', '-')}: {problem}");
        }
    }
}
