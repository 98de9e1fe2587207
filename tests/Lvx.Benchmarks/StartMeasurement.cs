using System.Diagnostics;
using System.Globalization;

namespace Lvx.Benchmarks;

/// <summary><c>lvx status</c> from the start of the process to the bytes on the line, beside a program that does nothing.</summary>
internal sealed class StartMeasurement : IMeasurement
{
    private const int Times = 21;
    private const double TargetMilliseconds = 60;
    private const string Nothing = "an empty .NET program";
    private const string Ahead = "lvx, compiled ahead (as published)";

    public string Name => "start";

    public string What => "lvx from the start of its process to the first and last byte on the line";

    public void Run(Report report)
    {
        report.Progress($"publishing");
        Product product = Product.Shared;
        var variants = new List<(string Name, string Program, bool Talks)> { (Nothing, product.Empty(), false), (Ahead, product.Ahead(), true), ("lvx, compiled as it runs", product.Plain(), true) };
        if (product.Native() is { } native)
        {
            variants.Add(("lvx, native (-p:PublishAot=true)", native, true));
        }
        else
        {
            report.Say($"No native program could be made here.");
        }

        using var served = new Served("tcp", 1, baud: 0);
        string device = served.Selection.Ports[0].Device;
        using var tap = new Tap(int.Parse(device[(device.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
        var runs = variants.ToDictionary(variant => variant.Name, _ => new List<(double First, double Last, double End, double Processor)>(), StringComparer.Ordinal);
        report.Progress($"{Times} starts of each, by turns");
        for (int time = -1; time < Times; time++)
        {
            foreach ((string name, string program, bool talks) in variants)
            {
                _ = tap.Take();
                Child child = Child.Run(program, talks ? ["status", "--device", tap.Device] : []);
                (long first, long last) = tap.Take();
                if (child.ExitCode != 0)
                {
                    throw new InvalidOperationException($"{name} ended with {child.ExitCode}.");
                }

                // The first turn fills the caches of files.
                if (time >= 0)
                {
                    runs[name].Add((Milliseconds(child.Start, first), Milliseconds(child.Start, last), child.Wall.TotalMilliseconds, child.Processor.TotalMilliseconds));
                }
            }
        }

        double empty = runs[Nothing].Select(run => run.End).Median();
        report.Table(
            [$"median of {Times}, ms from the start", "first byte on the line", "last byte", "end", "first byte after the empty program's end", "processor time"],
            variants.Select(variant => Row(variant.Name, variant.Talks, runs[variant.Name], empty)));
        double after = runs[Ahead].Select(run => run.First).Median() - empty;
        report.Target("First byte on the line, after the end of an empty program", $"{after.Text("0")} ms", "at most 60 ms", after <= TargetMilliseconds);
    }

    private static string[] Row(string name, bool talks, List<(double First, double Last, double End, double Processor)> runs, double empty) =>
    [
        name,
        talks ? runs.Select(run => run.First).Median().Text("0") : "",
        talks ? runs.Select(run => run.Last).Median().Text("0") : "",
        runs.Select(run => run.End).Median().Text("0"),
        talks ? (runs.Select(run => run.First).Median() - empty).Text("+0;-0;0") : "",
        runs.Select(run => run.Processor).Median().Text("0"),
    ];

    private static double Milliseconds(long start, long moment) => moment == 0 ? double.NaN : Stopwatch.GetElapsedTime(start, moment).TotalMilliseconds;
}
