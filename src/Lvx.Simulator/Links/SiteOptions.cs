using System.Globalization;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>The options of a simulated site, as they stand behind the question mark of its name.</summary>
internal sealed class SiteOptions
{
    private const string Known =
        "Known are baud=N, misbehave=WHAT, misbehave1=WHAT to misbehave9=WHAT (for one unit), state=charging|idle|grid, quirks=live|none, lag=N, slots=exists|index, checksum=required|lenient, "
        + "set=NAME:VALUE[,NAME:VALUE] (all units) and set1 to set9 (one unit), such as set2=MaxChargeCurrent:100 or set2=FaultCode:71. Beside the settings: " + PlantedReading.Known + ".";

    // From a modem's to what no unit needs; 0 is no delay at all.
    private const int LeastBaud = 50;
    private const int GreatestBaud = 1_000_000;
    private const int GreatestLag = 100;

    private readonly Dictionary<int, IReadOnlyList<Misbehaviour>> misbehaviours = [];
    private readonly Dictionary<int, Func<UnitState, UnitState>> settings = [];
    private int baud;

    public Quirks Quirks { get; private set; } = Quirks.Live;

    /// <summary>What the state of each unit is made into at the start.</summary>
    private Func<UnitState, UnitState> Start { get; set; } = static state => state;

    /// <summary>What one unit, from 1, is made into at the start.</summary>
    public UnitState Begin(int unit, UnitState state) => settings.GetValueOrDefault(unit, same => same)(settings.GetValueOrDefault(0, same => same)(Start(state)));

    /// <exception cref="LvxException">An option is not known, or has a value that it cannot have.</exception>
    public static SiteOptions Parse(string device, SimulatorDevice parsed)
    {
        var options = new SiteOptions();
        foreach (string option in parsed.Options.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? option : option[..equals];
            string value = equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..]);
            if (!options.Set(name, value, parsed.Count))
            {
                throw new LvxException(LvxError.ArgumentInvalid, device, $"'{option}' is no option of a simulated site.", Known);
            }
        }

        return options;
    }

    /// <summary>How a unit is made to be charging, idle, or idle with the grid there; null for any other word.</summary>
    public static Func<UnitState, UnitState>? StartOf(string word) => word switch
    {
        "charging" => static state => state,
        "idle" => Lvx6048.Idle,
        "grid" => static state => Lvx6048.WithGrid(Lvx6048.Idle(state)),
        _ => null,
    };

    /// <summary>The line of one unit, from 1: what concerns that unit alone comes before what concerns all.</summary>
    public LineOptions Line(int unit) => new()
    {
        Baud = baud,
        Misbehaviours = [.. misbehaviours.GetValueOrDefault(unit, []), .. misbehaviours.GetValueOrDefault(0, [])],
    };

    private bool Set(string name, string value, int units)
    {
        const string misbehave = "misbehave";
        const string set = "set";
        switch (name)
        {
            case "baud":
                return Number(value, GreatestBaud, out baud) && baud is 0 or >= LeastBaud;
            case "lag":
                bool fits = Number(value, GreatestLag, out int lag);
                Quirks = Quirks with { ReadBackLag = lag };
                return fits;
            case "quirks" when value is "live" or "none":
                Quirks = (value == "none" ? Quirks.None : Quirks.Live) with { RequireChecksum = Quirks.RequireChecksum, SlotFieldIsIndex = Quirks.SlotFieldIsIndex };
                return true;
            case "slots" when value is "exists" or "index":
                Quirks = Quirks with { SlotFieldIsIndex = value == "index" };
                return true;
            case "checksum" when value is "required" or "lenient":
                Quirks = Quirks with { RequireChecksum = value == "required" };
                return true;
            case "state" when StartOf(value) is { } start:
                Start = start;
                return true;
            case misbehave:
                misbehaviours[0] = Misbehaviour.Parse(value);
                return true;
            default:
                if (OfOneUnit(name, misbehave, units) is { } sick)
                {
                    misbehaviours[sick] = Misbehaviour.Parse(value);
                    return true;
                }

                return (name == set ? 0 : OfOneUnit(name, set, units)) is { } unit && Plant(unit, value);
        }
    }

    private bool Plant(int unit, string values)
    {
        foreach (string value in values.Split(','))
        {
            if ((SetByHand.Parse(value) ?? PlantedReading.Parse(value)) is not { } change)
            {
                return false;
            }

            Func<UnitState, UnitState> before = settings.GetValueOrDefault(unit, same => same);
            settings[unit] = state => change(before(state));
        }

        return true;
    }

    // misbehave2, set1: the option of one unit.
    private static int? OfOneUnit(string name, string option, int units) =>
        name.StartsWith(option, StringComparison.Ordinal) && Number(name[option.Length..], units, out int unit) && unit > 0 ? unit : null;

    private static bool Number(string text, int greatest, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= greatest;
}
