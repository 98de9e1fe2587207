namespace Lvx.Cli.Output;

/// <summary>One reading of several units.</summary>
/// <param name="Label">What it is, with its unit.</param>
/// <param name="Cells">Its value for each unit.</param>
/// <param name="Wraps">Whether it is prose that may take several lines.</param>
internal sealed record ColumnRow(string Label, IReadOnlyList<string> Cells, bool Wraps = false);
