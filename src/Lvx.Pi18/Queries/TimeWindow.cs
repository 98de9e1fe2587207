using System.Globalization;

namespace Lvx.Pi18;

/// <summary><c>ACCT</c>, <c>ACLT</c>: the daily window in which the grid may charge the battery, or carry the load. From and until are the same when there is no window.</summary>
public sealed record TimeWindow : Answer
{
    private static readonly Shape WindowShape = Shape.Of(2, 2, (4, 4), (4, 4));

    private const int PrintedLength = 5;

    /// <summary>The question for the window in which the grid may charge.</summary>
    public static Query<TimeWindow> AcCharge { get; } = new("ACCT", WindowShape, Decode, PrintedLength);

    /// <summary>The question for the window in which the grid may carry the load.</summary>
    public static Query<TimeWindow> AcLoad { get; } = new("ACLT", WindowShape, Decode, PrintedLength);

    /// <summary>The start, by the unit's clock; no value when the digits are no time of day.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>The end, by the unit's clock; no value when the digits are no time of day.</summary>
    public TimeOnly? Until { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Derived("from", From, ToWire(From));
        visitor.Derived("until", Until, ToWire(Until));
    }

    private static TimeWindow Decode(ref FieldReader reader) => new() { From = Parse(reader.Whole()), Until = Parse(reader.Whole()), Extra = reader.Rest() };

    private static TimeOnly? Parse(int? hhmm) => hhmm is >= 0 and < 2400 && hhmm % 100 < 60 ? new TimeOnly(hhmm.Value / 100, hhmm.Value % 100) : null;

    private static string ToWire(TimeOnly? time) => time?.ToString("HHmm", CultureInfo.InvariantCulture) ?? "";
}
