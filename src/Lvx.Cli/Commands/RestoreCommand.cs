using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx restore</c>: units back to what stands in a baseline, as far as PI18 can.</summary>
internal sealed class RestoreCommand : IVerb
{
    private readonly ChangeOptionSet set = new();
    private readonly Argument<string> file = new("file") { Description = "A baseline: of one unit, for every unit named; or of several, of which each unit gets its own, by serial number." };

    public Command Describe()
    {
        var command = new Command("restore", "Bring units back to a baseline, and prove each change. What PI18 can't write is listed, to be set on the LCD.");
        command.Arguments.Add(file);
        set.AddTo(command);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        string path = parsed.GetValue(file)!;
        var baseline = new SettingsFile(path, BaselineFile.Read(path));
        ChangeOptions options = set.Resolve(parsed, surroundings, $"lvx restore {path}") with { LeaveOutWhatCannotBeWritten = true };
        return new Changing(set, parsed, surroundings).Run(ChangeWish.Of(baseline), options);
    }
}
