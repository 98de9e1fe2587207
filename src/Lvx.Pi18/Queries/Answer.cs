namespace Lvx.Pi18;

/// <summary>What a unit said to a question, decoded. Immutable; a field the unit left empty or filled with no number is no value (null), never 0.</summary>
public abstract record Answer
{
    /// <summary>Fields behind those that any document knows, as they came; no value when there were none.</summary>
    public string? Extra { get; init; }

    /// <summary>Every field by its name in the project's vocabulary, in the order of the wire; unknown ones last, as <c>extra1</c>, <c>extra2</c>, …</summary>
    public IReadOnlyList<Field> Fields
    {
        get
        {
            var lister = new FieldLister();
            Accept(lister);
            return lister.Fields;
        }
    }

    /// <summary>The body in which a unit would send this answer: for simulators and round trips.</summary>
    public string ToBody()
    {
        var writer = new FieldWriter();
        Accept(writer);
        return writer.Body;
    }

    /// <summary>Shows every field to <paramref name="visitor"/>, in the order of the wire.</summary>
    public void Accept(IFieldVisitor visitor)
    {
        Walk(visitor);
        if (Extra is null)
        {
            return;
        }

        int number = 0;
        foreach (string field in Extra.Split(','))
        {
            visitor.Text("extra" + ++number, field);
        }
    }

    /// <summary>Shows the known fields to <paramref name="visitor"/>, in the order of the wire.</summary>
    protected abstract void Walk(IFieldVisitor visitor);
}
