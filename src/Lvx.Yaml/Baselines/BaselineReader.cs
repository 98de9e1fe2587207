using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Pi18;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Baselines;

/// <summary>Reads a baseline: the whole of it, or nothing and every reason.</summary>
internal sealed class BaselineReader
{
    private const string NextStep = "Mend the file, or export the settings again; nothing was taken from it.";

    private readonly Problems problems = new();
    private readonly Expect expect;

    private BaselineReader() => expect = new Expect(problems);

    /// <summary>The settings in <paramref name="text"/>.</summary>
    /// <exception cref="LvxException">It is no sound baseline.</exception>
    public static IReadOnlyList<LvxSettings> Read(string path, string text)
    {
        var reader = new BaselineReader();
        List<LvxSettings> units = reader.ReadDocument(text);
        return reader.problems.Any ? throw LvxErrors.FileInvalid(LvxError.BaselineInvalid, path, reader.problems.List(), NextStep) : units;
    }

    private List<LvxSettings> ReadDocument(string text)
    {
        if (DocumentReader.Read(text, problems, out bool hasEnd) is not { } root
            || expect.Map(root, "a baseline") is not { } map
            || !SchemaText.Check(map, BaselineFormat.SchemaFamily, BaselineFormat.Schema, "a baseline", problems))
        {
            return [];
        }

        expect.Keys(map, ["schema", "units"]);
        if (!hasEnd)
        {
            (long line, long column) = End(text);
            problems.Add(line, column, "the last line, three dots, is missing: the file was cut off.");
        }

        return expect.Entry(map, "units") is { } entry && expect.List(entry.Value, "units") is { } list ? ReadUnits(entry, list) : [];
    }

    private List<LvxSettings> ReadUnits(MapEntry entry, ListNode list)
    {
        if (list.Items.Count == 0)
        {
            problems.Add(entry.Key, "there is no unit in it.");
        }

        var units = new List<LvxSettings>();
        var unitReader = new BaselineUnitReader(problems);
        foreach (Node item in list.Items)
        {
            if (expect.Map(item, "a unit") is not { } map || unitReader.Read(map) is not { } unit)
            {
                continue;
            }

            if (units.FirstOrDefault(other => SerialNumber.Same(other.SerialNumber, unit.SerialNumber)) is { } same)
            {
                problems.Add(map.Find(BaselineFormat.Serial)!.Value, $"{FrameText.Escape(same.Name)} has the serial number {FrameText.Escape(unit.SerialNumber!)} already; two units never share one.");
            }

            units.Add(unit);
        }

        return units;
    }

    private static (long Line, long Column) End(string text)
    {
        string[] lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        return (lines.Length, lines[^1].Length + 1);
    }
}
