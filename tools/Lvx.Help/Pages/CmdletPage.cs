namespace Lvx.Help.Pages;

/// <summary>The page of a cmdlet: what was written by hand. What the code knows (syntax, types, positions) is put beside it when the page is written.</summary>
internal sealed record CmdletPage
{
    public required string Name { get; init; }

    public string Synopsis { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<PageExample> Examples { get; init; } = [];

    public IReadOnlyList<PageParameter> Parameters { get; init; } = [];

    public IReadOnlyList<PageType> Inputs { get; init; } = [];

    public IReadOnlyList<PageType> Outputs { get; init; } = [];

    public string Notes { get; init; } = "";

    /// <summary>Where to read on: each a link, or the name of a topic.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public PageParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

/// <summary>An example: what it is about, the lines to type, what they show (where that is told), and what there is to say.</summary>
internal sealed record PageExample(string Title, string Code, string? Output, string Text);

/// <summary>A parameter: what it does, and what it is without being named.</summary>
internal sealed record PageParameter(string Name, string Text, string? Default);

/// <summary>A type that is taken or given, and what there is to say of it.</summary>
internal sealed record PageType(string Name, string Text);
