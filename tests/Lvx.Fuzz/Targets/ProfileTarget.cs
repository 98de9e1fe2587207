using Lvx.Core.Operations;
using Lvx.Fuzz.Mutations;
using Lvx.Yaml;

namespace Lvx.Fuzz.Targets;

/// <summary>Profiles: what one wants lies within what can be set at all, and in the order of voltages.</summary>
internal sealed class ProfileTarget : YamlTarget
{
    private const string Path = "eg4-lp4-v2.yaml";

    // The profile's name must be its file's, so that all have the one name.
    private static readonly string[] Documents = [.. new[] { "agm", "eg4-lp4-v2", "discover-aes", "flooded", "generic-lfp-16s" }.Select(name =>
        Fixtures.Resource($"profiles/{name}.yaml").Replace($"name: {name}\n", "name: eg4-lp4-v2\n", StringComparison.Ordinal))];

    private static readonly string[] Ladder = ["CutOffVoltage", "ReChargeVoltage", "ReDischargeVoltage", "FloatVoltage", "BulkVoltage"];

    public override string Name => "profile";

    public override int Share => 30;

    protected override IReadOnlyList<string> Sound => Documents;

    protected override object Parse(string text) => ProfileFile.Parse(Path, text);

    protected override object Read(string path)
    {
        string named = System.IO.Path.Combine(Directory.CreateDirectory(path + ".d").FullName, Path);
        File.Move(path, named, overwrite: true);
        return ProfileFile.Read(named);
    }

    protected override string? Hold(object value)
    {
        var profile = (LvxProfile)value;
        decimal[] steps = [.. Ladder.Select(name => profile.Settings.GetValueOrDefault(name)).OfType<decimal>().Where(volts => volts != 0)];
        return profile.Settings.Values.OfType<decimal>().Any(volts => volts is not 0 and (< 40.0m or > 58.4m)) ? "a voltage that no unit takes"
            : profile.Settings.Values.OfType<int>().Any(amperes => amperes is < 0 or > 999) ? "a current that no unit takes"
            : !steps.Order().SequenceEqual(steps) ? "voltages out of order"
            : (profile.Title + profile.Source + profile.Notes).Any(c => char.IsControl(c) && c != '\n') ? "text that steers a terminal"
            : profile.Settings.Count == 0 ? "nothing that it wants"
            : null;
    }
}
