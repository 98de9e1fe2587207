using System.Globalization;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Services;
using Lvx.Core.Units;
using Lvx.Pi18;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Sites;

/// <summary>Reads a site file: everything in it is known and sound, or it is an error with all that is wrong.</summary>
internal sealed class SiteReader
{
    private const string NextStep = "Mend the file; `lvx site init` writes one from what is plugged in.";
    private const int MostUnits = 9;
    private const int MostServices = 64;
    private const decimal GreatestTolerance = 1000;

    private static readonly string[] Keys = ["schema", "name", "units", "services", "tolerances"];
    private static readonly string[] UnitKeys = ["name", "serial", "link", "instance"];

    private readonly string path;
    private readonly Problems problems = new();
    private readonly Expect expect;

    private SiteReader(string path)
    {
        this.path = path;
        expect = new Expect(problems);
    }

    /// <exception cref="LvxException">It is no sound site file.</exception>
    public static LvxSite Read(string path, string text)
    {
        var reader = new SiteReader(path);
        LvxSite? site = reader.ReadDocument(text);
        return site is null || reader.problems.Any ? throw LvxErrors.FileInvalid(LvxError.SiteInvalid, path, reader.problems.List(), NextStep) : site;
    }

    private LvxSite? ReadDocument(string text)
    {
        if (DocumentReader.Read(text, problems, out _) is not { } root
            || expect.Map(root, "a site file") is not { } map
            || !SchemaText.Check(map, SiteFormat.SchemaFamily, SiteFormat.Schema, "a site file", problems))
        {
            return null;
        }

        expect.Keys(map, Keys);
        string? name = map.Find("name") is { } entry ? Name(entry) : null;
        IReadOnlyList<SiteUnit> units = expect.Entry(map, "units") is { } unitsEntry && expect.List(unitsEntry.Value, "units") is { } list ? Units(unitsEntry, list) : [];
        IReadOnlyList<string> services = map.Find("services") is { } servicesEntry && expect.List(servicesEntry.Value, "services") is { } named ? Services(named) : [];
        SiteTolerances tolerances = map.Find("tolerances") is { } tolerancesEntry && expect.Map(tolerancesEntry.Value, "tolerances") is { } allowed ? Tolerances(allowed) : new SiteTolerances();
        return new LvxSite(path, name, units, services, tolerances);
    }

    private string? Name(MapEntry entry)
    {
        if (expect.Text(entry) is not { } text)
        {
            return null;
        }

        if (text.Text.Any(char.IsControl) || text.Text.Trim().Length == 0)
        {
            problems.Add(text, "name is one line of text.");
            return null;
        }

        return text.Text.Trim();
    }

    private List<SiteUnit> Units(MapEntry entry, ListNode list)
    {
        var units = new List<(SiteUnit Unit, MapNode Place)>();
        foreach (Node item in list.Items)
        {
            if (expect.Map(item, "a unit") is { } map && Unit(map) is { } unit)
            {
                units.Add((unit, map));
            }
        }

        if (list.Items.Count is 0 or > MostUnits)
        {
            problems.Add(entry.Key, list.Items.Count == 0 ? "there is no unit in it." : $"there are more than {MostUnits} units in it, which is as many as can be in parallel.");
        }

        Unique(units, unit => unit.Name.ToUpperInvariant(), "name", unit => unit.Name);
        Unique(units, unit => unit.SerialNumber, "serial", unit => unit.SerialNumber);
        Unique(units, unit => unit.Link, "link", unit => FrameText.Escape(unit.Link!));
        Unique(units, unit => unit.Instance?.ToString(CultureInfo.InvariantCulture), "instance", unit => unit.Instance!.Value.ToString(CultureInfo.InvariantCulture));
        return [.. units.Select(unit => unit.Unit)];
    }

