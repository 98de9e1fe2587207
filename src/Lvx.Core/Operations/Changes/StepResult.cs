namespace Lvx.Core.Operations;

/// <summary>What came of one write.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why; empty when there is nothing to say.</param>
/// <param name="Elapsed">From the check of who it is to the last reading.</param>
/// <param name="Strays">Other settings that changed with it and should not have, each with its value before; empty when none did.</param>
internal sealed record StepResult(ChangeOutcome Outcome, string Reason, TimeSpan Elapsed, IReadOnlyList<PlannedChange> Strays)
{
    /// <summary>Whether the next write may follow.</summary>
    public bool IsGood => Outcome == ChangeOutcome.Applied && Strays.Count == 0;
}
