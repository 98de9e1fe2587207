namespace Lvx.Pi18;

/// <summary><c>MOD</c>: what the unit is doing.</summary>
public sealed record WorkingMode : Answer
{
    /// <summary>The question.</summary>
    public static Query<WorkingMode> Query { get; } = new("MOD", Shape.Single(2), static (ref r) => new() { Mode = r.Code<OperatingMode>(), Extra = r.Rest() });

    /// <summary>The mode; a number without a name is one that no document knows.</summary>
    public OperatingMode? Mode { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor) => visitor.Code("mode", Mode, digits: 2);
}
