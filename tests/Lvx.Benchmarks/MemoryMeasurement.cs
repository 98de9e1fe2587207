using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Benchmarks;

/// <summary>Status again and again, as fast as a line without delay lets it: what stays behind.</summary>
internal sealed class MemoryMeasurement : IMeasurement
{
    private const int Snapshots = 100_000;
    private const int WarmUp = 10_000;
    private const int Step = 10_000;
    private const double Megabyte = 1024 * 1024;
    private const double TargetMegabytes = 2;

    public string Name => "memory";

    public string What => "100,000 readings of a pair: heap, resident memory, open files";

    public void Run(Report report)
    {
        using var units = new UnitsProcess(2, baud: 0);
        var links = new LinkRegistry();
        UnitSelection selection = new UnitFinder(links).Select(units.Devices, null);
        var operation = new StatusOperation(new UnitAccess(links, new LinkOptions(), new SessionOptions()));
        var seen = new List<(int Count, double Heap, double Resident, int Files, int Threads)>();
        int count = 0;
        int read = 0;
        var watch = Stopwatch.StartNew();
        foreach (IEnumerable<UnitOutcome<LvxStatus>> reading in operation.Repeat(selection, TimeSpan.Zero, WarmUp + Snapshots, new QuietHost()))
        {
            read += reading.Count(outcome => outcome.Error is null);
            if (++count >= WarmUp && (count - WarmUp) % Step == 0)
            {
                seen.Add(Look(count - WarmUp));
                report.Progress($"{count - WarmUp} readings");
            }
        }

        if (read != 2 * (WarmUp + Snapshots))
        {
            throw new InvalidOperationException($"Only {read} answers came.");
        }

        report.Table(
            [$"readings of two units after {WarmUp:N0} to warm up".Replace(",", " ", StringComparison.Ordinal), "managed heap MB", "resident MB", "open files", "threads"],
            seen.Select(one => (string[])[$"{one.Count}", one.Heap.Text("0.00"), one.Resident.Text("0.0"), $"{one.Files}", $"{one.Threads}"]));
        report.Say($"It took {watch.Elapsed.TotalSeconds / (WarmUp + Snapshots) * 1000:0.00} ms a reading.");
        double heap = seen.Max(one => one.Heap) - seen[0].Heap;
        double resident = seen.Max(one => one.Resident) - seen[0].Resident;
        int files = seen.Max(one => one.Files) - seen[0].Files;
        report.Target("Managed heap, the most above what it was after warming up", $"{heap.Text("0.00")} MB", "within 2 MB", heap <= TargetMegabytes);
        report.Target("Resident memory, the same", $"{resident.Text("0.0")} MB", "within 2 MB", resident <= TargetMegabytes);
        report.Target("Open files, the same", $"{files}", "none more", files <= 0);
    }

    private static (int Count, double Heap, double Resident, int Files, int Threads) Look(int count)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        string[] status = File.ReadAllLines("/proc/self/status");
        return (count, GC.GetTotalMemory(forceFullCollection: true) / Megabyte, Field(status, "VmRSS") / 1024.0, Directory.GetFileSystemEntries("/proc/self/fd").Length, Field(status, "Threads"));
    }

    private static int Field(string[] status, string name) =>
        int.Parse(status.First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
