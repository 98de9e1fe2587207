namespace Lvx.Benchmarks;

/// <summary>Many units at the same time: what they cost the one process that reads them.</summary>
internal sealed class ManyMeasurement : IMeasurement
{
    private const int Baud = 2400;
    private const int Times = 7;

    // What is used often is compiled a second time meanwhile: a run to here is taken off the longer one.
    private const int Settled = 6;
    private const int Readings = 24;
    private const int Most = 64;
    private const double TargetRatio = 1.05;
    private const double TargetPart = 0.05;

    private static readonly int[] Counts = [1, 2, 16, Most];

    public string Name => "many";

    public string What => "2, 16 and 64 units over TCP at 2400 bit/s: time, processor, memory";

    public void Run(Report report)
    {
        report.Progress($"publishing");
        Product product = Product.Shared;
        string lvx = product.Ahead();
        List<UnitsProcess> units = [.. Counts.Select(count => new UnitsProcess(count, Baud))];
        try
        {
            report.Progress($"{Times} readings of each number, by turns");
            Child[][] once = Turns(lvx, units);
            double one = Wall(once[0]);
            report.Table(
                [$"`lvx status` once, median of {Times}", "took s", "against one unit", "processor s", "of which more than for one unit", "peak memory MB"],
                Counts.Select((count, i) => (string[])[$"{count}", Wall(once[i]).Text("0.000"), (Wall(once[i]) / one).Text("0.000"), Processor(once[i]).Text("0.000"), (Processor(once[i]) - Processor(once[0])).Text("0.000"), Memory(once[i]).Text("0")]));

            report.Progress($"{Readings} readings of each number, without a pause");
            Child[] begun = [.. units.Select(one => Again(lvx, one, "0.01", Settled))];
            Child[] often = [.. units.Select(one => Again(lvx, one, "0.01", Settled + Readings))];
            double[] readings = [.. Counts.Select((_, i) => (often[i].Wall - begun[i].Wall).TotalSeconds / Readings)];
            double[] parts = [.. Counts.Select((_, i) => Part(begun[i], often[i]))];
            report.Table(
                [$"reading without a pause, {Readings} readings after {Settled}", "a reading s", "against one unit", "part of a core", "peak memory MB"],
                Counts.Select((count, i) => (string[])[$"{count}", readings[i].Text("0.000"), (readings[i] / readings[0]).Text("0.000"), parts[i].Text("0.0 %"), (often[i].PeakKilobytes / 1024.0).Text("0")]));
            report.Say($"{Most} units, a reading every 10 s: {Part(Again(lvx, units[^1], "10", 2), Again(lvx, units[^1], "10", 5)):0.0 %} of a core.");
            double ratio = Wall(once[^1]) / one;
            report.Target($"{Most} units against one", ratio.Text("0.000"), "at most 1.05", ratio <= TargetRatio);
            report.Target($"Part of a core for {Most} units that are read without a pause", parts[^1].Text("0.0 %"), "under 5 %", parts[^1] < TargetPart);
        }
        finally
        {
            units.ForEach(one => one.Dispose());
        }
    }

    private static Child[][] Turns(string lvx, List<UnitsProcess> units)
    {
        // By turns, so that what else the machine does meets all alike; the first turn is not counted.
        Child[][] turns = [.. Enumerable.Range(0, Times + 1).Select(_ => units.Select(one => Once(lvx, one, [])).ToArray())];
        return [.. units.Select((_, i) => turns.Skip(1).Select(turn => turn[i]).ToArray())];
    }

    private static Child Once(string lvx, UnitsProcess units, string[] options)
    {
        Child child = Child.Run(lvx, ["status", "--json", .. units.Devices.SelectMany(device => (string[])["--device", device]), .. options], watchMemory: true);
        return child.ExitCode == 0 ? child : throw new InvalidOperationException($"lvx ended with {child.ExitCode}.");
    }

    private static Child Again(string lvx, UnitsProcess units, string interval, int count) => Once(lvx, units, ["--interval", interval, "--count", $"{count}"]);

    private static double Part(Child begun, Child gone) => (gone.Processor - begun.Processor) / (gone.Wall - begun.Wall);

    private static double Wall(Child[] runs) => runs.Select(run => run.Wall.TotalSeconds).Median();

    private static double Processor(Child[] runs) => runs.Select(run => run.Processor.TotalSeconds).Median();

    private static double Memory(Child[] runs) => runs.Select(run => run.PeakKilobytes / 1024.0).Median();
}
