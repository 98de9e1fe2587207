using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>Every question of the catalogue, those with an argument once per slot and once per kind of date.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Query> Everything { get; } =
    [
        .. QueryCatalogue.WithoutArgument,
        SolarEnergy.OfYear(2026),
        SolarEnergy.OfMonth(2026, 11),
        SolarEnergy.OfDay(new DateOnly(2026, 11, 22)),
        .. Enumerable.Range(0, 10).Select(ParallelStatus.Query),
        .. Enumerable.Range(0, 10).Select(ParallelRating.Query),
    ];
}
