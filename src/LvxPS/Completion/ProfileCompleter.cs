using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Core;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completes the names of profiles from their folders.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            return Completions.Of(wordToComplete, YamlFiles.ProfileNames());
        }
        catch (LvxException)
        {
            // Completion never throws: nothing to offer.
            return [];
        }
    }
}
