using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Benchmarks;

/// <summary>What the software adds to the time that the line itself takes. Every figure is a ratio or a difference measured in one run.</summary>
internal sealed class LineMeasurement : IMeasurement
{
    private const int Baud = 2400;
    private const int BitsPerByte = 10;
    private const int Rounds = 8;
    private const int Queries = 500;
    private const int Cancels = 20;
    private const int Readings = 5;
    private const double TargetAdded = 1;
    private const double TargetRatio = 1.03;

    private static readonly string[] Kinds = ["pty", "tcp"];

    public string Name => "line";

    public string What => "what the software adds to a question, and to a status at 2400 bit/s";

    public void Run(Report report)
    {
        double[] added = [.. AddedPerQuery(report)];
        report.Target("Added to a question", $"{added.Max().Text("0.000")} ms", "under 1 ms", added.Max() < TargetAdded);
        double ratio = Whole(report);
        report.Target("A pair's status against the time of its bytes on the line", ratio.Text("0.000"), "at most 1.03", ratio <= TargetRatio);
        report.Table(["a wait for a silent unit, cancelled", "ends after, at most, ms"], Kinds.Select(kind => (string[])[kind, Cancelling(kind).Text("0.0")]));
    }

    /// <summary>A unit that answers at once: all that is left is software, on both ends. The bare exchange of the same bytes is the other end's share and the kernel's.</summary>
    private static IEnumerable<double> AddedPerQuery(Report report)
    {
        var rows = new List<string[]>();
        foreach (string kind in Kinds)
        {
            using var served = new Served(kind, 1, baud: 0);
            string device = served.Selection.Ports[0].Device;
            List<double> bare = [];
            List<double> asked = [];
            for (int round = 0; round < Rounds; round++)
            {
                // By turns, so that what else the machine does meets both alike.
                using (Link link = served.Links.Open(device, new LinkOptions(), CancellationToken.None))
                {
                    bare.AddRange(Measure(() => Exchange(link)));
                }

                using Session session = served.Access().Open(served.Selection.Ports[0], LinkAccess.ReadOnly, null, CancellationToken.None);
                asked.AddRange(Measure(() => session.Ask(GeneralStatus.Query, CancellationToken.None)));
            }

            rows.Add([kind, asked.Median().Text("0.000"), asked.At(0.99).Text("0.000"), bare.Median().Text("0.000"), (asked.Median() - bare.Median()).Text("0.000")]);
            yield return asked.Median();
        }

        report.Table(["GS from a unit that answers at once", "median ms", "99 % within ms", "bare exchange of the bytes ms", "LvxPS alone ms"], rows);
    }

    private static void Exchange(Link link)
    {
        Span<byte> buffer = stackalloc byte[1024];
        link.Write(GeneralStatus.Query.Request.Span, Deadline.After(TimeSpan.FromSeconds(1)), CancellationToken.None);
        int length = 0;
        while (length == 0 || buffer[length - 1] != '\r')
        {
            length += link.Read(buffer[length..], Deadline.After(TimeSpan.FromSeconds(1)), CancellationToken.None);
        }
    }

    /// <returns>The greatest ratio of a pair's status.</returns>
    private static double Whole(Report report)
    {
        (string What, int Units, Func<UnitAccess, UnitSelection, int> Read)[] readings =
        [
            ("status of one unit", 1, Status),
            ("status of a pair", 2, Status),
            ("all settings of a pair", 2, Settings),
        ];
        var rows = new List<string[]>();
        double greatest = 0;
        foreach ((string what, int units, Func<UnitAccess, UnitSelection, int> read) in readings)
        {
            foreach (string kind in Kinds)
            {
                report.Progress($"{what}, {kind}");
                (double seconds, double onTheLine, int bytes) = Timed(kind, units, read);
                rows.Add([$"{what}, {kind}", $"{bytes}", onTheLine.Text("0.000"), seconds.Text("0.000"), (seconds / onTheLine).Text("0.000")]);
                greatest = read == Status && units == 2 ? Math.Max(greatest, seconds / onTheLine) : greatest;
            }
        }

        report.Table([$"at {Baud} bit/s, median of {Readings}", "bytes of a unit", "on the line s", "took s", "ratio"], rows);
        return greatest;
    }

    private static int Status(UnitAccess access, UnitSelection selection) => new StatusOperation(access).Read(selection, new QuietHost()).Count(outcome => outcome.Error is null);

    private static int Settings(UnitAccess access, UnitSelection selection) =>
        new SettingsOperation(access).Read(selection, SettingsScope.All, new QuietHost()).Count(outcome => outcome.Error is null);

    private static (double Seconds, double OnTheLine, int Bytes) Timed(string kind, int units, Func<UnitAccess, UnitSelection, int> read)
    {
        using var served = new Served(kind, units, Baud);
        read(served.Access(), served.Selection);
        var seconds = new double[Readings];
        int bytes = 0;
        for (int i = 0; i < Readings; i++)
        {
            var count = new ByteCount();
            var watch = Stopwatch.StartNew();
            int answered = read(served.Access(count), served.Selection);
            seconds[i] = watch.Elapsed.TotalSeconds;
            bytes = answered == units ? count.Most : throw new InvalidOperationException($"{answered} of {units} units answered.");
        }

        return (seconds.Median(), bytes * BitsPerByte / (double)Baud, bytes);
    }

    /// <summary>From the moment somebody cancels to the moment the wait for a silent unit is over.</summary>
    private static double Cancelling(string kind)
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

        return milliseconds.Max();
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

        return milliseconds;
    }
}
