using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Profiles;

/// <summary>Reads a profile: the whole of it, or nothing and every reason.</summary>
internal sealed class ProfileReader
{
    private const string SchemaFamily = "lvxps-profile/";
    private const string Schema = SchemaFamily + "1";
    private const string NextStep = "Mend the file; nothing was taken from it.";

    private static readonly string[] Keys = ["schema", "name", "title", "source", "notes", "units", "limits", "settings"];

    private readonly string path;
    private readonly Problems problems = new();
    private readonly Expect expect;

    private ProfileReader(string path)
    {
        this.path = path;
        expect = new Expect(problems);
    }

    /// <summary>The profile in <paramref name="text"/>.</summary>
    /// <exception cref="LvxException">It is no sound profile.</exception>
    public static LvxProfile Read(string path, string text)
    {
        var reader = new ProfileReader(path);
        LvxProfile? profile = reader.ReadDocument(text);
        return profile is null || reader.problems.Any ? throw LvxErrors.FileInvalid(LvxError.ProfileInvalid, path, reader.problems.List(), NextStep) : profile;
    }

    private LvxProfile? ReadDocument(string text)
    {
        if (DocumentReader.Read(text, problems, out _) is not { } root
            || expect.Map(root, "a profile") is not { } map
            || !SchemaText.Check(map, SchemaFamily, Schema, "a profile", problems))
        {
            return null;
        }

        expect.Keys(map, Keys);
        string? name = Name(map);
        string? title = Prose(map, "title", oneLine: true);
        string? source = Prose(map, "source", oneLine: false);
        string? notes = map.Find("notes") is null ? null : Prose(map, "notes", oneLine: false);
        Units(map);
        var values = new ProfileValues(problems);
        IReadOnlyList<ProfileLimit> limits = map.Find("limits") is { } limitEntry ? values.Limits(limitEntry) : [];
        IReadOnlyList<ProfileWant> wants = expect.Entry(map, "settings") is { } settings ? values.Wants(settings) : [];
        ProfileContradictions.Find(wants, limits, problems);
        return name is null || title is null || source is null
            ? null
            : new LvxProfile(name, title, source, notes, path, [.. wants.Select(want => KeyValuePair.Create(want.Setting, want.Value))]);
    }

    private string? Name(MapNode map)
    {
        if (expect.Entry(map, "name") is not { } entry || expect.Text(entry) is not { } name)
        {
            return null;
        }

        string file = Path.GetFileNameWithoutExtension(path);
        if (!IsName(name.Text))
        {
            problems.Add(name, "a profile's name is small letters, digits and hyphens, such as eg4-lp4-v2.");
            return null;
        }

        if (name.Text != file)
        {
            problems.Add(name, $"the profile's name is {name.Text}, and the file's is {FrameText.Escape(file)}; they must be the same.");
        }

        return name.Text;
    }

    private string? Prose(MapNode map, string key, bool oneLine)
    {
        if (expect.Entry(map, key) is not { } entry || expect.Text(entry) is not { } text)
        {
            return null;
        }

        // An escape in double quotes can put any character here, and what is shown on a terminal must not steer it.
        string prose = text.Text.Trim();
        string? problem = prose.Length == 0 ? $"{key} has no value."
            : oneLine && prose.Contains('\n', StringComparison.Ordinal) ? $"{key} is one line."
            : prose.Any(c => char.IsControl(c) && c != '\n') ? $"{key} has a control character in it."
            : null;
        if (problem is null)
        {
            return prose;
        }

        problems.Add(text, problem);
        return null;
    }

    private void Units(MapNode map)
    {
        if (expect.Entry(map, "units") is not { } entry || expect.Map(entry.Value, "units") is not { } units)
        {
            return;
        }

        expect.Keys(units, ["voltage", "current"]);
        foreach ((string key, string symbol) in new[] { ("voltage", "V"), ("current", "A") })
        {
            if (expect.Entry(units, key) is { } unit && expect.Text(unit) is { } text && text.Text != symbol)
            {
                problems.Add(text, $"the unit of {key} is {symbol}, not {FrameText.Escape(text.Text)}.");
            }
        }
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
