using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx query</c>: any question, its raw answer and what it means.</summary>
internal sealed class QueryCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly Argument<string> text = new("query")
    {
        Description = $"{string.Join(", ", QueryCatalogue.WithoutArgument.Select(query => query.Command).Concat(QueryCatalogue.WithArgument))}, or any other word. Setters are refused.",
    };

    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };

    public Command Describe()
    {
        var command = new Command("query", "Ask each unit a question of PI18.");
        command.Arguments.Add(text);
        links.AddTo(command);
        command.Options.Add(json);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        Query query = QueryOperation.Parse(parsed.GetValue(text) ?? "");
        using Reach reach = links.Resolve(parsed, surroundings);
        var results = new List<LvxQueryResult>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<LvxQueryResult> outcome in new QueryOperation(reach.Access).Ask(reach.Selection, query, reach.Host))
        {
            exitCode = Outcomes.Sort(outcome, results, surroundings.Error, exitCode);
        }

        if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(QueryJson.Write(results));
        }
        else if (results.Count > 0)
        {
            QueryTable.Write(surroundings.Output, surroundings.Width, results);
        }

        return exitCode;
    }
}
