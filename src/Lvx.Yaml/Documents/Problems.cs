using System.Globalization;
using Lvx.Core;

namespace Lvx.Yaml.Documents;

/// <summary>What is wrong with a document, collected, so that a person mends it all at once.</summary>
internal sealed class Problems
{
    /// <summary>More than this many are counted, not told.</summary>
    public const int Told = 20;

    private readonly List<FileProblem> all = [];

    /// <summary>Whether there is any.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Notes what is wrong where <paramref name="node"/> begins.</summary>
    public void Add(Node node, string text) => all.Add(new FileProblem(node.Line, node.Column, text));

    /// <summary>Notes what is wrong at a place.</summary>
    public void Add(long line, long column, string text) => all.Add(new FileProblem(line, column, text));

    /// <summary>The problems in the order of the file; the rest as a number, at the place of the first that is left out.</summary>
    public IReadOnlyList<FileProblem> List()
    {
        FileProblem[] sorted = [.. all.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        return sorted.Length <= Told
            ? sorted
            : [.. sorted[..Told], sorted[Told] with { Text = string.Create(CultureInfo.InvariantCulture, $"and {sorted.Length - Told} more from here on.") }];
    }
}
