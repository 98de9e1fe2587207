namespace Lvx.Pi18;

/// <summary><c>GMN</c>: the machine's model number (2022 document; older firmware refuses the question).</summary>
public sealed record MachineModel : Answer
{
    /// <summary>The question.</summary>
    public static Query<MachineModel> Query { get; } = new("GMN", Shape.Single(2), static (ref r) => new() { Number = r.Text(), Extra = r.Rest() });

    /// <summary>Two digits, as they came. 12 is a "V IV TWIN" (captured).</summary>
    public string? Number { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) => visitor.Text("model", Number);
}
