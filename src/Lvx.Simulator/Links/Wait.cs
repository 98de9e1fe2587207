namespace Lvx.Simulator;

/// <summary>Times as the system's waits take them.</summary>
internal static class Wait
{
    /// <summary>Whole milliseconds, rounded up so that what is waited for is due, at least 0.</summary>
    public static int Milliseconds(TimeSpan span) => (int)Math.Clamp(Math.Ceiling(span.TotalMilliseconds), 0, int.MaxValue);
}
