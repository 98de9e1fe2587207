using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Spans of time as people read them: <c>42s</c>, <c>3m05s</c>, <c>2h10m</c>.</summary>
internal static class Ages
{
    public static string Text(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)age.TotalSeconds)}s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes}m{age.Seconds:00}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours}h{age.Minutes:00}m"),
    };
}
