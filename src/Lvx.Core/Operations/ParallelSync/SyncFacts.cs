namespace Lvx.Core.Operations;

/// <summary>All that was found out about a parallel system at one moment; what the checks judge, and nothing else.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Begun">When the readings began, in UTC.</param>
/// <param name="Units">The units that answered.</param>
/// <param name="Unreachable">Those that did not.</param>
internal sealed record SyncFacts(SyncSource Source, DateTime Begun, IReadOnlyList<UnitFacts> Units, IReadOnlyList<LvxUnitFailure> Unreachable);
