namespace Lvx.Core.Services;

/// <summary>What came of a command of the system.</summary>
/// <param name="ExitCode">Its exit code; 128 + n when signal n ended it; null when there is no such command, or it was not done in time.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error, or why it did not run.</param>
public sealed record CommandResult(int? ExitCode, string Output, string Error)
{
    /// <summary>Whether it ran and said that all is well.</summary>
    public bool IsFine => ExitCode == 0;

    /// <summary>Whether there is such a command.</summary>
    public bool WasFound { get; init; } = true;
}
