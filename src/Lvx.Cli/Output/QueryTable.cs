using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The answers of units to one question, side by side, the raw ones below.</summary>
internal static class QueryTable
{
    public static void Write(TextWriter output, int width, IReadOnlyList<LvxQueryResult> results)
    {
        // Units may say more or fewer fields, by their firmware.
        string[] names = [.. results.SelectMany(result => result.Fields.Keys).Distinct()];
        if (names.Length > 0)
        {
            Columns.Write(
                output,
                width,
                [.. results.Select(result => Shown.Value(result.Name))],
                [.. names.Select(name => new ColumnRow(name, [.. results.Select(result => Cell(result, name))], Wraps: true))]);
            output.WriteLine();
        }

        foreach (LvxQueryResult result in results)
        {
            output.WriteLine($"raw {Shown.Value(result.Name)}: {Shown.Value(result.Raw)}");
        }
    }

    private static string Cell(LvxQueryResult result, string name) =>
        result.Fields.TryGetValue(name, out object? value) ? Shown.Value(value, result.Units.GetValueOrDefault(name)) : "";
}
