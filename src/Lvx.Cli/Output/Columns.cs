namespace Lvx.Cli.Output;

/// <summary>
/// Readings as rows, units as columns: side by side is how a pair is looked at. As many columns as fit stand in a row of columns, the rest follow below;
/// text that is wider than its column is wrapped at words.
/// </summary>
internal static class Columns
{
    private const int Gap = 2;
    private const int MinColumn = 14;

    public static void Write(TextWriter output, int width, IReadOnlyList<string> heads, IReadOnlyList<ColumnRow> rows)
    {
        int label = rows.Max(row => row.Label.Length);
        int natural = Math.Max(MinColumn, heads.Max(head => head.Length));
        natural = Math.Max(natural, rows.Where(row => !row.Wraps).SelectMany(row => row.Cells).Select(cell => cell.Length).DefaultIfEmpty().Max());
        int perBlock = Math.Clamp((width - label) / (natural + Gap), 1, heads.Count);
        int widest = Math.Max(natural, rows.SelectMany(row => row.Cells).Select(cell => cell.Length).DefaultIfEmpty().Max());
        int column = Math.Max(MinColumn, Math.Min(widest, ((width - label) / perBlock) - Gap));
        for (int first = 0; first < heads.Count; first += perBlock)
        {
            int last = Math.Min(first + perBlock, heads.Count);
            if (first > 0)
            {
                output.WriteLine();
            }

            WriteLine(output, label, column, "", heads.Take(first..last));
            foreach (ColumnRow row in rows)
            {
                WriteWrapped(output, label, column, row.Label, [.. row.Cells.Take(first..last).Select(cell => Wrap(cell, column))]);
            }
        }
    }

    private static void WriteWrapped(TextWriter output, int label, int column, string name, IReadOnlyList<IReadOnlyList<string>> cells)
    {
        int lines = cells.Max(cell => cell.Count);
        for (int line = 0; line < lines; line++)
        {
            WriteLine(output, label, column, line == 0 ? name : "", cells.Select(cell => line < cell.Count ? cell[line] : ""));
        }
    }

    private static void WriteLine(TextWriter output, int label, int column, string name, IEnumerable<string> cells) =>
        output.WriteLine((name.PadRight(label) + string.Concat(cells.Select(cell => new string(' ', Gap) + cell.PadRight(column)))).TrimEnd());

    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        while (text.Length > width)
        {
            int cut = text.LastIndexOf(' ', width);
            cut = cut <= 0 ? width : cut;
            lines.Add(text[..cut]);
            text = text[cut..].TrimStart();
        }

        lines.Add(text);
        return lines;
    }
}
