using System.Text;
using Lvx.Help.Cmdlets;

namespace Lvx.Help.Pages;

/// <summary>Writes a page: the text by hand, and what the code knows in its places.</summary>
internal static class PageWriter
{
    /// <summary>What is the default where nothing else is said.</summary>
    public const string NoDefault = "None";

    private const int SyntaxWidth = 100;

    /// <summary>The page of a cmdlet, as it is to stand in its file.</summary>
    public static string Write(CmdletFacts cmdlet, CmdletPage page)
    {
        var text = new StringBuilder("---\nexternal help file: LvxPS.dll-Help.xml\nModule Name: LvxPS\nschema: 2.0.0\n---\n");
        Put(text, $"# {cmdlet.Name}", "## SYNOPSIS", page.Synopsis, "## SYNTAX");
        foreach (string set in cmdlet.Sets)
        {
            if (cmdlet.Sets.Count > 1)
            {
                Put(text, $"### {set}{(set == cmdlet.Sets[0] ? " (default)" : "")}");
            }

            Put(text, Fence("", string.Join('\n', cmdlet.Syntax(set, SyntaxWidth))));
        }

        Put(text, "## DESCRIPTION", page.Description, "## EXAMPLES");
        for (int index = 0; index < page.Examples.Count; index++)
        {
            PageExample example = page.Examples[index];
            Put(text, $"### Example {index + 1}: {example.Title}", Fence("powershell", example.Code));
            if (example.Output is not null)
            {
                Put(text, Fence("output", example.Output));
            }

            Put(text, example.Text);
        }

        Put(text, "## PARAMETERS");
        foreach (ParameterFacts parameter in Ordered(cmdlet))
        {
            if (page.Parameter(parameter.Name) is { } written)
            {
                Put(text, $"### -{parameter.Name}", written.Text, Fence("yaml", string.Join('\n', Facts(cmdlet, parameter, written))));
            }
        }

        Put(text, "### CommonParameters", "-Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and -WarningVariable: see about_CommonParameters.");
        Put(text, "## INPUTS");
        PutTypes(text, page.Inputs);
        Put(text, "## OUTPUTS");
        PutTypes(text, page.Outputs);
        Put(text, "## NOTES", page.Notes, "## RELATED LINKS", string.Join("\n\n", page.Links));
        return text.ToString();
    }

    /// <summary>The parameters in the order in which a page has them: as the syntax of the default set, then those of the others.</summary>
    public static IEnumerable<ParameterFacts> Ordered(CmdletFacts cmdlet) => cmdlet.Sets.SelectMany(set => cmdlet.In(set)).Select(one => one.Parameter).Distinct()
        .OrderBy(parameter => parameter.Name is "WhatIf" or "Confirm");

    /// <summary>The default that a page tells: what the code says, or else what was written by hand.</summary>
    public static string Default(ParameterFacts parameter, PageParameter written) =>
        parameter.Default is { } known && !(written.Default is { } said && said.StartsWith(known + " ", StringComparison.Ordinal)) ? known : written.Default ?? NoDefault;

    public static string Pipeline(ParameterFacts parameter) => (parameter.TakesValue, parameter.TakesProperty) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static IEnumerable<string> Facts(CmdletFacts cmdlet, ParameterFacts parameter, PageParameter written)
    {
        ParameterInSet place = parameter.Sets[0];
        yield return $"Type: {parameter.TypeName}";
        yield return $"Parameter sets: {(place.Set == CmdletFacts.AllSets ? "(all)" : string.Join(", ", cmdlet.Sets.Where(set => parameter.In(set) is not null)))}";
        yield return $"Aliases: {(parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases))}";
        if (parameter.Names.Count > 0)
        {
            yield return $"Accepted values: {string.Join(", ", parameter.Names)}";
        }
        else if (parameter.Range is { } range)
        {
            yield return $"Accepted values: {range.Least}{(range.Greatest is null ? " and more" : $" to {range.Greatest}")}";
        }

        yield return $"Required: {place.IsMandatory}";
        yield return $"Position: {(place.Position is { } position ? position : "named")}";
        yield return $"Default value: {Default(parameter, written)}";
        yield return $"Accept pipeline input: {Pipeline(parameter)}";
        yield return $"Accept wildcard characters: {parameter.AllowsWildcards}";
    }

    private static void PutTypes(StringBuilder text, IEnumerable<PageType> types)
    {
        foreach (PageType type in types)
        {
            Put(text, $"### {type.Name}", type.Text);
        }
    }

    private static string Fence(string language, string code) => $"```{language}\n{code}\n```";

    private static void Put(StringBuilder text, params ReadOnlySpan<string> blocks)
    {
        foreach (string block in blocks)
        {
            if (block.Length > 0)
            {
                text.Append('\n').Append(block).Append('\n');
            }
        }
    }
}
