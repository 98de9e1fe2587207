namespace Lvx.Core.Sessions;

/// <summary>How long a session waits.</summary>
public sealed record SessionOptions
{
    /// <summary>From the first byte of a question to the last of its answer, every retry and recovery included.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the first byte of a setter to the last of its answer. A setter is sent once.</summary>
    public TimeSpan SetterTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the line is quiet, once the unit was heard or asked, before the unit is taken to have lost the question. A third of the time for a query: the longest
    /// answer (PGS) takes 0.55 s at 2400 bit/s.
    /// </summary>
    internal TimeSpan Patience => QueryTimeout / 3;

    /// <summary>How long a damaged line must be silent: three reports of a HID bridge.</summary>
    internal TimeSpan Silence => Shorter(TimeSpan.FromMilliseconds(100), QueryTimeout / 10);

    /// <summary>How long an answer that is owed from an earlier question is waited for before the next one.</summary>
    internal TimeSpan Grace => QueryTimeout / 2;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
