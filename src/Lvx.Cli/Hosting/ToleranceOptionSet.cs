using System.CommandLine;
using System.Globalization;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Recording;

namespace Lvx.Cli.Hosting;

/// <summary>How far units may be apart, for the verbs that judge a parallel system.</summary>
internal sealed class ToleranceOptionSet
{
    private static readonly SyncTolerances Usual = new();

    private readonly Option<decimal?> battery = Make("--battery-voltage-tolerance", "battery voltages", "V", Usual.BatteryVoltage);
    private readonly Option<decimal?> charge = Make("--charge-current-tolerance", "charge currents, while all charge,", "A", Usual.ChargeCurrent);
    private readonly Option<decimal?> output = Make("--output-voltage-tolerance", "AC output voltages", "V", Usual.OutputVoltage);
    private readonly Option<decimal?> frequency = Make("--output-frequency-tolerance", "AC output frequencies", "Hz", Usual.OutputFrequency);

    public void AddTo(Command command)
    {
        foreach (Option<decimal?> option in (Option<decimal?>[])[battery, charge, output, frequency])
        {
            Ranges.Require(option, 0, 1000, "of its unit");
            command.Options.Add(option);
        }
    }

    /// <summary>What was said, or else what the site file says, or else the usual.</summary>
    public SyncTolerances Resolve(ParseResult parsed, Surroundings surroundings)
    {
        SyncTolerances site = OfSite(surroundings);
        return new()
        {
            BatteryVoltage = parsed.GetValue(battery) ?? site.BatteryVoltage,
            ChargeCurrent = parsed.GetValue(charge) ?? site.ChargeCurrent,
            OutputVoltage = parsed.GetValue(output) ?? site.OutputVoltage,
            OutputFrequency = parsed.GetValue(frequency) ?? site.OutputFrequency,
        };
    }

    /// <summary>A broken site file is an error where units are named by it; devices can be checked in spite of it.</summary>
    private static SyncTolerances OfSite(Surroundings surroundings)
    {
        try
        {
            return SyncTolerances.Of(surroundings.Site());
        }
        catch (LvxException error)
        {
            surroundings.Error.WriteLine($"warning: the usual tolerances are taken: {FrameText.EscapeSentence(error.Message)}");
            return Usual;
        }
    }

    private static Option<decimal?> Make(string name, string what, string symbol, decimal usual) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How far {what} may be apart, in {symbol}; {usual} unless told, or the site file says otherwise."),
        HelpName = symbol,
    };
}
