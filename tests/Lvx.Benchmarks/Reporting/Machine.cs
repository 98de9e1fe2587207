using System.Globalization;
using System.Runtime.InteropServices;

namespace Lvx.Benchmarks;

/// <summary>The kind of machine that figures come from, and how busy it was with other things.</summary>
internal static class Machine
{
    public static string Describe()
    {
        string processor = Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        bool isVirtual = File.ReadLines("/proc/cpuinfo").Any(line => line.StartsWith("flags", StringComparison.Ordinal) && line.Contains(" hypervisor", StringComparison.Ordinal));
        double gigabytes = double.Parse(Field("/proc/meminfo", "MemTotal")!.Split(' ')[0], CultureInfo.InvariantCulture) / (1024 * 1024);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(isVirtual ? "A virtual machine" : "A machine")} with {Environment.ProcessorCount} cores ({processor}, {RuntimeInformation.ProcessArchitecture}) and {gigabytes:0} GB, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}.");
    }

    /// <summary>How much processor time passed in use, of all cores together and of this process with its ended children, in seconds.</summary>
    public static (double All, double Own) Busy()
    {
        // user nice system idle iowait irq softirq steal, in hundredths of a second.
        double[] ticks = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return ((ticks.Sum() - ticks[3] - ticks[4]) / 100, Usage.OfThisProcess().TotalSeconds + Usage.OfChildren().TotalSeconds);
    }

    private static string? Field(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
