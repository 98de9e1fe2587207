using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Fuzz.Targets;

/// <summary>Baselines: what is read gives, written and read again, the very same raw answers.</summary>
internal sealed class BaselineTarget : YamlTarget
{
    private const string Path = "baseline.yaml";

    private static readonly string[] Documents =
    [
        BaselineFile.Format([Unit("lvx6048-1", "96132206100001", all: true), Unit("lvx6048-2", "96132206100002", all: true)]),
        BaselineFile.Format([Unit("lvx6048-1", null, all: false)]),
    ];

    public override string Name => "baseline";

    public override int Share => 20;

    protected override IReadOnlyList<string> Sound => Documents;

    protected override object Parse(string text) => BaselineFile.Parse(Path, text);

    protected override object Read(string path) => BaselineFile.Read(path);

    protected override string? Hold(object value)
    {
        var units = (IReadOnlyList<LvxSettings>)value;
        IReadOnlyList<LvxSettings> again = BaselineFile.Parse(Path, BaselineFile.Format(units));
        return units.Count == 0 || again.Count != units.Count ? "other units when it is read again"
            : units.Zip(again).All(pair => Text(pair.First) == Text(pair.Second)) ? null
            : $"when it is read again: {string.Join(" / ", again.Select(Text))} instead of {string.Join(" / ", units.Select(Text))}";
    }

    private static string Text(LvxSettings unit) =>
        $"{unit.Name}|{unit.Device}|{unit.SerialNumber}|{unit.Timestamp.Ticks}|{string.Join('|', unit.Raw.Select(answer => answer.Key + "=" + answer.Value))}";

    private static LvxSettings Unit(string name, string? serial, bool all)
    {
        var raw = new OrderedDictionary<string, string>
        {
            ["PIRI"] = "1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00",
        };
        if (all)
        {
            raw["VFW"] = "06306,06126,00000";
            raw["MCHGCR"] = "010,020,030,040,050,060,070,080";
            raw["DI"] = "1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1";
            raw["MUCHGCR"] = "002,010,020,030";
            raw["ACCT"] = "0100,0530";
            raw["FLAG"] = "1,0,1,0,1,0,1,0,0";
            raw["ACLT"] = "0000,0000";
        }

        var time = new DateTime(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc);
        return LvxSettings.TryRead(new UnitPort("/dev/hidraw0", name), serial, time, SettingsScope.All, raw, out string? problem) ?? throw new InvalidOperationException(problem);
    }
}
