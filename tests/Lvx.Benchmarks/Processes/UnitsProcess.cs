using System.Diagnostics;
using System.Globalization;

namespace Lvx.Benchmarks;

/// <summary>Simulated units on TCP ports, in a process of their own.</summary>
internal sealed class UnitsProcess : IDisposable
{
    private const string Verb = "serve-units";

    private readonly Process process;

    public UnitsProcess(int count, int baud)
    {
        var how = new ProcessStartInfo(Environment.ProcessPath!, [Verb, $"{count}", $"{baud}"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        process = Process.Start(how)!;
        Devices = [.. Enumerable.Range(0, count).Select(_ => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The units did not start."))];
    }

    public IReadOnlyList<string> Devices { get; }

    /// <summary>Serves, when this process was started for that, until its input ends.</summary>
    public static bool Serve(string[] args)
    {
        if (args is not [Verb, string count, string baud])
        {
            return false;
        }

        using var served = new Served("tcp", int.Parse(count, CultureInfo.InvariantCulture), int.Parse(baud, CultureInfo.InvariantCulture));
        foreach (string device in served.Selection.Ports.Select(port => port.Device))
        {
            Console.WriteLine(device);
        }

        Console.In.ReadToEnd();
        return true;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
