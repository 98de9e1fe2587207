using Lvx.Help.Cmdlets;

namespace Lvx.Help.Pages;

/// <summary>What a page must have, and have right.</summary>
internal static class PageChecks
{
    /// <summary>No page has fewer examples.</summary>
    public const int LeastExamples = 3;

    /// <summary>No line of an example is longer: help indents it by four and must not break it at 80.</summary>
    public const int WidestCode = 76;

    /// <summary>No default is longer: it stands in a column of its own.</summary>
    public const int WidestDefault = 42;

    // What a person must know before a cmdlet that asks is used where nobody can answer.
    private static readonly string[] WordsOfWriters = ["-NonInteractive", "-Confirm:$false", "-WhatIf", "journal"];

    /// <summary>Everything that is wrong with a page, or that it has and the cmdlet has not.</summary>
    public static IEnumerable<string> Problems(CmdletFacts cmdlet, CmdletPage page)
    {
        if (page.Name != cmdlet.Name)
        {
            yield return $"is of {page.Name}";
        }

        foreach ((string head, string text) in Texts(page).Where(one => one.Text.Length == 0 || one.Text.Contains("{{", StringComparison.Ordinal)))
        {
            yield return text.Length == 0 ? $"{head} says nothing" : $"{head} has a gap to be filled in";
        }

        if (page.Examples.Count < LeastExamples)
        {
            yield return $"has {page.Examples.Count} examples, and {LeastExamples} are the least";
        }

        foreach (string line in page.Examples.SelectMany(example => $"{example.Code}\n{example.Output}".Split('\n')).Where(line => line.Length > WidestCode))
        {
            yield return $"a line of an example is longer than {WidestCode} columns: {line}";
        }

        foreach (ParameterFacts parameter in cmdlet.Parameters)
        {
            PageParameter[] written = [.. page.Parameters.Where(one => one.Name == parameter.Name)];
            if (written.Length != 1)
            {
                yield return written.Length == 0 ? $"-{parameter.Name} has no section" : $"-{parameter.Name} has more than one section";
            }
            else
            {
                foreach (string problem in Problems(parameter, written[0]))
                {
                    yield return $"-{parameter.Name} {problem}";
                }
            }
        }

        foreach (PageParameter stranger in page.Parameters.Where(written => cmdlet.Parameters.All(parameter => parameter.Name != written.Name)))
        {
            yield return $"-{stranger.Name} is no parameter of the cmdlet";
        }

        if (!Same(page.Inputs, cmdlet.Inputs))
        {
            yield return $"INPUTS are not {Text(cmdlet.Inputs)}";
        }

        if (!Same(page.Outputs, cmdlet.Outputs))
        {
            yield return $"OUTPUTS are not {Text(cmdlet.Outputs)}";
        }

        foreach (string alias in cmdlet.Aliases.Where(alias => !page.Notes.Contains(alias, StringComparison.Ordinal)))
        {
            yield return $"NOTES do not name the alias {alias}";
        }

        foreach (string word in cmdlet.IsHighImpact ? WordsOfWriters : [])
        {
            if (!page.Notes.Contains(word, StringComparison.Ordinal))
            {
                yield return $"NOTES of a cmdlet that writes to units do not tell of {word}";
            }
        }

        if (page.Links.Count == 0)
        {
            yield return "RELATED LINKS are none";
        }
    }

    private static IEnumerable<string> Problems(ParameterFacts parameter, PageParameter written)
    {
        if (written.Default is { Length: > WidestDefault })
        {
            yield return $"has a default of more than {WidestDefault} columns: {written.Default}";
        }

        if (written.Default is { } said && !(parameter.Default is { } known ? said == known || said.StartsWith(known + " ", StringComparison.Ordinal) : parameter.CanBeDefault(said)))
        {
            yield return $"has not the default {said}{(parameter.Default is null ? "" : $", but {parameter.Default}")}";
        }

        foreach (string? bound in parameter.Range is { } range ? [range.Least, range.Greatest] : Array.Empty<string?>())
        {
            if (bound is not null && !written.Text.Contains(bound, StringComparison.Ordinal))
            {
                yield return $"does not say that {bound} is a bound";
            }
        }
    }

    private static IEnumerable<(string Head, string Text)> Texts(CmdletPage page) =>
    [
        ("SYNOPSIS", page.Synopsis),
        ("DESCRIPTION", page.Description),
        ("NOTES", page.Notes),
        .. page.Examples.SelectMany((example, index) => new[] { ($"example {index + 1}", example.Title), ($"example {index + 1}", example.Code), ($"example {index + 1}", example.Text) }),
        .. page.Parameters.Select(parameter => ($"-{parameter.Name}", parameter.Text)),
        .. page.Inputs.Concat(page.Outputs).Select(type => (type.Name, type.Text)),
    ];

    private static bool Same(IReadOnlyList<PageType> written, IReadOnlyList<string> types) =>
        written.Select(type => type.Name).SequenceEqual(types.Count == 0 ? ["None"] : types, StringComparer.Ordinal);

    private static string Text(IReadOnlyList<string> types) => types.Count == 0 ? "None" : string.Join(", ", types);
}
