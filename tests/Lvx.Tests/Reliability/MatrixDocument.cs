using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lvx.Simulator;

namespace Lvx.Tests.Reliability;

/// <summary>The matrix as it stands in <c>docs/reliability.md</c>: a table for each misbehaviour, and a legend of what is said.</summary>
internal sealed partial class MatrixDocument
{
    private const string Begin = "<!-- matrix: begin -->";
    private const string End = "<!-- matrix: end -->";

    private readonly Dictionary<(string Kind, string Operation, bool IsLasting, string Link), MatrixResult> cells = [];

    private static string Path { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "docs", "reliability.md");

    /// <summary>What stands there of a cell; null for a cell that is missing or blank.</summary>
    public MatrixResult? Find(MatrixCell cell) => cells.GetValueOrDefault((cell.Kind, cell.Operation.Title, cell.IsLasting, cell.Link));

    public static MatrixDocument Read()
    {
        var document = new MatrixDocument();
        string[] lines = Between(File.ReadAllText(Path)).Split('\n');
        Dictionary<string, string> legend = lines.Select(line => LegendLine().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string kind = "";
        foreach (string line in lines)
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                kind = line[4..].Trim('`');
            }
            else if (TableRow().Match(line) is { Success: true } row && Misbehaviour.Kinds.Contains(kind))
            {
                for (int column = 0; column < 2; column++)
                {
                    foreach ((string link, string text) in Links(row.Groups[2 + column].Value))
                    {
                        if (Cell().Match(text) is { Success: true } cell)
                        {
                            document.cells[(kind, row.Groups[1].Value, column == 1, link)] = new MatrixResult(
                                int.Parse(cell.Groups[1].Value, CultureInfo.InvariantCulture),
                                [.. cell.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(letter => legend[letter])],
                                cell.Groups[3].Success ? int.Parse(cell.Groups[3].Value, CultureInfo.InvariantCulture) : 0,
                                cell.Groups[4].Success ? cell.Groups[4].Value : null);
                        }
                    }
                }
            }
        }

        return document;
    }

    public static void Write(IReadOnlyDictionary<MatrixCell, MatrixResult> results)
    {
        string text = File.ReadAllText(Path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length + 1;
        File.WriteAllText(Path, $"{text[..begin]}\n{Format(results)}{text[text.IndexOf(End, StringComparison.Ordinal)..]}");
    }

    public static string Format(IReadOnlyDictionary<MatrixCell, MatrixResult> results)
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (string kind in Misbehaviour.Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"### `{kind}`\n\n| | once | always |\n|---|---|---|\n");
            foreach (MatrixOperation operation in MatrixOperation.All)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {operation.Title} | {Row(false)} | {Row(true)} |\n");

                string Row(bool isLasting)
                {
                    // Links that agree in all but the time share a cell, with the longest.
                    (string Links, MatrixResult Result)[] each =
                    [
                        .. MatrixCell.Links
                            .Select(link => (Link: link, Result: results.GetValueOrDefault(new MatrixCell(kind, operation, isLasting, link))))
                            .Where(one => one.Result is not null)
                            .GroupBy(one => Text(one.Result! with { TimeOuts = 0 }, letters))
                            .Select(group => (string.Join(' ', group.Select(one => one.Link)), group.MaxBy(one => one.Result!.TimeOuts).Result!)),
                    ];
                    return each.Length == 1 && each[0].Links == string.Join(' ', MatrixCell.Links)
                        ? Text(each[0].Result, letters)
                        : string.Join("; ", each.Select(one => $"{one.Links}: {Text(one.Result, letters)}"));
                }
            }

            text.Append('\n');
        }

        text.Append("### What is said\n\n| | |\n|---|---|\n");
        foreach ((string message, string letter) in letters)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {letter} | {message} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Text(MatrixResult result, Dictionary<string, string> letters)
    {
        string said = string.Join(' ', result.Messages.Select(message =>
        {
            if (!letters.TryGetValue(message, out string? letter))
            {
                letters[message] = letter = Letter(letters.Count);
            }

            return letter;
        }));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.ExitCode}{(said.Length > 0 ? " " + said : "")}{(result.TimeOuts > 0 ? $", {result.TimeOuts} T" : "")}{(result.State is null ? "" : ", " + result.State)}");
    }

    private static string Letter(int number) => number < 26 ? $"{(char)('a' + number)}" : $"{(char)('a' + (number / 26) - 1)}{(char)('a' + (number % 26))}";

    // "0, 1 T" is of all links; "sim tcp: 0; pty: 3 a" of each.
    private static IEnumerable<(string Link, string Text)> Links(string column) => column.Contains(':', StringComparison.Ordinal)
        ? column.Split("; ").SelectMany(part => part.Split(": ")[0].Split(' ').Select(link => (link, part.Split(": ")[1])))
        : MatrixCell.Links.Select(link => (link, column));

    private static string Between(string text)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length + 1;
        return text[begin..text.IndexOf(End, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\| ([a-z]{1,2}) \| (.+) \|$")]
    private static partial Regex LegendLine();

    [GeneratedRegex(@"^\| (.+?) \| (.+?) \| (.+?) \|$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^(\d+)((?: [a-z]{1,2})*)(?:, (\d+) T)?(?:, (as found|as asked|else))?$")]
    private static partial Regex Cell();
}
