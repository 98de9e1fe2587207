using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Core.Units;

namespace LvxPS.Completion;

/// <summary>Completes the names of the site's units, the devices that sysfs shows, and the simulated ones. Opens no port.</summary>
public sealed class DeviceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () =>
        {
            LvxSite? site = Completions.Site();
            return [.. UnitFinder.Candidates(site).Select(device => (device, site?.Units.FirstOrDefault(unit => unit.Name == device) is { } unit ? $"unit {unit.SerialNumber} on {unit.Device}" : device))];
        });
}
