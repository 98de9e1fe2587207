using Lvx.Core.Links;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Reads the settings of units, all at the same time. The links are opened for reading.</summary>
public sealed class SettingsOperation
{
    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public SettingsOperation(UnitAccess access) => this.access = access;

    /// <summary>The settings of each selected unit, in their order; a unit's error stands in its place.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="scope">How much to look at.</param>
    /// <param name="host">Whoever runs this.</param>
    public IEnumerable<UnitOutcome<LvxSettings>> Read(UnitSelection selection, SettingsScope scope, IHost host) =>
        SelectedUnits.Run(access, selection, LinkAccess.ReadOnly, "Reading settings", host, (session, port, crewHost) => SettingsReader.Read(session, port, scope, crewHost));
}
