using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What came of a change: a line for each wanted setting of each unit, and what went wrong.</summary>
/// <param name="Changes">The receipt, in the order of the units and of their settings.</param>
/// <param name="Planned">What was only shown and not done.</param>
/// <param name="Errors">What went wrong, each with the unit it is about.</param>
/// <param name="Settings">All settings of each unit as they were read last.</param>
/// <param name="HasLeftOpen">Whether an earlier run was cut off on these units, and the journal does not say yet what became of it.</param>
public sealed record ChangeReport(
    IReadOnlyList<LvxSettingChange> Changes,
    IReadOnlyList<LvxPlannedWrite> Planned,
    IReadOnlyList<(UnitPort Unit, LvxException Error)> Errors,
    IReadOnlyList<LvxSettings> Settings,
    bool HasLeftOpen);
