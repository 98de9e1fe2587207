namespace Lvx.Help.Cmdlets;

/// <summary>A cmdlet, as the code has it.</summary>
internal sealed record CmdletFacts
{
    /// <summary>The set of a parameter that belongs to all of them.</summary>
    public const string AllSets = "__AllParameterSets";

    public required string Verb { get; init; }

    public required string Noun { get; init; }

    public string Name => $"{Verb}-{Noun}";

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether it asks before it changes something that cannot easily be taken back.</summary>
    public bool IsHighImpact { get; init; }

    /// <summary>The parameter sets, the default one first; one with no name of its own when there are none.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>The parameters, as the syntax shows them.</summary>
    public required IReadOnlyList<ParameterFacts> Parameters { get; init; }

    /// <summary>The full names of the types that it writes.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The full names of the types that it takes from the pipeline.</summary>
    public IReadOnlyList<string> Inputs =>
        [.. Sets.SelectMany(In).Select(one => one.Parameter).Where(parameter => parameter.TakesValue || parameter.TakesProperty).Select(parameter => parameter.FullTypeName).Distinct(StringComparer.Ordinal)];

    /// <summary>The parameters of a set in the order of its syntax: by position, then those that must be named, then the others.</summary>
    public IEnumerable<(ParameterFacts Parameter, ParameterInSet Place)> In(string set) =>
        from parameter in Parameters
        let place = parameter.In(set)
        where place is not null
        orderby place.Position ?? int.MaxValue, place.Position is null && !place.IsMandatory
        select (parameter, place);

    /// <summary>The lines of a set's syntax, the first without, the others with an indent, none longer than a width unless a single word is.</summary>
    public IEnumerable<string> Syntax(string set, int width)
    {
        string line = Name;
        foreach (string word in In(set).Select(one => Word(one.Parameter, one.Place)).Append("[<CommonParameters>]"))
        {
            if (line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "   ";
            }

            line += " " + word;
        }

        yield return line;
    }

    private static string Word(ParameterFacts parameter, ParameterInSet place)
    {
        string name = place.Position is null || parameter.IsSwitch ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        string word = parameter.IsSwitch ? name : $"{name} <{parameter.TypeName}>";
        return place.IsMandatory ? word : $"[{word}]";
    }
}
