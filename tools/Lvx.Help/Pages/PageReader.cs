using System.Text.RegularExpressions;

namespace Lvx.Help.Pages;

/// <summary>Reads a page.</summary>
internal static partial class PageReader
{
    /// <summary>The page in a text; what is in no place that a page has goes to the problems.</summary>
    public static CmdletPage Read(string text, List<string> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        (string? title, List<(string Head, string Body)> parts) = Split(FrontMatter().Replace(text, ""), "# ");
        if (title is not "" || parts.Count != 1)
        {
            problems.Add("has not one heading of the first level");
            return new CmdletPage { Name = "" };
        }

        var page = new CmdletPage { Name = parts[0].Head };
        foreach ((string head, string body) in Split(parts[0].Body, "## ").Parts)
        {
            page = head switch
            {
                "SYNOPSIS" => page with { Synopsis = body },
                "SYNTAX" => page,
                "DESCRIPTION" => page with { Description = body },
                "EXAMPLES" => page with { Examples = [.. Below(body, head, problems).Select(part => Example(part, problems))] },
                "PARAMETERS" => page with { Parameters = [.. Below(body, head, problems).Where(part => part.Head != "CommonParameters").Select(part => Parameter(part, problems))] },
                "INPUTS" => page with { Inputs = [.. Below(body, head, problems).Select(part => new PageType(part.Head, part.Body))] },
                "OUTPUTS" => page with { Outputs = [.. Below(body, head, problems).Select(part => new PageType(part.Head, part.Body))] },
                "NOTES" => page with { Notes = body },
                "RELATED LINKS" => page with { Links = [.. body.Split('\n').Where(line => line.Length > 0)] },
                _ => Unknown(page, head, problems),
            };
        }

        return page;
    }

    private static CmdletPage Unknown(CmdletPage page, string head, List<string> problems)
    {
        problems.Add($"has a section that no page has: {head}");
        return page;
    }

    private static List<(string Head, string Body)> Below(string body, string head, List<string> problems)
    {
        (string before, List<(string Head, string Body)> parts) = Split(body, "### ");
        if (before.Length > 0)
        {
            problems.Add($"{head}: text that belongs to nothing: {before.Split('\n')[0]}");
        }

        return parts;
    }

    private static PageExample Example((string Head, string Body) part, List<string> problems)
    {
        string title = Numbered().Replace(part.Head, "");
        Match match = ExampleBody().Match(part.Body);
        if (!match.Success)
        {
            problems.Add($"example \"{part.Head}\" is not a block of powershell, at most one of output, and a text");
            return new PageExample(title, "", null, part.Body);
        }

        return new PageExample(
            title, match.Groups["code"].Value.TrimEnd('\n'), match.Groups["output"].Success ? match.Groups["output"].Value.TrimEnd('\n') : null, match.Groups["text"].Value.Trim('\n'));
    }

    private static PageParameter Parameter((string Head, string Body) part, List<string> problems)
    {
        if (!part.Head.StartsWith('-'))
        {
            problems.Add($"PARAMETERS: \"{part.Head}\" does not begin with a hyphen");
        }

        Match facts = Facts().Match(part.Body);
        Match value = facts.Success ? DefaultLine().Match(facts.Value) : Match.Empty;
        return new PageParameter(
            part.Head.TrimStart('-'), (facts.Success ? part.Body[..facts.Index] : part.Body).Trim('\n'), value.Success ? value.Groups["value"].Value : null);
    }

    /// <summary>What stands before the first heading of a level, and under each of them; a fenced block has no headings.</summary>
    private static (string Before, List<(string Head, string Body)> Parts) Split(string text, string mark)
    {
        var parts = new List<(string Head, List<string> Lines)> { ("", []) };
        bool isFenced = false;
        foreach (string line in text.Split('\n'))
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced && line.StartsWith(mark, StringComparison.Ordinal))
            {
                parts.Add((line[mark.Length..].Trim(), []));
            }
            else
            {
                parts[^1].Lines.Add(line.TrimEnd());
            }
        }

        return (Body(parts[0].Lines), [.. parts.Skip(1).Select(part => (part.Head, Body(part.Lines)))]);

        static string Body(List<string> lines) => string.Join('\n', lines).Trim('\n');
    }

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^Example \d+: ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A```powershell\n(?<code>(?:(?!```).*\n)+)```\n(?:\n```output\n(?<output>(?:(?!```).*\n)+)```\n)?(?<text>(?:(?!```).*\n?)*)\z")]
    private static partial Regex ExampleBody();

    [GeneratedRegex(@"^```yaml\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Facts();

    [GeneratedRegex(@"^Default value: (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex DefaultLine();
}
