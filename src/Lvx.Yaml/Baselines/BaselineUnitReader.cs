using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Baselines;

/// <summary>Reads one unit of a baseline: its settings from the raw answers, and then whether what people read there says the same.</summary>
internal sealed class BaselineUnitReader(Problems problems)
{
    private static readonly string[] Keys =
    [
        BaselineFormat.Name, BaselineFormat.Device, BaselineFormat.Serial, BaselineFormat.ReadAt, BaselineFormat.Firmware, BaselineFormat.Settings,
        BaselineFormat.Defaults, BaselineFormat.ChargeCurrents, BaselineFormat.AcChargeCurrents, BaselineFormat.Raw,
    ];

    private readonly Expect expect = new(problems);

    /// <summary>The settings of the unit; null, with problems, when they cannot be made out.</summary>
    public LvxSettings? Read(MapNode unit)
    {
        expect.Keys(unit, Keys);
        string? name = Text(unit, BaselineFormat.Name)?.Text;
        string? device = Text(unit, BaselineFormat.Device)?.Text;
        TextNode? serial = Text(unit, BaselineFormat.Serial);
        DateTime? time = Text(unit, BaselineFormat.ReadAt) is { } readAt ? Time(readAt) : null;
        OrderedDictionary<string, string>? raw = Raw(unit);
        if (raw is null)
        {
            return null;
        }

        string? serialNumber = serial is null or { IsPlain: true, Text: QuotedText.Unknown } ? null : serial.Text;
        LvxSettings? settings = LvxSettings.TryRead(
            new UnitPort(device ?? "", name ?? ""), serialNumber, time ?? default, SettingsScope.All, raw, out string? problem);
        if (settings is not null)
        {
            new ReadablePartChecker(problems).Check(unit, ReadablePart.Of(settings));
            return settings;
        }

        MapEntry section = unit.Find(BaselineFormat.Raw)!;
        if (((MapNode)section.Value).Find(problem!) is { } answer)
        {
            problems.Add(answer.Value, $"this is no answer to {problem}.");
        }
        else
        {
            problems.Add(section.Key, $"the raw answer {problem} is missing, without which there are no settings.");
        }

        return null;
    }

    private TextNode? Text(MapNode unit, string key) => expect.Entry(unit, key) is { } entry ? expect.Text(entry) : null;

    private DateTime? Time(TextNode text)
    {
        if (DateTime.TryParseExact(
            text.Text, BaselineFormat.ReadTimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time))
        {
            return time;
        }

        problems.Add(text, $"{FrameText.Escape(text.Text)} is no time in UTC such as 2026-04-26T12:00:00Z.");
        return null;
    }

    private OrderedDictionary<string, string>? Raw(MapNode unit)
    {
        if (expect.Entry(unit, BaselineFormat.Raw) is not { } section || expect.Map(section.Value, BaselineFormat.Raw) is not { } map)
        {
            return null;
        }

        expect.Keys(map, LvxSettings.Questions);
        var raw = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (MapEntry entry in map.Entries)
        {
            if (expect.Text(entry) is { } text)
            {
                raw[entry.Key.Text] = text.Text;
            }
        }

        return raw;
    }
}
