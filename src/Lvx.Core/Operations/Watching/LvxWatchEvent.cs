using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Something that happened while units were watched.</summary>
public sealed class LvxWatchEvent
{
    internal LvxWatchEvent(DateTime timestamp, LvxWatchEventKind kind, string? name, int? unit, string text)
    {
        Timestamp = timestamp;
        Kind = kind;
        Name = name;
        Unit = unit;
        Text = text;
    }

    /// <summary>When it was seen, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>What kind of thing it is.</summary>
    public LvxWatchEventKind Kind { get; }

    /// <summary>The unit's short name; no value for what concerns all.</summary>
    public string? Name { get; }

    /// <summary>The unit's number, from 1, in the order in which units were named; no value for what concerns all.</summary>
    public int? Unit { get; }

    /// <summary>What happened, in words.</summary>
    public string Text { get; }

    /// <summary>In local time: <c>12:03:11 lvx6048-2: fault 83 cleared</c>.</summary>
    public override string ToString() => In(TimeZoneInfo.Local);

    internal string In(TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTimeFromUtc(Timestamp, zone):HH:mm:ss} {(Name is null ? "" : Findings.Text(Name) + ": ")}{Text}");
}
