using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>
/// Reads the energy from the sun that inverters counted, in Wh, all at the same time: in all, and of this year, this month and today unless told otherwise. What a unit
/// does not know has no value.
/// </summary>
[Cmdlet(VerbsCommon.Get, "LvxEnergy")]
[OutputType(typeof(LvxEnergy))]
public sealed class GetLvxEnergyCommand : LvxUnitCmdlet
{
    /// <summary>All that was ever counted.</summary>
    [Parameter]
    public SwitchParameter Total { get; set; }

    /// <summary>Years.</summary>
    [Parameter]
    public SwitchParameter Year { get; set; }

    /// <summary>Months.</summary>
    [Parameter]
    public SwitchParameter Month { get; set; }

    /// <summary>Days.</summary>
    [Parameter]
    public SwitchParameter Day { get; set; }

    /// <summary>The day in which the last period lies, in the years 2000 to 2099; today by each unit's own clock unless told.</summary>
    [Parameter]
    public DateTime? Date { get; set; }

    /// <summary>How many years, months and days, the last of them included; 1 unless told.</summary>
    [Parameter]
    [ValidateRange(1, EnergyRequest.MaxLast)]
    public int? Last { get; set; }

    /// <summary>After the units, for each period, what those that answered counted together; no value when any of them has none.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        base.BeginProcessing();
        Request().Check(DateOnly.FromDateTime(DateTime.Now));
    });

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        CmdletHost host = OperationHost();
        var outcomes = new List<UnitOutcome<IReadOnlyList<LvxEnergy>>>();
        foreach (UnitOutcome<IReadOnlyList<LvxEnergy>> outcome in new EnergyOperation(access).Read(selection, Request(), host))
        {
            outcomes.Add(outcome);
            if (outcome.Value is { } energies)
            {
                WriteObject(energies, enumerateCollection: true);
            }
            else
            {
                WriteOutcome(outcome);
            }
        }

        if (Sum)
        {
            WriteObject(EnergySum.Of(outcomes, host), enumerateCollection: true);
        }
    }

    private EnergyRequest Request() => new()
    {
        Periods = EnergyRequest.Chosen(Total, Year, Month, Day),
        Until = Date is { } date ? DateOnly.FromDateTime(date) : null,
        Last = Last,
    };
}
