using System.Reflection;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Simulator;
using Lvx.Tests.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

/// <summary>Settings to be written, and what they are held against when they are read.</summary>
internal static class Baselines
{
    public const string FilePath = "baseline.yaml";

    public static readonly DateTime Time = new DateTime(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc).AddTicks(1234567);

    private static readonly OrderedDictionary<string, string> Answers = new()
    {
        ["VFW"] = "06306,06126,00000",
        ["PIRI"] = "1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00",
        ["MCHGCR"] = "010,020,030,040,050,060,070,080",
        ["DI"] = "1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1",
        ["MUCHGCR"] = "002,010,020,030",
        ["ACCT"] = "0100,0530",
        ["FLAG"] = "1,0,1,0,1,0,1,0,0",
        ["ACLT"] = "0000,0000",
    };

    /// <summary>Two simulated units that were just read.</summary>
    public static IReadOnlyList<LvxSettings> Pair(SettingsScope scope = SettingsScope.All)
    {
        var links = new LinkRegistry(new SimulatorLinkKind());
        UnitSelection selection = new UnitFinder(links).Select(["sim:pair?baud=0"], null);
        var access = new UnitAccess(links, new LinkOptions(), new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(20) });
        return [.. new SettingsOperation(access).Read(selection, scope, new RecordingHost(TestContext.Current.CancellationToken)).Select(outcome => outcome.Value!)];
    }

    /// <summary>One unit with given answers in place of usual ones; one that is null is left out.</summary>
    public static LvxSettings Unit(
        string name = "lvx6048-1", string device = "sim:pair/1", string? serial = "96132206100001", SettingsScope scope = SettingsScope.All, params (string Question, string? Answer)[] answers)
    {
        var raw = new OrderedDictionary<string, string>(Answers);
        foreach ((string question, string? answer) in answers)
        {
            raw.Remove(question);
            if (answer is not null)
            {
                raw[question] = answer;
            }
        }

        return LvxSettings.TryRead(new UnitPort(device, name), serial, Time, scope, raw, out string? problem) ?? throw new InvalidOperationException(problem);
    }

    public static IReadOnlyList<LvxSettings> Parse(string text) => BaselineFile.Parse(FilePath, text);

    /// <summary>The problems of a text that is no sound baseline, as a person sees them.</summary>
    public static string[] ProblemsOf(string text)
    {
        LvxException error = Assert.Throws<LvxException>(() => Parse(text));
        Assert.Equal((LvxError.BaselineInvalid, FilePath), (error.Error, error.Device));
        Assert.DoesNotContain("YamlDotNet", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error.Message, StringComparison.Ordinal);
        return error.Details.Count > 0 ? [.. error.Details] : [error.Message[(FilePath.Length + 2)..]];
    }

    /// <summary>The line and the column, from 1, at which a piece of a text begins.</summary>
    public static string At(string text, string piece, int skip = 0)
    {
        int index = text.IndexOf(piece, StringComparison.Ordinal) + skip;
        Assert.True(index >= skip, piece);
        string before = text[..index];
        return $"line {before.Count(c => c == '\n') + 1}, column {index - before.LastIndexOf('\n')}: ";
    }

    /// <summary>Everything that can be seen of settings, property by property, in text.</summary>
    public static IReadOnlyList<string> Seen(LvxSettings unit, bool valuesOnly = false)
    {
        var seen = new List<string>();
        if (!valuesOnly)
        {
            foreach (PropertyInfo property in typeof(LvxSettings).GetProperties().Where(property => property.Name != nameof(LvxSettings.Settings)))
            {
                seen.Add($"{property.Name}: {Text(property.GetValue(unit))}");
            }

            seen.Add($"kind of time: {unit.Timestamp.Kind}");
        }

        foreach (LvxSetting setting in unit.Settings)
        {
            seen.AddRange(typeof(LvxSetting).GetProperties().Select(property => $"{setting.Name}.{property.Name}: {Text(property.GetValue(setting))}"));
        }

        return seen;
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        DateTime time => time.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        System.Collections.IEnumerable items => "[" + string.Join("; ", items.Cast<object>().Select(Text)) + "]",
        _ => $"{value.GetType().Name} {value}",
    };
}
