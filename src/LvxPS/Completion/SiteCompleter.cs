using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LvxPS.Completion;

/// <summary>Completes what stands in the site file: its services, and its name.</summary>
public sealed class SiteCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => Completions.Site() is not { } site ? []
            : parameterName == nameof(Commands.InvokeLvxMaintenanceCommand.Service) ? site.Services.Select(service => (service, $"{service}, of the site file"))
            : site.Name is { } name ? [(name, $"{name}, of the site file")]
            : []);
}
