namespace Lvx.Help.Cmdlets;

/// <summary>A parameter, as the code has it.</summary>
internal sealed record ParameterFacts
{
    public required string Name { get; init; }

    /// <summary>Its type as PowerShell writes it: <c>string[]</c>, <c>double</c>, <c>HidReportForm</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The full name of its type.</summary>
    public required string FullTypeName { get; init; }

    public bool IsSwitch { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The names of an enumeration; empty for anything else.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The least and the greatest value that it takes, as text; null where there is no such bound.</summary>
    public (string? Least, string? Greatest)? Range { get; init; }

    public bool AllowsWildcards { get; init; }

    /// <summary>What it is in each parameter set that it belongs to.</summary>
    public required IReadOnlyList<ParameterInSet> Sets { get; init; }

    /// <summary>What it is without being named, as text; null when the code does not say: it is no value, or the zero of its type, which may also stand for "not named".</summary>
    public string? Default { get; init; }

    /// <summary>Whether a text could be the default, as far as the code tells.</summary>
    public Func<string, bool> CanBeDefault { get; init; } = _ => true;

    public bool TakesValue => Sets.Any(set => set.TakesValue);

    public bool TakesProperty => Sets.Any(set => set.TakesProperty);

    /// <summary>What it is in a parameter set; null when it is not part of it.</summary>
    public ParameterInSet? In(string set) => Sets.FirstOrDefault(one => one.Set == set) ?? Sets.FirstOrDefault(one => one.Set == CmdletFacts.AllSets);
}

/// <summary>A parameter's place in a parameter set.</summary>
internal sealed record ParameterInSet(string Set, bool IsMandatory, int? Position, bool TakesValue, bool TakesProperty);
