using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using LvxPS.Commands;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completes charge currents from the lists of the units that were read last in this runspace; nothing before one was. Opens no port.</summary>
public sealed class AmpereCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        bool isUtility = parameterName == nameof(SetLvxSettingsCommand.MaxAcChargeCurrent)
            || string.Equals(fakeBoundParameters?[nameof(SetLvxChargeCurrentCommand.Source)]?.ToString(), nameof(ChargeSource.Utility), StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<int> list = isUtility ? RunspaceState.Current.AcChargeCurrents : RunspaceState.Current.ChargeCurrents;
        return Completions.Of(wordToComplete, () => list.Select(ampere => (ampere.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{ampere} A"))));
    }
}
