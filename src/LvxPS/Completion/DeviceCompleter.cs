using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Core.Units;

namespace LvxPS.Completion;

/// <summary>Completes devices from what sysfs shows and the simulated ones. Opens no port.</summary>
public sealed class DeviceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, UnitFinder.Candidates);
}
