namespace Lvx.Core.Operations;

/// <summary>What is to be done with one unit, in its order, and what stands in the way.</summary>
/// <param name="Writes">The setters, in order; every state between two of them keeps the order of voltages.</param>
/// <param name="AlreadySet">What is wanted and in force already.</param>
/// <param name="OnLcdOnly">What is wanted and PI18 can't write, where that was to be left out and told.</param>
/// <param name="ToDo">What is wanted and not in force, whether or not it can be written.</param>
/// <param name="Problems">Why nothing can be written, each a sentence; empty when all is well.</param>
/// <param name="Warnings">What a person should know.</param>
internal sealed record ChangePlan(
    IReadOnlyList<PlannedWrite> Writes,
    IReadOnlyList<PlannedChange> AlreadySet,
    IReadOnlyList<(PlannedChange Change, string Reason)> OnLcdOnly,
    IReadOnlyList<PlannedChange> ToDo,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Warnings);
