using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lvx.Pi18;

namespace Lvx.Benchmarks;

/// <summary>The code by itself, measured by BenchmarkDotNet in this process.</summary>
internal sealed class CodeMeasurement : IMeasurement
{
    private const string PlainSuffix = ", plain";
    private const double TargetNanoseconds = 1000;

    // An allocation is rounded up to words, and a thread's counter sees no fraction of one.
    private const int Copies = 1000;

    private static object? sink;

    public string Name => "code";

    public string What => "decoding, checksum, requests: time and bytes allocated, beside their plain forms";

    public void Run(Report report)
    {
        // In this process: a project of its own, which BenchmarkDotNet would make below this one, would be built under this repository's rules.
        string artifacts = Directory.CreateTempSubdirectory("lvx-code").FullName;
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(6))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts);
        report.Progress($"BenchmarkDotNet, two to four minutes");
        Summary summary = BenchmarkRunner.Run<CodeBenchmarks>(config);
        Directory.Delete(artifacts, recursive: true);
        Dictionary<string, (double Nanoseconds, long Bytes)> found = summary.Reports
            .Where(one => one.ResultStatistics is not null)
            .ToDictionary(
                one => one.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
                one => (one.ResultStatistics!.Median, one.GcStats.GetBytesAllocatedPerOperation(one.BenchmarkCase) ?? 0),
                StringComparer.Ordinal);
        if (found.Count == 0)
        {
            throw new InvalidOperationException($"BenchmarkDotNet measured nothing: {string.Join("; ", summary.ValidationErrors.Select(error => error.Message))}");
        }

        report.Table(
            ["median of one", "ns", "bytes", "plain: ns", "plain: bytes", "time beside plain"],
            found.Where(one => !one.Key.EndsWith(PlainSuffix, StringComparison.Ordinal)).Select(one => Row(one.Key, one.Value, found)));
        (double time, long bytes) = found["decode GS"];
        long result = SizeOfStatus();
        report.Target("Decoding GS", $"{time.Text("0")} ns", "under 1000 ns", time < TargetNanoseconds);
        report.Target("Allocated by it", $"{bytes} bytes, of which the result {result}", "nothing but the result", bytes == result);
    }

    private static string[] Row(string name, (double Nanoseconds, long Bytes) own, Dictionary<string, (double Nanoseconds, long Bytes)> found) =>
        found.TryGetValue(name + PlainSuffix, out (double Nanoseconds, long Bytes) plain)
            ? [name, own.Nanoseconds.Text("0"), $"{own.Bytes}", plain.Nanoseconds.Text("0"), $"{plain.Bytes}", (own.Nanoseconds / plain.Nanoseconds).Text("0.00")]
            : [name, own.Nanoseconds.Text("0"), $"{own.Bytes}", "", "", ""];

    /// <summary>What a copy of an answer takes is what the answer takes.</summary>
    private static long SizeOfStatus()
    {
        GeneralStatus.Query.TryDecode(Frames.Body("GS"), out GeneralStatus? status);
        sink = status! with { };
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Copies; i++)
        {
            sink = status with { };
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Copies;
    }
}
