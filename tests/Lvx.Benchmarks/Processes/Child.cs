using System.Diagnostics;
using System.Globalization;

namespace Lvx.Benchmarks;

/// <summary>What came of one run of a program.</summary>
/// <param name="Start">When it was about to be started.</param>
/// <param name="FirstOutput">From there to its first byte of output; no value when there was none.</param>
/// <param name="Wall">From there to its end.</param>
/// <param name="Processor">Its processor time.</param>
/// <param name="PeakKilobytes">The most memory that was resident, as seen a few milliseconds before its end; 0 when it was not looked at.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record Child(long Start, TimeSpan? FirstOutput, TimeSpan Wall, TimeSpan Processor, long PeakKilobytes, int ExitCode)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program to its end; its output is read and dropped.</summary>
    public static Child Run(string program, IEnumerable<string> arguments, bool watchMemory = false)
    {
        var how = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        how.Environment["NO_COLOR"] = "1";
        TimeSpan before = Usage.OfChildren();
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(how)!;
        process.StandardInput.Close();
        long peak = 0;
        Thread? watcher = watchMemory ? Watch(process, kilobytes => peak = kilobytes) : null;
        TimeSpan? first = null;
        var buffer = new byte[4096];
        while (process.StandardOutput.BaseStream.Read(buffer) > 0)
        {
            first ??= Stopwatch.GetElapsedTime(start);
        }

        process.WaitForExit();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        watcher?.Join();
        return new Child(start, first, wall, Usage.OfChildren() - before, peak, process.ExitCode);
    }

    private static Thread Watch(Process process, Action<long> tell)
    {
        string status = $"/proc/{process.Id}/status";
        var watcher = new Thread(() =>
        {
            while (Peak(status) is { } kilobytes)
            {
                tell(kilobytes);
                Thread.Sleep(Look);
            }
        });
        watcher.Start();
        return watcher;
    }

    // A process that has ended has no such line any more, or no such file.
    private static long? Peak(string status)
    {
        try
        {
            string? line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
