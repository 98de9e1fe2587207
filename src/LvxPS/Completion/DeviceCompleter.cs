using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Core;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completes the names of the site's units, the devices that sysfs shows, and the simulated ones. Opens no port.</summary>
public sealed class DeviceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, UnitFinder.Candidates(Site()));

    /// <summary>A broken site file is an error where it counts, and not while somebody types.</summary>
    private static LvxSite? Site()
    {
        try
        {
            return YamlFiles.Site();
        }
        catch (LvxException)
        {
            return null;
        }
    }
}
