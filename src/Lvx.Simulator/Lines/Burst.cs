namespace Lvx.Simulator;

/// <summary>Bytes that become due one by one, by an absolute schedule: a late reader finds more of them due, and nothing drifts.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="start">When the first begins, in ticks of the stopwatch.</param>
/// <param name="step">How long each takes; 0 for all at once.</param>
internal sealed class Burst(byte[] bytes, long start, long step)
{
    private int taken;

    public long End => start + (bytes.Length * step);

    public bool IsTaken => taken == bytes.Length;

    /// <summary>When the next byte is due.</summary>
    public long NextDue => start + ((taken + 1) * step);

    /// <summary>Takes what is due by now.</summary>
    public int Take(Span<byte> destination, long now)
    {
        long due = step == 0 ? (now >= start ? bytes.Length : 0) : Math.Clamp((now - start) / step, 0, bytes.Length);
        int count = Math.Clamp((int)due - taken, 0, destination.Length);
        bytes.AsSpan(taken, count).CopyTo(destination);
        taken += count;
        return count;
    }
}
