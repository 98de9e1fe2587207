using System.Globalization;
using System.Text;

namespace Lvx.Pi18;

/// <summary><c>T</c>: the unit's own clock. It knows no time zone.</summary>
public sealed record Clock : Answer
{
    private const string WireFormat = "yyyyMMddHHmmss";

    /// <summary>The question.</summary>
    public static Query<Clock> Query { get; } = new("T", Shape.Single(WireFormat.Length), static (ref r) => new() { Time = Parse(r.Next()), Extra = r.Rest() });

    /// <summary>Year to second, of unspecified kind; no value when the digits are no date.</summary>
    public DateTime? Time { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) =>
        visitor.Derived("time", Time, Time?.ToString(WireFormat, CultureInfo.InvariantCulture) ?? "");

    private static DateTime? Parse(ReadOnlySpan<byte> field)
    {
        Span<char> digits = stackalloc char[WireFormat.Length];
        return field.Length == digits.Length
            && Encoding.Latin1.TryGetChars(field, digits, out _)
            && DateTime.TryParseExact(digits, WireFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : null;
    }
}
