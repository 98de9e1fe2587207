using System.Diagnostics;

namespace Lvx.Benchmarks;

/// <summary>How much of the machine other programs used while something was measured.</summary>
internal sealed class OtherLoad
{
    private readonly (double All, double Own) before = Machine.Busy();
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>As a part of all cores, 0 to 1.</summary>
    public double Part()
    {
        (double all, double own) = Machine.Busy();
        return Math.Max(0, (all - before.All - (own - before.Own)) / (watch.Elapsed.TotalSeconds * Environment.ProcessorCount));
    }
}
