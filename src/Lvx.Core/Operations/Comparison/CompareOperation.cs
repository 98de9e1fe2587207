using Lvx.Core.Recording;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Compares settings: units with each other, with a baseline, a profile, their defaults; files with files.</summary>
public sealed class CompareOperation
{
    private readonly UnitAccess? access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>; null when no unit is to be read.</summary>
    public CompareOperation(UnitAccess? access) => this.access = access;

    /// <summary>Each comparison, in the order of the units; a unit's error stands in its place and hides no other.</summary>
    /// <param name="request">What is compared with what.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="LvxException">There is nothing to compare.</exception>
    public IEnumerable<UnitOutcome<SettingsComparison>> Compare(CompareRequest request, IHost host)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        bool hasReference = request.Reference is not null || request.Profile is not null || request.WithDefaults;
        int expected = (request.Selection?.Ports.Count ?? 0) + request.Given.Count + (request.Difference?.Units.Count ?? 0);
        if (expected < (hasReference ? 1 : 2))
        {
            throw LvxErrors.NothingToCompareWith();
        }

        return Run(request, hasReference, host);
    }

    private IEnumerable<UnitOutcome<SettingsComparison>> Run(CompareRequest request, bool hasReference, IHost host)
    {
        var units = new List<(LvxSettings Unit, string? File)>();
        foreach (UnitOutcome<LvxSettings> outcome in Read(request, host))
        {
            if (outcome.Error is { } error)
            {
                yield return new UnitOutcome<SettingsComparison>(outcome.Unit, null, error);
            }
            else
            {
                units.Add((outcome.Value!, null));
            }
        }

        units.AddRange(request.Given.Select(unit => (unit, (string?)null)));
        units.AddRange((request.Difference?.Units ?? []).Select(unit => (unit, (string?)request.Difference!.Path)));
        SettingsSide[] sides = [.. units.Select(unit => SettingsSide.Of(unit.Unit, NameOf(unit, units)))];
        if (!hasReference)
        {
            // The first that answered is what the others are compared with; alone, it has been said why.
            foreach (SettingsSide other in sides.Skip(1))
            {
                yield return Outcome(other, () => new SettingsComparison(sides[0], other, request.Scope));
            }

            yield break;
        }

        var used = new HashSet<LvxSettings>();
        foreach (SettingsSide side in sides)
        {
            yield return Outcome(side, () => new SettingsComparison(ReferenceOf(request, side, used), side, request.Scope));
        }

        foreach (LvxSettings unit in (request.Reference?.Units ?? []).Where(unit => !used.Contains(unit)))
        {
            host.Warning($"{request.Reference!.Path}: its unit {FrameText.Escape(unit.SerialNumber ?? unit.Name)} was compared with nothing.");
        }
    }

    private IEnumerable<UnitOutcome<LvxSettings>> Read(CompareRequest request, IHost host)
    {
        if (request.Selection is null)
        {
            return [];
        }

        bool beyondTwelve = request.Scope == SettingsScope.All || request.Profile?.Wanted.Any(wanted => !wanted.Key.IsOneOfTwelve) == true;
        return new SettingsOperation(access ?? throw new InvalidOperationException("Units cannot be read without access."))
            .Read(request.Selection, beyondTwelve ? SettingsScope.All : SettingsScope.Twelve, host);
    }

    private static UnitOutcome<SettingsComparison> Outcome(SettingsSide side, Func<SettingsComparison> compare) => Crew.Try(side.Port, compare);

    private static SettingsSide ReferenceOf(CompareRequest request, SettingsSide side, HashSet<LvxSettings> used)
    {
        LvxSettings unit = side.Unit!;
        if (request.Profile is { } profile)
        {
            return SettingsSide.Of(profile);
        }

        if (request.WithDefaults)
        {
            return SettingsSide.OfDefaults(unit);
        }

        SettingsFile file = request.Reference!;
        LvxSettings found = file.Of(unit);
        used.Add(found);
        return SettingsSide.Of(found, NameInFile(found, file.Path, file.Units.Count));
    }

    private static string NameOf((LvxSettings Unit, string? File) one, List<(LvxSettings Unit, string? File)> all) => one.File is { } file
        ? NameInFile(one.Unit, file, all.Count(other => other.File == file))
        : all.Count(other => other.File is null && other.Unit.Name == one.Unit.Name) > 1 ? $"{one.Unit.Name} ({one.Unit.SerialNumber ?? one.Unit.Device})" : one.Unit.Name;

    private static string NameInFile(LvxSettings unit, string path, int unitsThere) => unitsThere == 1 ? Path.GetFileName(path) : $"{Path.GetFileName(path)}: {unit.Name}";
}
