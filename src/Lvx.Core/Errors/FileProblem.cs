using System.Globalization;

namespace Lvx.Core;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Text">What is wrong, in a sentence.</param>
public sealed record FileProblem(long Line, long Column, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: {Text}");
}
