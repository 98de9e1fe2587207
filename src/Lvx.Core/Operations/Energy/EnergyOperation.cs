using Lvx.Core.Links;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Reads the energy from the sun that units counted, all at the same time. The links are opened for reading.</summary>
public sealed class EnergyOperation
{
    private readonly UnitAccess access;
    private readonly TimeProvider clock;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    /// <param name="access">How units are reached.</param>
    /// <param name="clock">This computer's clock; null for the system's.</param>
    public EnergyOperation(UnitAccess access, TimeProvider? clock = null)
    {
        this.access = access;
        this.clock = clock ?? TimeProvider.System;
    }

    /// <summary>What each selected unit counted, in their order; a unit's error stands in its place. A date that a unit does not know is no error, and has no value.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="request">The periods.</param>
    /// <param name="host">Whoever runs this; is told of each question how far it is.</param>
    /// <exception cref="LvxException">The request contradicts itself, or reaches beyond the years 2000 to 2099; nothing was sent.</exception>
    public IEnumerable<UnitOutcome<IReadOnlyList<LvxEnergy>>> Read(UnitSelection selection, EnergyRequest request, IHost host)
    {
        ArgumentNullException.ThrowIfNull(request);
        var here = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        request.Check(here);
        return SelectedUnits.Run(
            access, selection, LinkAccess.ReadOnly, EnergyReader.Activity, host, (session, port, crewHost) => EnergyReader.Read(session, port, request, here, crewHost));
    }
}
