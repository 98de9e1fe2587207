using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Values that survive every serialisation: codes deeper than one level would arrive as numbers.</summary>
internal static class PlainValue
{
    /// <summary>Codes by name, and as numbers where no document names them; times of day and windows as text.</summary>
    public static object? Of(object? value) => value switch
    {
        Enum code => Enum.GetName(code.GetType(), code) is { } name ? name : Convert.ToInt32(code, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DailyWindow window => window.ToString(),
        IReadOnlyList<int> list => list.ToArray(),
        _ => value,
    };
}
