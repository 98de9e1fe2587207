using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completes the names of profiles from their folders.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => YamlFiles.ProfileNames().Select(name => (name, $"profile {name}")));
}
