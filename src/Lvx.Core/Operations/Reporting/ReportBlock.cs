namespace Lvx.Core.Operations.Reporting;

/// <summary>A piece of a report, before it has a form. Whatever the form, the same texts stand in it.</summary>
internal abstract record ReportBlock
{
    /// <summary>The same piece with each of its texts made into another.</summary>
    public abstract ReportBlock Map(Func<string, string> text);
}

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
internal sealed record TextBlock(string Text) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) => new TextBlock(text(Text));
}

/// <summary>Something that was found, under a word that says how it is meant.</summary>
/// <param name="Tone">How it is meant.</param>
/// <param name="Word">The same as a word.</param>
/// <param name="Title">What was found.</param>
/// <param name="More">What it means, and what to do next: a paragraph each.</param>
internal sealed record FindingBlock(Tone Tone, string Word, string Title, IReadOnlyList<string> More) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) => new FindingBlock(Tone, text(Word), text(Title), [.. More.Select(text)]);
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
internal sealed record ListBlock(IReadOnlyList<string> Items) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) => new ListBlock([.. Items.Select(text)]);
}

/// <summary>A table; the first cell of each row is its head.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Head">The heads of its columns.</param>
/// <param name="Rows">Its rows, each with as many cells as there are heads.</param>
internal sealed record TableBlock(string Title, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<Cell>> Rows) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) =>
        new TableBlock(text(Title), [.. Head.Select(text)], [.. Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(cell => cell with { Text = text(cell.Text) })])]);
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Tone">How it is meant.</param>
internal sealed record Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>To be filled in by hand.</summary>
    public static Cell Blank { get; } = new("", Tone.Blank);

    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A drawing of a quantity, a bar for each unit.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Least">Where the scale begins.</param>
/// <param name="Greatest">Where it ends.</param>
/// <param name="Scale">What stands at the two ends.</param>
/// <param name="Note">What a reader must know to read it right.</param>
internal sealed record ChartBlock(string Title, IReadOnlyList<ChartBar> Bars, decimal Least, decimal Greatest, (string Least, string Greatest) Scale, string Note) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) => this with
    {
        Title = text(Title),
        Bars = [.. Bars.Select(bar => bar with { Label = text(bar.Label), Text = text(bar.Text) })],
        Scale = (text(Scale.Least), text(Scale.Greatest)),
        Note = text(Note),
    };
}

/// <summary>A bar of a chart.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Text">The same in figures.</param>
/// <param name="Spread">What it shows; null where nothing is known.</param>
internal sealed record ChartBar(string Label, string Text, Spread? Spread);

/// <summary>Lines that stand as they are, to be copied.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Lines">The lines.</param>
/// <param name="IsLong">Whether they are out of the way until somebody wants them; on paper they always stand there.</param>
internal sealed record ListingBlock(string Title, IReadOnlyList<string> Lines, bool IsLong) : ReportBlock
{
    public override ReportBlock Map(Func<string, string> text) => new ListingBlock(text(Title), [.. Lines.Select(text)], IsLong);
}
