namespace Lvx.Core.Operations;

/// <summary>How links are resolved.</summary>
public sealed record LinkResolvingOptions
{
    /// <summary>The folder that the links are in.</summary>
    public string Folder { get; init; } = "/dev";

    /// <summary>How long all units are waited for. The nodes of two units on one hub come one after the other.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time between two looks while a unit is waited for.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether it is only said what would be done.</summary>
    public bool DryRun { get; init; }
}
