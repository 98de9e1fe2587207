using Lvx.Cli.Hosting;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary>Sorts what came of each unit: values to be shown, errors to standard error and into the exit code.</summary>
internal static class Outcomes
{
    /// <returns>The exit code so far: that of the first error.</returns>
    public static int Sort<T>(UnitOutcome<T> outcome, List<T> values, TextWriter error, int exitCode)
        where T : class
    {
        if (outcome.Error is { } problem)
        {
            ErrorText.Write(error, problem);
            return exitCode == ExitCode.Fine ? ErrorText.ExitCodeOf(problem) : exitCode;
        }

        values.Add(outcome.Value!);
        return exitCode;
    }
}
