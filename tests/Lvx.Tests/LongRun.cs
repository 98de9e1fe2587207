namespace Lvx.Tests;

/// <summary>The usual run takes a sample of what is generated; <c>LVXPS_LONG=1</c> takes all of it.</summary>
internal static class LongRun
{
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("LVXPS_LONG") == "1";

    /// <summary>From one place to the next, where damage is done at each: 1, or what the usual run steps over. A number without a divisor, so that every kind of place has its turn.</summary>
    public static int Step { get; } = IsWanted ? 1 : 7;

    /// <summary>All of it, or every so many-th.</summary>
    public static IEnumerable<T> Sample<T>(IEnumerable<T> all, int every) => IsWanted ? all : all.Where((_, index) => index % every == 0);
}
