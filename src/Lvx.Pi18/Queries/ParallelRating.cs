using System.Text;

namespace Lvx.Pi18;

/// <summary><c>PRIn</c>: who unit n of the parallel system is, and its charge settings.</summary>
/// <remarks>7 fields. A unit that is not in parallel answers with garbage (02 bytes and spaces among the digits), which comes out as no value here.</remarks>
public sealed record ParallelRating : Answer
{
    private static readonly Shape RatingShape = Shape.Of(7, 8, (1, 1), (2, 2), (20, 20), (1, 1));

    /// <summary>The question for slot <paramref name="n"/>, 0 to 9.</summary>
    public static Query<ParallelRating> Query(int n) => new("PRI" + Slot.Text(n), RatingShape, Decode);

    /// <summary>Field 0, as it came: 1 where there is such a unit.</summary>
    public int? Exists { get; init; }

    /// <summary>How many digits of the serial number count, as it came.</summary>
    public int? ValidLength { get; init; }

    /// <summary>The digits of the serial number that count; no value when the field holds anything but digits.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Which source charges the battery.</summary>
    public ChargerSourcePriority? ChargerSourcePriority { get; init; }

    /// <summary>Greatest charge current from sun and grid together, in A.</summary>
    public int? MaxChargeCurrent { get; init; }

    /// <summary>Greatest charge current from the grid, in A.</summary>
    public int? MaxAcChargeCurrent { get; init; }

    /// <summary>Single, parallel, or one of several phases.</summary>
    public OutputMode? OutputMode { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Whole("exists", Exists, 1);
        visitor.Whole("validLength", ValidLength, 2);
        visitor.Derived("serialNumber", SerialNumber, (SerialNumber ?? "").PadRight(20, '0'));
        visitor.Code("chargerSourcePriority", ChargerSourcePriority);
        visitor.Whole("maxChargeCurrent", MaxChargeCurrent, 3, Symbol.Ampere);
        visitor.Whole("maxAcChargeCurrent", MaxAcChargeCurrent, 3, Symbol.Ampere);
        visitor.Code("outputMode", OutputMode);
    }

    private static ParallelRating Decode(ref FieldReader reader)
    {
        int? exists = reader.Whole();
        int? validLength = reader.Whole();
        return new ParallelRating
        {
            Exists = exists,
            ValidLength = validLength,
            SerialNumber = Serial(validLength, reader.Next()),
            ChargerSourcePriority = reader.Code<ChargerSourcePriority>(),
            MaxChargeCurrent = reader.Whole(),
            MaxAcChargeCurrent = reader.Whole(),
            OutputMode = reader.Code<OutputMode>(),
            Extra = reader.Rest(),
        };
    }

    private static string? Serial(int? validLength, ReadOnlySpan<byte> digits) =>
        validLength is { } length and > 0 && length <= digits.Length && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? Encoding.ASCII.GetString(digits[..length])
            : null;
}
