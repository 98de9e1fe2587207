namespace Lvx.Core.Operations;

/// <summary>One check of the parallel system, with what was expected, what was found, what that means, and what to do next.</summary>
public sealed class LvxSyncCheck
{
    internal LvxSyncCheck(string name, string label)
    {
        Name = name;
        Label = label;
    }

    /// <summary>Its stable name, for scripts: <c>MainFirmware</c>.</summary>
    public string Name { get; }

    /// <summary>Its name in words: <c>main firmware</c>.</summary>
    public string Label { get; }

    /// <summary>What came of it.</summary>
    public CheckOutcome Outcome { get; internal init; }

    /// <summary>What a healthy parallel system has, with the tolerance where there is one.</summary>
    public string Expected { get; internal init; } = "";

    /// <summary>What was found, in words and with the names of those units that stand out.</summary>
    public string Actual { get; internal init; } = "";

    /// <summary>What that means, as far as live state tells; why, for a check that was skipped.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>What to do next; null when there is nothing to do.</summary>
    public string? NextStep { get; internal init; }

    /// <summary>What each unit has, in words, in the order of the report's units; <c>--</c> where it said nothing. Empty where the check is not about one value of each.</summary>
    public IReadOnlyList<string> Values { get; internal init; } = [];

    /// <summary>How far the units are apart, in <see cref="Unit"/>; no value where that cannot be said.</summary>
    public decimal? Spread { get; internal init; }

    /// <summary>How far they may be apart, in <see cref="Unit"/>; no value where they must be the same.</summary>
    public decimal? Tolerance { get; internal init; }

    /// <summary>The symbol of the unit of <see cref="Spread"/> (V, A, Hz, min), where it has one.</summary>
    public string? Unit { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Outcome}: {Label}: {Actual}";
}
