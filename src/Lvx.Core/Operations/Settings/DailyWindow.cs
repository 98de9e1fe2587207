using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>A window of the day by the unit's own clock; from and until are the same when there is none.</summary>
/// <param name="From">Its start, to the minute.</param>
/// <param name="Until">Its end, to the minute.</param>
public readonly record struct DailyWindow(TimeOnly From, TimeOnly Until)
{
    private const string Format = "HH:mm";

    /// <summary>The window that <paramref name="text"/> of the form <c>01:00-05:30</c> is.</summary>
    /// <returns>False when it has not that form.</returns>
    public static bool TryParse(string text, out DailyWindow window)
    {
        ArgumentNullException.ThrowIfNull(text);
        window = default;
        string[] ends = text.Split('-');
        if (ends.Length != 2
            || !TimeOnly.TryParseExact(ends[0].Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly from)
            || !TimeOnly.TryParseExact(ends[1].Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly until))
        {
            return false;
        }

        window = new DailyWindow(from, until);
        return true;
    }

    /// <summary>Such as <c>01:00-05:30</c>.</summary>
    public override string ToString() =>
        $"{From.ToString(Format, CultureInfo.InvariantCulture)}-{Until.ToString(Format, CultureInfo.InvariantCulture)}";
}
