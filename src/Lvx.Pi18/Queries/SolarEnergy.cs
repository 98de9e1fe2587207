using System.Globalization;

namespace Lvx.Pi18;

/// <summary>
/// <c>ET</c>, <c>EYyyyy</c>, <c>EMyyyymm</c>, <c>EDyyyymmdd</c>: energy from the sun, in all, of a year, of a month, of a day. A unit refuses the question for a date it does not know.
/// </summary>
/// <remarks>Watt hours by the 2022 document; the 2017 one prints kWh for all but the day, which the captured figures contradict.</remarks>
public sealed record SolarEnergy : Answer
{
    // Eight digits in both documents; a little room, well short of the 14 of the clock.
    private static readonly Shape EnergyShape = Shape.Of(1, 1, (6, 10));

    /// <summary>The question for all that was ever produced.</summary>
    public static Query<SolarEnergy> Total { get; } = Make("ET");

    /// <summary>Watt hours.</summary>
    public long? Energy { get; init; }

    /// <summary>The question for a year, 2000 to 2099.</summary>
    public static Query<SolarEnergy> OfYear(int year) => Make("EY" + Date(year, 1, 1).ToString("yyyy", CultureInfo.InvariantCulture));

    /// <summary>The question for a month, 2000-01 to 2099-12.</summary>
    public static Query<SolarEnergy> OfMonth(int year, int month) => Make("EM" + Date(year, month, 1).ToString("yyyyMM", CultureInfo.InvariantCulture));

    /// <summary>The question for a day, 2000-01-01 to 2099-12-31.</summary>
    public static Query<SolarEnergy> OfDay(DateOnly day) => Make("ED" + Date(day.Year, day.Month, day.Day).ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) =>
        visitor.Derived("energy", Energy, Energy?.ToString("D8", CultureInfo.InvariantCulture) ?? "", Symbol.WattHour);

    internal static Query<SolarEnergy> Make(string command) => new(command, EnergyShape, static (ref r) => new() { Energy = Parse(r.Next()), Extra = r.Rest() });

    private static long? Parse(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && !field.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long energy)
            ? energy
            : null;

    private static DateOnly Date(int year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2099);
        return new DateOnly(year, month, day);
    }
}
