namespace Lvx.Pi18;

/// <summary>The answer to a question that no document knows: its text, undecoded.</summary>
public sealed record RawAnswer : Answer
{
    /// <summary>The whole body, as it came.</summary>
    public string Text { get; init; } = "";

    /// <summary>A question by its text, whatever its answer.</summary>
    internal static Query<RawAnswer> Of(string command) => new(command, Shape.Any, static (ref r) => new() { Text = r.Rest() ?? "" });

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        int number = 0;
        foreach (string field in Text.Split(','))
        {
            visitor.Text("field" + ++number, field);
        }
    }
}
