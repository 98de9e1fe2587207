using System.Diagnostics;
using System.Globalization;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Benchmarks;

/// <summary>What the software adds to the time that the line itself takes. Every figure is a ratio or a difference measured in one run.</summary>
internal static class LineBenchmark
{
    private const int Baud = 2400;
    private const int BitsPerByte = 10;
    private const int Queries = 2000;
    private const int Cancels = 20;

    public static void Run(TextWriter output)
    {
        foreach (string kind in (string[])["pty", "tcp"])
        {
            AddedPerQuery(output, kind);
            Cancelling(output, kind);
        }

        foreach (string kind in (string[])["pty", "tcp"])
        {
            Settings(output, kind);
        }

        foreach (string kind in (string[])["pty", "tcp"])
        {
            double one = Status(output, kind, 1);
            double pair = Status(output, kind, 2);
            Line(output, $"{kind}: a pair's status takes {pair / one:0.000} of the time of one unit's");
        }
    }

    /// <summary>A unit that answers at once: all that is left is software, on both ends. The bare exchange of the same bytes is the other end's share and the kernel's.</summary>
    private static void AddedPerQuery(TextWriter output, string kind)
    {
        using var served = new Served(kind, 1, baud: 0);
        string device = served.Selection.Ports[0].Device;
        double[] bare;
        using (Link link = served.Links.Open(device, new LinkOptions(), CancellationToken.None))
        {
            var buffer = new byte[1024];
            bare = Measure(() =>
            {
                link.Write(GeneralStatus.Query.Request.Span, Deadline.After(TimeSpan.FromSeconds(1)), CancellationToken.None);
                int length = 0;
                while (length == 0 || buffer[length - 1] != '\r')
                {
                    length += link.Read(buffer.AsSpan(length), Deadline.After(TimeSpan.FromSeconds(1)), CancellationToken.None);
                }
            });
        }

        using Session session = served.Access().Open(served.Selection.Ports[0], LinkAccess.ReadOnly, null, CancellationToken.None);
        double[] asked = Measure(() => session.Ask(GeneralStatus.Query, CancellationToken.None));
        Line(output, $"{kind}: GS from a unit that answers at once: {At(asked, 0.5):0.000} ms (median), {At(asked, 0.99):0.000} ms (99 %), of which the bare exchange of the bytes {At(bare, 0.5):0.000} ms");
    }

    /// <summary>From the moment somebody cancels to the moment the wait for a silent unit is over.</summary>
    private static void Cancelling(TextWriter output, string kind)
    {
        using var served = new Served(kind, 1, baud: 0, "silence@GS");
        using Session session = served.Access().Open(served.Selection.Ports[0], LinkAccess.ReadOnly, null, CancellationToken.None);
        var milliseconds = new double[Cancels];
        for (int i = 0; i < Cancels; i++)
        {
            using var cancel = new CancellationTokenSource();
            long cancelled = 0;
            var canceller = new Thread(() =>
            {
                Thread.Sleep(20);
                cancelled = Stopwatch.GetTimestamp();
                cancel.Cancel();
            });
            canceller.Start();
            try
            {
                session.Ask(GeneralStatus.Query, cancel.Token);
            }
            catch (OperationCanceledException)
            {
                milliseconds[i] = Stopwatch.GetElapsedTime(cancelled).TotalMilliseconds;
            }

            canceller.Join();
        }

        Line(output, $"{kind}: a wait for a silent unit ends {milliseconds.Max():0.0} ms after it is cancelled (the longest of {Cancels})");
    }

    private static double Status(TextWriter output, string kind, int units) => Whole(
        output, kind, units, "status", (access, selection) => new StatusOperation(access).Read(selection, new QuietHost()).Count(outcome => outcome.Error is null));

    private static void Settings(TextWriter output, string kind) => Whole(
        output, kind, 2, "all settings", (access, selection) => new SettingsOperation(access).Read(selection, SettingsScope.All, new QuietHost()).Count(outcome => outcome.Error is null));

    private static double Whole(TextWriter output, string kind, int units, string what, Func<UnitAccess, UnitSelection, int> read)
    {
        using var served = new Served(kind, units, Baud);
        var operation = (UnitAccess access) => read(access, served.Selection);
        operation(served.Access());
        var count = new ByteCount();
        var watch = Stopwatch.StartNew();
        int answered = operation(served.Access(count));
        double seconds = watch.Elapsed.TotalSeconds;
        double onTheLine = count.Most * BitsPerByte / (double)Baud;
        Line(output, $"{kind}: {what} of {answered} unit(s) at {Baud} bit/s: {seconds:0.000} s for {count.Most} bytes a unit, which take {onTheLine:0.000} s on the line: {onTheLine / seconds:0.0 %} of its rate, {(seconds / onTheLine) - 1:0.0 %} more");
        return seconds;
    }

    private static double[] Measure(Action work)
    {
        var milliseconds = new double[Queries];
        for (int i = -Queries / 10; i < Queries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            if (i >= 0)
            {
                milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(milliseconds);
        return milliseconds;
    }

    private static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
