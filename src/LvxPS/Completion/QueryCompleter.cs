using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Pi18;

namespace LvxPS.Completion;

/// <summary>Completes the questions of PI18.</summary>
public sealed class QueryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => QueryCatalogue.WithoutArgument.Select(query => (query.Command, query.Command)));
}
