using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Journal;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx journal</c>: every write that was ever made from here, with what came of it.</summary>
internal sealed class JournalCommand : IVerb
{
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };
    private readonly Option<int?> last = new("--last", "-n") { Description = "Only the last so many records.", HelpName = "COUNT" };

    public Command Describe()
    {
        var command = new Command("journal", "Show the journal of changes. Reaches no unit.");
        command.Options.Add(last);
        command.Options.Add(json);
        Ranges.Require(last, 1, int.MaxValue, "records");
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        IReadOnlyList<JournalRecord> records = new ChangeJournal(surroundings.JournalPath).Read();
        JournalRecord[] shown = [.. records.TakeLast(parsed.GetValue(last) ?? int.MaxValue)];
        if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(JournalJson.Write(shown));
        }
        else
        {
            JournalTable.Write(surroundings.Output, shown);
        }

        return ExitCode.Fine;
    }
}
