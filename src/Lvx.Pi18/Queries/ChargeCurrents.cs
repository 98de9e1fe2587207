using System.Globalization;

namespace Lvx.Pi18;

/// <summary>
/// <c>MCHGCR</c>, <c>MUCHGCR</c>: the charge currents that can be set, in all and from the grid. 8, 9, 12 or 13 values were seen: as many as the model offers, so never a fixed list.
/// </summary>
public sealed record ChargeCurrents : Answer
{
    private static readonly Shape ListShape = Shape.ListOf(1, 40, 3);

    /// <summary>The question for the total (sun and grid).</summary>
    public static Query<ChargeCurrents> Total { get; } = new("MCHGCR", ListShape, Decode);

    /// <summary>The question for the part that comes from the grid.</summary>
    public static Query<ChargeCurrents> Utility { get; } = new("MUCHGCR", ListShape, Decode);

    /// <summary>Amperes, in the order sent; a value that is no number is left out here and stays in the raw answer.</summary>
    public IReadOnlyList<int> Amperes { get; init; } = [];

    /// <summary>Two lists are the same when their values are.</summary>
    public bool Equals(ChargeCurrents? other) => other is not null && Extra == other.Extra && Amperes.SequenceEqual(other.Amperes);

    /// <inheritdoc/>
    public override int GetHashCode() => Amperes.Aggregate(Extra?.GetHashCode(StringComparison.Ordinal) ?? 0, HashCode.Combine);

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) =>
        visitor.Derived("amperes", Amperes, string.Join(',', Amperes.Select(a => a.ToString("D3", CultureInfo.InvariantCulture))), Symbol.Ampere);

    private static ChargeCurrents Decode(ref FieldReader reader)
    {
        var amperes = new List<int>();
        while (!reader.AtEnd)
        {
            if (reader.Whole() is { } value)
            {
                amperes.Add(value);
            }
        }

        return new ChargeCurrents { Amperes = amperes.ToArray() };
    }
}
