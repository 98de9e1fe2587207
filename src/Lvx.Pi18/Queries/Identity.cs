namespace Lvx.Pi18;

/// <summary><c>ID</c>: the serial number, which alone tells two units apart (the USB descriptor has none).</summary>
public sealed record Identity : Answer
{
    /// <summary>The question.</summary>
    public static Query<Identity> Query { get; } = new(
        "ID",
        Shape.Single(Pi18.SerialNumber.WireLength),
        static (ref r) => new() { SerialNumber = Pi18.SerialNumber.FromWire(r.Next()), Extra = r.Rest() });

    /// <summary>The digits that count.</summary>
    public string SerialNumber { get; init; } = "";

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) =>
        visitor.Derived("serialNumber", SerialNumber, SerialNumber.Length <= 20 ? Pi18.SerialNumber.ToWire(SerialNumber) : SerialNumber);
}
