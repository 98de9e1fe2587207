using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Simulator;

namespace LvxPS.Hosting;

/// <summary>
/// What is kept between two cmdlets of one runspace: the kinds of link, and with them the simulated units, so that what one cmdlet sets the next one reads.
/// Other runspaces (jobs, <c>ForEach-Object -Parallel</c>) have their own.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = [];

    /// <summary>Another settling time than an operation's own; for tests on simulated units, which do not need it.</summary>
    internal static TimeSpan? SettleTime { get; set; }

    /// <summary>The amperes of the units that were read last, from sun and grid together.</summary>
    public IReadOnlyList<int> ChargeCurrents { get; private set; } = [];

    /// <summary>The amperes of the units that were read last, from the grid.</summary>
    public IReadOnlyList<int> AcChargeCurrents { get; private set; } = [];

    /// <summary>The units that were read, the last one first, each once.</summary>
    public IReadOnlyList<(string SerialNumber, string Name)> Met { get; private set; } = [];

    public LinkRegistry Links { get; } = new(new SimulatorLinkKind());

    public static RunspaceState Current => Runspace.DefaultRunspace is { } runspace ? States.GetOrCreateValue(runspace) : new RunspaceState();

    /// <summary>Keeps that a unit was read. What it says of itself is data: only digits are a serial number.</summary>
    public void Meet(string? serialNumber, string name)
    {
        if (CommandText.IsSerial(serialNumber))
        {
            Met = [(serialNumber!, name), .. Met.Where(unit => unit.SerialNumber != serialNumber)];
        }
    }

    /// <summary>Keeps which amperes the units take that were just read: those that all of them have. A unit that does not say is left out.</summary>
    public void Remember(IReadOnlyCollection<LvxSettings> units)
    {
        foreach (LvxSettings unit in units)
        {
            Meet(unit.SerialNumber, unit.Name);
        }

        ChargeCurrents = Common(units.Select(unit => unit.ChargeCurrents)) ?? ChargeCurrents;
        AcChargeCurrents = Common(units.Select(unit => unit.AcChargeCurrents)) ?? AcChargeCurrents;
    }

    private static int[]? Common(IEnumerable<IEnumerable<int>?> lists)
    {
        IEnumerable<int>[] said = [.. lists.OfType<IEnumerable<int>>()];
        return said.Length == 0 ? null : [.. said.Aggregate((all, next) => all.Intersect(next)).Order()];
    }
}
