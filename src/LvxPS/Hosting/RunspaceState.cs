using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Lvx.Core.Links;
using Lvx.Simulator;

namespace LvxPS.Hosting;

/// <summary>
/// What is kept between two cmdlets of one runspace: the kinds of link, and with them the simulated units, so that what one cmdlet sets the next one reads.
/// Other runspaces (jobs, <c>ForEach-Object -Parallel</c>) have their own.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = [];

    public LinkRegistry Links { get; } = new(new SimulatorLinkKind());

    public static RunspaceState Current => Runspace.DefaultRunspace is { } runspace ? States.GetOrCreateValue(runspace) : new RunspaceState();
}
