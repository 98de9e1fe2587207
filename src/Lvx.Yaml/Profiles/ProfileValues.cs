using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Profiles;

/// <summary>Reads the values of a profile: plain numbers in V and A, words, and windows, which PI18 can set.</summary>
internal sealed class ProfileValues(Problems problems)
{
    private static readonly string[] SettingKeys = [.. SettingCatalogue.All.Where(setting => setting.Settable == SettableBy.Pi18).Select(setting => setting.Key)];
    private static readonly string[] NumberKeys = [.. SettingCatalogue.All.Where(setting => setting.Unit is not null).Select(setting => setting.Key)];

    private readonly Expect expect = new(problems);

    /// <summary>What is wanted, in the order of the catalogue; what is wrong becomes a problem.</summary>
    public IReadOnlyList<ProfileWant> Wants(MapEntry section)
    {
        if (expect.Map(section.Value, section.Key.Text) is not { } map)
        {
            return [];
        }

        if (map.Entries.Count == 0)
        {
            problems.Add(section.Key, "there is no setting in it.");
        }

        var wants = new List<ProfileWant>();
        foreach (MapEntry entry in map.Entries)
        {
            if (Setting(entry) is not { } setting)
            {
                problems.Add(entry.Key, Expect.UnknownKey(entry.Key.Text, SettingKeys));
            }
            else if (expect.Text(entry) is { } text && Value(setting, text) is { } value)
            {
                wants.Add(new ProfileWant(setting, value, text));
            }
        }

        return [.. SettingCatalogue.All.SelectMany(setting => wants.Where(want => want.Setting == setting))];
    }

    /// <summary>The limits; what is wrong becomes a problem.</summary>
    public IReadOnlyList<ProfileLimit> Limits(MapEntry section)
    {
        var limits = new List<ProfileLimit>();
        foreach (MapEntry entry in expect.Map(section.Value, section.Key.Text)?.Entries ?? [])
        {
            if (Setting(entry) is not { Unit: not null } setting)
            {
                problems.Add(entry.Key, Expect.UnknownKey(entry.Key.Text, NumberKeys));
            }
            else if (expect.Map(entry.Value, entry.Key.Text) is { } map && Limit(setting, entry, map) is { } limit)
            {
                limits.Add(limit);
            }
        }

        return limits;
    }

    private static SettingDefinition? Setting(MapEntry entry) => SettingCatalogue.All.FirstOrDefault(setting => setting.Key == entry.Key.Text);

    private ProfileLimit? Limit(SettingDefinition setting, MapEntry entry, MapNode map)
    {
        expect.Keys(map, ["min", "max"]);
        decimal? min = Bound("min");
        decimal? max = Bound("max");
        if (map.Find("min") is null && map.Find("max") is null)
        {
            problems.Add(entry.Key, $"the limit of {setting.Key} has neither min nor max.");
        }
        else if (min > max)
        {
            problems.Add(map, $"the limit of {setting.Key} has a min above its max.");
            return null;
        }

        return new ProfileLimit(setting, min, max);

        decimal? Bound(string key) => map.Find(key) is { } bound && expect.Text(bound) is { } text && Number(setting, text) is { } value
            ? Convert.ToDecimal(value, CultureInfo.InvariantCulture)
            : null;
    }

    private object? Value(SettingDefinition setting, TextNode text)
    {
        object? value = setting.Unit is null ? Word(setting, text) : Number(setting, text);
        if (value is not null && setting.WhyNotSettable(value) is { } why)
        {
            problems.Add(text, why);
            return null;
        }

        return value;
    }

    private object? Word(SettingDefinition setting, TextNode text)
    {
        string? problem = SettingText.Parse(setting, text.Text, out object? value);
        if (problem is null && value is not null)
        {
            return value;
        }

        problems.Add(text, problem is null
            ? $"{setting.Key} cannot be {FrameText.Escape(text.Text)}: a profile says what it wants by name."
            : $"{setting.Key} cannot be {FrameText.Escape(text.Text)}: {problem}");
        return null;
    }

    private object? Number(SettingDefinition setting, TextNode text)
    {
        string example = setting.Kind == SettingKind.Voltage ? "56.4" : "60";
        string? problem;
        object? value = null;
        if (text.Text.Length == 0 || text.Text.Any(c => !char.IsAsciiDigit(c) && c != '.') || !char.IsAsciiDigit(text.Text[0]) || !char.IsAsciiDigit(text.Text[^1]))
        {
            bool hasUnit = SettingText.Parse(setting, text.Text, out object? withUnit) is null && withUnit is not null;
            problem = hasUnit ? $"write the plain number, such as {example}; its unit stands in units." : $"it is a plain number, such as {example}.";
        }
        else
        {
            problem = text.IsPlain ? SettingText.Parse(setting, $"{text.Text} {setting.Unit}", out value) : "write the number without quotes.";
        }

        if (problem is not null)
        {
            problems.Add(text, $"{setting.Key} cannot be {FrameText.Escape(text.Text)}: {problem}");
            return null;
        }

        return value;
    }
}
