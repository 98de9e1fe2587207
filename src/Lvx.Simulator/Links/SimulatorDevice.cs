using System.Globalization;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>
/// The name of a simulated device, taken apart: <c>sim:pair</c>, <c>sim:single</c> or <c>sim:many=N</c>, then <c>/UNIT</c> for one unit of it, then options as in a
/// URL: <c>?baud=2400&amp;misbehave=late@GS*1</c>.
/// </summary>
/// <param name="Layout">The name of the site, in lower case, with its count where it has one.</param>
/// <param name="Count">How many units it has.</param>
/// <param name="Unit">Which unit is meant, from 1; no value for all.</param>
/// <param name="Options">What stands behind the question mark, with it; empty when there is none.</param>
internal sealed record SimulatorDevice(string Layout, int Count, int? Unit, string Options)
{
    public const string Scheme = "sim:";

    private const string Forms = "Use sim:pair, sim:single or sim:many=N (1 to 9), with /1, /2 and so on for one unit of it, and options as in sim:pair?baud=2400&misbehave=late@GS*1.";

    /// <summary>Units with the same site text are units of one site.</summary>
    public string SiteKey => Layout + Options;

    /// <exception cref="LvxException">It has not the form.</exception>
    public static SimulatorDevice Parse(string device)
    {
        string rest = device[Scheme.Length..];
        int question = rest.IndexOf('?', StringComparison.Ordinal);
        string options = question < 0 ? "" : rest[question..];
        string path = question < 0 ? rest : rest[..question];
        int slash = path.IndexOf('/', StringComparison.Ordinal);
#pragma warning disable CA1308 // The forms are written in lower case.
        string layout = (slash < 0 ? path : path[..slash]).ToLowerInvariant();
#pragma warning restore CA1308
        int count = Units(layout) ?? throw Malformed(device, $"there is no simulated site '{layout}'.");
        int? unit = null;
        if (slash >= 0)
        {
            unit = Number(path[(slash + 1)..]) is { } number && number >= 1 && number <= count
                ? number
                : throw Malformed(device, count == 1 ? "its only unit is /1." : $"its units are /1 to /{count}.");
        }

        return new SimulatorDevice(layout, count, unit, options);
    }

    /// <summary>The name of one of its units.</summary>
    public string Name(int unit) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{Layout}/{unit}{Options}");

    /// <summary>The unit that is meant: the one named, or the only one there is.</summary>
    /// <exception cref="LvxException">It stands for several.</exception>
    public int OneUnit(string device) => Unit ?? (Count == 1 ? 1 : throw Malformed(device, $"it stands for {Count} units."));

    private static int? Units(string layout)
    {
        const string many = "many=";
        return layout switch
        {
            "pair" => 2,
            "single" => 1,
            _ when layout.StartsWith(many, StringComparison.Ordinal) && Number(layout[many.Length..]) is >= 1 and <= SimulatedSite.MaxUnits and var count => count,
            _ => null,
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static LvxException Malformed(string device, string problem) => new(LvxError.DeviceUnsupported, device, problem, Forms);
}
