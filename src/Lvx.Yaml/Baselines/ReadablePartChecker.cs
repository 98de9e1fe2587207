using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Pi18;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Baselines;

/// <summary>Holds what people read in a baseline against the raw answers beside it, so that neither damage nor a hand's slip goes unseen.</summary>
internal sealed class ReadablePartChecker(Problems problems)
{
    private const string Advice = "mend the one that is wrong, or export again.";

    private readonly Expect expect = new(problems);

    /// <summary>Notes where <paramref name="unit"/> says something else than <paramref name="part"/>, which follows from its raw answers.</summary>
    public void Check(MapNode unit, ReadablePart part)
    {
        Section(unit, BaselineFormat.Firmware, part.Firmware?.ToDictionary(version => version.Key, version => new Expected(version.Version, Firmware.Query.Command)), Firmware.Query.Command, Same);
        Section(
            unit,
            BaselineFormat.Settings,
            part.Settings.ToDictionary(setting => setting.Key, setting => new Expected(SettingText.Format(setting, part.Unit.ValueOf(setting)), BaselineFormat.QuestionOf(setting))),
            RatedInformation.Query.Command,
            (key, said, raw) => Agrees(key, said, raw, part.Unit.ValueOf));
        Section(
            unit,
            BaselineFormat.Defaults,
            part.Defaults?.ToDictionary(setting => setting.Key, setting => new Expected(SettingText.Format(setting, part.Unit.DefaultOf(setting)), DefaultSettings.Query.Command)),
            DefaultSettings.Query.Command,
            (key, said, raw) => Agrees(key, said, raw, part.Unit.DefaultOf));
        foreach ((string key, string question, IReadOnlyList<int>? amperes) in part.Currents)
        {
            Amperes(unit, key, question, amperes);
        }
    }

    private void Section(
        MapNode unit, string name, Dictionary<string, Expected>? expected, string question, Func<MapEntry, TextNode, Expected, bool> agrees)
    {
        if (!IsWhereItShouldBe(unit, name, question, expected is not null, out MapEntry? section) || expect.Map(section.Value, name) is not { } map)
        {
            return;
        }

        foreach (MapEntry entry in map.Entries)
        {
            if (!expected!.TryGetValue(entry.Key.Text, out Expected? raw))
            {
                bool isKnown = name != BaselineFormat.Firmware && SettingCatalogue.All.Any(setting => setting.Key == entry.Key.Text);
                string key = FrameText.Escape(entry.Key.Text);
                problems.Add(entry.Key, isKnown ? $"{key} is here, and no raw answer says it; {Advice}" : Expect.UnknownKey(entry.Key.Text, expected.Keys));
            }
            else if (expect.Text(entry) is { } said && !agrees(entry, said, raw))
            {
                problems.Add(said, $"{entry.Key.Text} says {FrameText.Escape(said.Text)}, and the raw answer {raw.Question} says {FrameText.Escape(raw.Text)}; {Advice}");
            }
        }

        foreach ((string key, Expected raw) in expected!.Where(raw => map.Find(raw.Key) is null))
        {
            problems.Add(section.Key, $"{key} is missing, and the raw answer {raw.Question} says {FrameText.Escape(raw.Text)}; {Advice}");
        }
    }

    private static bool Same(MapEntry entry, TextNode said, Expected raw) => said.Text == raw.Text;

    // What is written as we write it needs no reading: a unit may say what no reader of values would take.
    private bool Agrees(MapEntry entry, TextNode said, Expected raw, Func<SettingDefinition, object?> valueOf)
    {
        if (said.Text == raw.Text)
        {
            return true;
        }

        SettingDefinition setting = SettingCatalogue.All.First(setting => setting.Key == entry.Key.Text);
        if (SettingText.Parse(setting, said.Text, out object? value) is { } problem)
        {
            problems.Add(said, $"{entry.Key.Text} says {FrameText.Escape(said.Text)}: {problem}");
            return true;
        }

        return value is not null && value.Equals(valueOf(setting));
    }

    private void Amperes(MapNode unit, string key, string question, IReadOnlyList<int>? amperes)
    {
        if (!IsWhereItShouldBe(unit, key, question, amperes is not null, out MapEntry? entry) || expect.List(entry.Value, key) is not { } list)
        {
            return;
        }

        var said = new List<int>();
        foreach (Node item in list.Items)
        {
            if (item is TextNode text && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int ampere))
            {
                said.Add(ampere);
            }
            else
            {
                problems.Add(item, $"{key} is a list of whole amperes, such as [10, 20, 30].");
                return;
            }
        }

        if (!said.SequenceEqual(amperes!))
        {
            problems.Add(list, $"{key} says {string.Join(", ", said)}, and the raw answer {question} says {string.Join(", ", amperes!)}; {Advice}");
        }
    }

    private bool IsWhereItShouldBe(MapNode unit, string name, string question, bool isAnswered, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MapEntry? section)
    {
        section = unit.Find(name);
        if (section is null && isAnswered)
        {
            problems.Add(unit, $"{name} is missing, and there is a raw answer {question}; {Advice}");
        }
        else if (section is not null && !isAnswered)
        {
            problems.Add(section.Key, $"{name} is here, and there is no raw answer {question}; {Advice}");
            section = null;
        }

        return section is not null;
    }

    private sealed record Expected(string Text, string Question);
}
