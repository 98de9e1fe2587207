using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Asks inverters any question of PI18, and shows the raw answer beside what it means. Setters are refused.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LvxQuery")]
[OutputType(typeof(LvxQueryResult))]
public sealed class InvokeLvxQueryCommand : LvxUnitCmdlet
{
    /// <summary>The question: GS, PIRI, EY2026, PGS1, ... A word that no document knows is asked all the same and its answer shown raw.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(QueryCompleter))]
    [ValidateNotNullOrEmpty]
    public string Command { get; set; } = "";

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() => QueryOperation.Parse(Command));

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        foreach (UnitOutcome<LvxQueryResult> outcome in new QueryOperation(access).Ask(selection, QueryOperation.Parse(Command), OperationHost()))
        {
            WriteOutcome(outcome);
        }
    }
}
