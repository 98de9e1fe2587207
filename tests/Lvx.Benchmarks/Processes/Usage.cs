using System.Runtime.InteropServices;

namespace Lvx.Benchmarks;

/// <summary>Processor time, as the kernel counts it.</summary>
internal static unsafe partial class Usage
{
    private const int Self = 0;
    private const int Children = -1;

    public static TimeSpan OfThisProcess() => Of(Self);

    /// <summary>Of every child that has ended and was waited for.</summary>
    public static TimeSpan OfChildren() => Of(Children);

    private static TimeSpan Of(int who)
    {
        // struct rusage: user and system time come first, as seconds and microseconds; 16 words in all.
        long* usage = stackalloc long[18];
        return GetUsage(who, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long* usage);
}
