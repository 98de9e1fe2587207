namespace Lvx.Pi18;

/// <summary><c>PI</c>: which protocol the unit speaks. Only 18 is this one; the LVX6048WP, with the same USB ids, says 17.</summary>
public sealed record ProtocolId : Answer
{
    /// <summary>The number that a PI18 unit answers.</summary>
    public const string Pi18 = "18";

    /// <summary>The question.</summary>
    public static Query<ProtocolId> Query { get; } = new("PI", Shape.Single(2), static (ref r) => new() { Id = r.Text(), Extra = r.Rest() });

    /// <summary>Two digits, as they came.</summary>
    public string? Id { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) => visitor.Text("protocolId", Id);
}
