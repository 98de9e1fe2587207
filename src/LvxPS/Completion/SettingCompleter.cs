using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace LvxPS.Completion;

/// <summary>Completes what PI18 can set a setting to: voltages in whole volts, and in tenths once a point is typed; true and false; no window.</summary>
public sealed class SettingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => SettingCatalogue.Find(parameterName) switch
        {
            { Range: { } range } => Volts(range, wordToComplete?.Contains('.', StringComparison.Ordinal) == true),
            { Kind: SettingKind.Switch } => [(Completions.True, "on"), (Completions.False, "off")],
            { Kind: SettingKind.Window } => [("00:00-00:00", "no window")],
            _ => [],
        });

    private static IEnumerable<(string Word, string Hint)> Volts(VoltageRange range, bool withTenths)
    {
        decimal step = withTenths ? range.Step : 1;
        for (decimal volts = range.Least; volts <= range.Greatest; volts += step)
        {
            string text = volts.ToString(range.Step == 1 ? "0" : "0.0", CultureInfo.InvariantCulture);
            yield return (text, $"{text} V");
        }
    }
}
