using System.CommandLine;
using Lvx.Core.Operations;

namespace Lvx.Cli.Hosting;

/// <summary>How far units in parallel may be apart.</summary>
internal sealed class ToleranceOptionSet
{
    private readonly Option<decimal> voltage = Make("--voltage-tolerance", "V", "How far battery voltages may be apart.", new SyncTolerances().BatteryVoltage);
    private readonly Option<decimal> current = Make("--current-tolerance", "A", "How far charge currents may be apart.", new SyncTolerances().ChargeCurrent);
    private readonly Option<decimal> outputVoltage = Make("--output-voltage-tolerance", "V", "How far AC output voltages may be apart.", new SyncTolerances().OutputVoltage);
    private readonly Option<decimal> frequency = Make("--frequency-tolerance", "HZ", "How far AC output frequencies may be apart.", new SyncTolerances().OutputFrequency);
    private readonly Option<decimal> clock = Make("--clock-tolerance", "MINUTES", "How far the units' clocks may be apart.", (decimal)new SyncTolerances().Clock.TotalMinutes);

    public ToleranceOptionSet()
    {
        Ranges.Require(voltage, 0, 100, "V");
        Ranges.Require(current, 0, 1000, "A");
        Ranges.Require(outputVoltage, 0, 300, "V");
        Ranges.Require(frequency, 0, 100, "Hz");
        Ranges.Require(clock, 0, 100_000, "minutes");
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[voltage, current, outputVoltage, frequency, clock])
        {
            command.Options.Add(option);
        }
    }

    public SyncTolerances Read(ParseResult parsed) => new()
    {
        BatteryVoltage = parsed.GetValue(voltage),
        ChargeCurrent = parsed.GetValue(current),
        OutputVoltage = parsed.GetValue(outputVoltage),
        OutputFrequency = parsed.GetValue(frequency),
        Clock = TimeSpan.FromMinutes((double)parsed.GetValue(clock)),
    };

    private static Option<decimal> Make(string name, string unit, string description, decimal value) =>
        new(name) { Description = description, HelpName = unit, DefaultValueFactory = _ => value };
}
