namespace Lvx.Core.Operations.Reporting;

/// <summary>Something that is open.</summary>
/// <param name="Title">What, in a few words.</param>
/// <param name="Explanation">What was found and what it means.</param>
/// <param name="NextStep">What to do next; null when nothing is known.</param>
internal sealed record ReportDefect(string Title, string Explanation, string? NextStep);
