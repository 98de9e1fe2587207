using System.CommandLine;
using System.Globalization;
using Lvx.Core.Operations;

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

    public SyncTolerances Resolve(ParseResult parsed) => new()
    {
        BatteryVoltage = parsed.GetValue(battery) ?? Usual.BatteryVoltage,
        ChargeCurrent = parsed.GetValue(charge) ?? Usual.ChargeCurrent,
        OutputVoltage = parsed.GetValue(output) ?? Usual.OutputVoltage,
        OutputFrequency = parsed.GetValue(frequency) ?? Usual.OutputFrequency,
    };

    private static Option<decimal?> Make(string name, string what, string symbol, decimal usual) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How far {what} may be apart, in {symbol}; {usual} unless told."),
        HelpName = symbol,
    };
}