    private void Unique(List<(SiteUnit Unit, MapNode Place)> units, Func<SiteUnit, string?> key, string word, Func<SiteUnit, string> shown)
    {
        foreach (IGrouping<string, (SiteUnit Unit, MapNode Place)> same in units.Where(unit => key(unit.Unit) is not null).GroupBy(unit => key(unit.Unit)!, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach ((SiteUnit unit, MapNode place) in same.Skip(1))
            {
                problems.Add(place.Find(word)!.Value, $"{word} {shown(unit)} is another unit's already, on line {same.First().Place.Find(word)!.Key.Line}.");
            }
        }
    }

    private SiteUnit? Unit(MapNode map)
    {
        expect.Keys(map, UnitKeys);
        string? name = Required(map, "name", SiteFormat.IsName, "a unit's name is letters, digits, hyphens, underscores and dots, such as lvx6048-1.");
        string? serial = Required(map, "serial", text => text.Length is >= 4 and <= SerialNumber.WireLength && text.All(char.IsAsciiDigit), "a serial number is digits, in the 14- or 22-digit form, in quotes.");
        string? link = map.Find("link") is { } linkEntry && expect.Text(linkEntry) is { } linkText ? Link(linkText) : SiteFormat.OnUsb;
        int? instance = map.Find("instance") is { } instanceEntry && expect.Text(instanceEntry) is { } digit ? Instance(digit) : null;
        return name is null || serial is null || link is null ? null : new SiteUnit(name, SerialNumber.Normalise(serial), link == SiteFormat.OnUsb ? null : link, instance);
    }

    private string? Required(MapNode map, string key, Func<string, bool> isSound, string problem)
    {
        if (expect.Entry(map, key) is not { } entry || expect.Text(entry) is not { } text)
        {
            return null;
        }

        if (isSound(text.Text))
        {
            return text.Text;
        }

        problems.Add(text, problem);
        return null;
    }

    private string? Link(TextNode text)
    {
        string link = text.Text;
        bool isSound = link == SiteFormat.OnUsb
            || (link.StartsWith("/dev/", StringComparison.Ordinal) && link.Length > "/dev/".Length && !link.Split('/').Contains(".."))
            || (link.StartsWith(TcpAddress.Scheme, StringComparison.Ordinal) && TcpAddress.TryParse(link, out _, out _))
            || link.StartsWith("sim:", StringComparison.Ordinal);
        if (!isSound || link.Any(char.IsControl))
        {
            problems.Add(text, "a link is hid (whatever USB port), a node in /dev, tcp://host:port, or sim: for a simulated unit.");
            return null;
        }

        return link;
    }

    private int? Instance(TextNode text)
    {
        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int instance) && instance < MostUnits)
        {
            return instance;
        }

        problems.Add(text, $"an instance is a whole number, 0 (the master) to {MostUnits - 1}.");
        return null;
    }

    private List<string> Services(ListNode list)
    {
        var services = new List<string>();
        if (list.Items.Count > MostServices)
        {
            problems.Add(list, $"there are more than {MostServices} services in it.");
            return services;
        }

        foreach (Node item in list.Items)
        {
            if (item is TextNode { Text: var text } && ServiceName.IsSound(text))
            {
                if (services.Contains(text, StringComparer.Ordinal))
                {
                    problems.Add(item, $"{text} is in the list already.");
                }

                services.Add(text);
            }
            else
            {
                problems.Add(item, "a service is the name of a systemd unit, such as powermon.service.");
            }
        }

        return services;
    }

    private SiteTolerances Tolerances(MapNode map)
    {
        expect.Keys(map, SiteFormat.Tolerances);
        decimal?[] values = [.. SiteFormat.Tolerances.Select(key => map.Find(key) is { } entry && expect.Text(entry) is { } text ? Tolerance(text) : null)];
        return new SiteTolerances(values[0], values[1], values[2], values[3]);
    }

    private decimal? Tolerance(TextNode text)
    {
        if (decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value <= GreatestTolerance)
        {
            return value;
        }

        problems.Add(text, "a tolerance is a plain number in V, A or Hz, such as 0.2.");
        return null;
    }
}
