using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completes the serial numbers of the site's units, and of those that were read in this runspace. Opens no port.</summary>
public sealed class SerialCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () =>
        [
            .. Completions.Site()?.Units.Select(unit => (unit.SerialNumber, unit.Name)) ?? [],
            .. RunspaceState.Current.Met.Select(unit => (unit.SerialNumber, unit.Name)),
        ]);
}
