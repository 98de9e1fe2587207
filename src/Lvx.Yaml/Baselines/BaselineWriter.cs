using System.Globalization;
using System.Text;
using Lvx.Core.Operations;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Baselines;

/// <summary>Writes settings as a baseline: the same settings give the same bytes.</summary>
internal static class BaselineWriter
{
    public static string Write(IReadOnlyList<LvxSettings> units)
    {
        var text = new StringBuilder();
        text.Append("# Settings of LVX6048 inverters. To compare units with it: lvx compare --reference FILE\n");
        text.Append("schema: ").Append(BaselineFormat.Schema).Append('\n');
        text.Append("units:\n");
        foreach (LvxSettings unit in units)
        {
            Write(text, ReadablePart.Of(unit));
        }

        // The mark of the document's end tells a whole file from one that was cut off between two units.
        return text.Append("...\n").ToString();
    }

    private static void Write(StringBuilder text, ReadablePart part)
    {
        LvxSettings unit = part.Unit;
        text.Append("- ").Append(BaselineFormat.Name).Append(": ").Append(QuotedText.Name(unit.Name)).Append('\n');
        Line(BaselineFormat.Device, QuotedText.Of(unit.Device));
        Line(BaselineFormat.Serial, unit.SerialNumber is null ? QuotedText.Unknown : QuotedText.Of(unit.SerialNumber));
        Line(BaselineFormat.ReadAt, ReadablePart.Time(unit.Timestamp));
        Section(BaselineFormat.Firmware, part.Firmware, processor => processor.Key, processor => QuotedText.Of(processor.Version));
        Section(BaselineFormat.Settings, part.Settings, setting => setting.Key, setting => SettingText.Format(setting, unit.ValueOf(setting)));
        Section(BaselineFormat.Defaults, part.Defaults, setting => setting.Key, setting => SettingText.Format(setting, unit.DefaultOf(setting)));
        foreach ((string key, _, IReadOnlyList<int>? amperes) in part.Currents)
        {
            if (amperes is not null)
            {
                Line(key, $"[{string.Join(", ", amperes.Select(ampere => ampere.ToString(CultureInfo.InvariantCulture)))}] # A");
            }
        }

        Section(BaselineFormat.Raw, [.. unit.Raw], answer => answer.Key, answer => QuotedText.Of(answer.Value));

        void Line(string key, string value) => text.Append("  ").Append(key).Append(": ").Append(value).Append('\n');

        void Section<TItem>(string key, IReadOnlyList<TItem>? items, Func<TItem, string> keyOf, Func<TItem, string> valueOf)
        {
            if (items is null)
            {
                return;
            }

            text.Append("  ").Append(key).Append(items.Count == 0 ? ": {}\n" : ":\n");
            foreach (TItem item in items)
            {
                text.Append("    ").Append(keyOf(item)).Append(": ").Append(valueOf(item)).Append('\n');
            }
        }
    }
}
