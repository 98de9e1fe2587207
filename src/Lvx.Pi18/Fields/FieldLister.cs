namespace Lvx.Pi18;

/// <summary>Collects an answer's fields by name.</summary>
internal sealed class FieldLister : IFieldVisitor
{
    private readonly List<Field> fields = [];

    public IReadOnlyList<Field> Fields => fields;

    public void Tenths(string name, decimal? value, int digits, string unit) => fields.Add(new Field(name, value, unit));

    public void Whole(string name, int? value, int digits, string? unit = null) => fields.Add(new Field(name, value, unit));

    public void Code<TEnum>(string name, TEnum? value, int digits = 1)
        where TEnum : struct, Enum => fields.Add(new Field(name, value));

    public void Bit(string name, bool? value) => fields.Add(new Field(name, value));

    public void Text(string name, string? value) => fields.Add(new Field(name, value));

    public void Derived(string name, object? value, string wire, string? unit = null) => fields.Add(new Field(name, value, unit));
}
