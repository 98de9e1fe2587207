using System.Diagnostics;

namespace Lvx.Core;

/// <summary>A moment on the monotonic clock by which something must be done. One stands over a whole exchange, not over each read in it.</summary>
public readonly record struct Deadline : IComparable<Deadline>
{
    private readonly long ticks;

    private Deadline(long ticks) => this.ticks = ticks;

    /// <summary>This moment: what is not there already is not waited for.</summary>
    public static Deadline Now => new(Stopwatch.GetTimestamp());

    /// <summary>The moment <paramref name="span"/> from now.</summary>
    public static Deadline After(TimeSpan span) => Now + span;

    /// <summary>The earlier of two.</summary>
    public static Deadline Earlier(Deadline one, Deadline other) => one.ticks <= other.ticks ? one : other;

    /// <summary>The later of two.</summary>
    public static Deadline Later(Deadline one, Deadline other) => one.ticks >= other.ticks ? one : other;

    /// <summary>The moment <paramref name="span"/> after <paramref name="from"/>; what lies beyond the clock's first or last moment is that moment.</summary>
    public static Deadline operator +(Deadline from, TimeSpan span)
    {
        // Within 0 and the last tick no difference of two moments overflows.
        double ticks = from.ticks + (span.TotalSeconds * Stopwatch.Frequency);
        return ticks <= 0 ? new(0)
            : ticks >= long.MaxValue ? new(long.MaxValue)
            : new(from.ticks + (long)(span.TotalSeconds * Stopwatch.Frequency));
    }

    /// <summary>Whether it is over.</summary>
    public bool Passed => Remaining <= TimeSpan.Zero;

    /// <summary>How long is left; negative when over.</summary>
    public TimeSpan Remaining => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), ticks);

    /// <inheritdoc/>
    public int CompareTo(Deadline other) => ticks.CompareTo(other.ticks);

    /// <summary>Whether one is before the other.</summary>
    public static bool operator <(Deadline left, Deadline right) => left.ticks < right.ticks;

    /// <summary>Whether one is after the other.</summary>
    public static bool operator >(Deadline left, Deadline right) => left.ticks > right.ticks;

    /// <summary>Whether one is not after the other.</summary>
    public static bool operator <=(Deadline left, Deadline right) => left.ticks <= right.ticks;

    /// <summary>Whether one is not before the other.</summary>
    public static bool operator >=(Deadline left, Deadline right) => left.ticks >= right.ticks;

    /// <summary>What is left in whole milliseconds, rounded up, at least 0: the form that <c>poll</c> takes.</summary>
    internal int Milliseconds => (int)Math.Clamp(Math.Ceiling(Remaining.TotalMilliseconds), 0, int.MaxValue);
}
