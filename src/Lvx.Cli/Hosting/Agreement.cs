namespace Lvx.Cli.Hosting;

/// <summary>Asks the person at the terminal.</summary>
internal static class Agreement
{
    /// <summary>Whether the person agrees; nobody is asked twice, and only a plain yes counts.</summary>
    /// <exception cref="OperationCanceledException">Interrupted while the answer was waited for.</exception>
    public static bool Ask(TextReader person, TextWriter error, string question, CancellationToken cancellation)
    {
        error.Write($"{question} [y/N] ");
        error.Flush();

        // No signal wakes who waits for a line, so somebody else does.
        Task<string?> reading = Task.Factory.StartNew(person.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task.WaitAny([reading], cancellation);
        return reading.Result?.Trim() is "y" or "Y" or "yes" or "Yes";
    }
}
