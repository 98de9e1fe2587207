namespace Lvx.Pi18;

/// <summary>
/// What an answer to a question looks like from outside: how many fields, and how wide the first ones are. An answer does not say which question it
/// answers, so this is what tells a late answer to another question apart.
/// </summary>
public sealed class Shape
{
    private readonly int minFields;
    private readonly int maxFields;
    private readonly (int Min, int Max)[] widths;
    private readonly bool repeatLast;

    private Shape(int minFields, int maxFields, (int Min, int Max)[] widths, bool repeatLast)
    {
        this.minFields = minFields;
        this.maxFields = maxFields;
        this.widths = widths;
        this.repeatLast = repeatLast;
    }

    /// <summary>Anything: the answer to a question that no document knows.</summary>
    internal static Shape Any { get; } = new(0, int.MaxValue, [], repeatLast: false);

    /// <summary>Between <paramref name="minFields"/> and <paramref name="maxFields"/> fields, the first of which have these widths; an empty field fits any width.</summary>
    internal static Shape Of(int minFields, int maxFields, params (int Min, int Max)[] widths) => new(minFields, maxFields, widths, repeatLast: false);

    /// <summary>A single field of a fixed width.</summary>
    internal static Shape Single(int width) => Of(1, 1, (width, width));

    /// <summary>A list in which every field has the same width.</summary>
    internal static Shape ListOf(int minFields, int maxFields, int width) => new(minFields, maxFields, [(width, width)], repeatLast: true);

    /// <summary>Whether <paramref name="body"/> can be an answer of this shape.</summary>
    public bool Fits(ReadOnlySpan<byte> body)
    {
        var reader = new FieldReader(body);
        int count = 0;
        while (!reader.AtEnd)
        {
            int width = reader.Next().Length;
            if (widths.Length > 0 && (count < widths.Length || repeatLast))
            {
                (int min, int max) = widths[Math.Min(count, widths.Length - 1)];
                bool empty = width == 0 && widths.Length > 1;
                if (!empty && (width < min || width > max))
                {
                    return false;
                }
            }

            count++;
        }

        return count >= minFields && count <= maxFields;
    }
}
