using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lvx.Pi18;
using Lvx.Simulator;
using Lvx.Tests.Cli;

namespace Lvx.Tests.Reliability;

/// <summary>
/// Two commands at a time on one unit, again and again, over each link, while about one exchange in a hundred goes wrong in some way. The usual run takes one round for each
/// link; <c>LVXPS_LONG=1</c> as many as make two hours' worth of exchanges at 2400 bit/s.
/// </summary>
public sealed class SoakTests
{
    private const int LongRounds = 30;
    private const int Threads = 6;
    private const string TimeOut = "1";

    // A command that was started when the other had the port, and met several misbehaviours.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[][] Questions = [["status", "--json"], ["query", "MOD", "--json"], ["energy", "--total", "--json"], ["settings", "--json"]];

    private readonly ConcurrentQueue<string> failures = new();
    private readonly ConcurrentDictionary<int, int> exitCodes = new();
    private readonly ConcurrentDictionary<string, JsonElement> truths = new();
    private int exchanges;
    private int wrong;
    private int values;
    private int writes;

    [Fact]
    public void Nothing_is_read_wrong_nothing_is_sent_twice_and_nothing_hangs()
    {
        foreach (string[] question in Questions)
        {
            using var healthy = new MatrixSite("sim", "", 1);
            truths[question[0]] = JsonDocument.Parse(healthy.Normalise(healthy.Run([.. question, .. MatrixOperation.Named(healthy)]).Output)).RootElement;
        }

        var watch = Stopwatch.StartNew();
        OnThreads.ForEach(
            from seed in Enumerable.Range(1, LongRun.IsWanted ? LongRounds : 1)
            from link in MatrixCell.Links
            select (link, seed),
            Threads,
            round => Round(round.link, round.seed, LongRun.IsWanted ? 60 : 12));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{exchanges} exchanges in {watch.Elapsed.TotalSeconds:0} s, {wrong} of them wrong; {exitCodes.Values.Sum()} commands, exit codes: {string.Join(", ", exitCodes.OrderBy(code => code.Key).Select(code => $"{code.Key} {code.Value} times"))}; {values} answers right, {writes} setters, each once"));
        Assert.True(failures.IsEmpty, $"{failures.Count}\n{string.Join('\n', failures)}");
    }

    private void Round(string link, int seed, int commands)
    {
        var random = new Random(seed);
        (string plan, Misbehaviour[] misbehaviours) = Plan(random);
        using var site = new MatrixSite(link, plan, 1);
        int read = seed;
        var other = new Thread(() =>
        {
            var choices = new Random(read + 1000);
            for (int i = 0; i < commands; i++)
            {
                Read(site, choices);
            }
        });
        other.Start();
        for (int i = 0; i < commands; i++)
        {
            if (random.Next(12) == 0)
            {
                Write(site, random);
            }
            else
            {
                Read(site, random);
            }
        }

        other.Join();
        int frames = site.Units[0].Log.Count;
        Interlocked.Add(ref exchanges, frames);
        int left = frames;
        foreach (Misbehaviour misbehaviour in misbehaviours.Where(one => !one.IsOfSetters).TakeWhile(_ => left > 0))
        {
            left -= misbehaviour.Times!.Value;
            Interlocked.Add(ref wrong, misbehaviour.Kind != MisbehaviourKind.Padding && left >= 0 ? 1 : 0);
        }
    }

    // Padding does no harm: so many exchanges go well, then one does not.
    private static (string Text, Misbehaviour[] Each) Plan(Random random)
    {
        string[] kinds = [.. Misbehaviour.Kinds.Except(["padding"])];
        string text = string.Join(',', Enumerable.Range(0, 60).Select(_ =>
        {
            string kind = kinds[random.Next(kinds.Length)];
            string duration = kind switch { "late" => "=0.7", "unplug" => "=0.1", "trickle" => "=0.001", "revert" => "=0.2", _ => "" };
            return FormattableString.Invariant($"padding*{random.Next(1, 199)},{kind}{duration}*1");
        }));
        return (text, [.. Misbehaviour.Parse(text)]);
    }

    private void Read(MatrixSite site, Random random)
    {
        string[] question = Questions[random.Next(Questions.Length)];
        Ran ran = Run(site, question);
        if (ran.ExitCode is not (0 or 3))
        {
            failures.Enqueue($"{question[0]}: {ran}");
        }

        string[] differences = [.. MatrixCell.Differences(truths[question[0]], JsonDocument.Parse(site.Normalise(ran.Output)).RootElement, "", isWhole: false).Where(difference => !difference.StartsWith("[].settingsChanged", StringComparison.Ordinal))];
        if (differences.Length > 0)
        {
            failures.Enqueue($"wrong values: {string.Join("; ", differences)}: {ran}");
        }

        Interlocked.Add(ref values, ran.ExitCode == 0 ? 1 : 0);
    }

    private void Write(MatrixSite site, Random random)
    {
        SimulatedUnit unit = site.Units[0];
        TimeWindow before = unit.State.AcCharge;
        int heard = unit.Log.Count;
        string until = string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 24):00}:{random.Next(60):00}");
        Ran ran = Run(site, "set", "--ac-charge-window", $"00:00-{until}", "--yes");
        TimeWindow after = unit.State.AcCharge;
        bool isAsked = after.Until == TimeOnly.ParseExact(until, "HH:mm", CultureInfo.InvariantCulture);
        string[] setters = [.. unit.Log.Skip(heard).Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text)];

        // Two faults in one change: what was put back is refused in its turn, and the receipt says so.
        bool isLeft = isAsked && $"{ran}".Contains("It could not be put back.", StringComparison.Ordinal);
        if (!(ran.ExitCode switch { 0 => isAsked, 3 or 4 => after == before, 5 => after == before || isLeft, 6 => true, _ => false }))
        {
            failures.Enqueue($"{before} to {until}, and it is {after}: {string.Join(' ', setters)}: {ran}");
        }

        if (setters.Distinct().Count() != setters.Length)
        {
            failures.Enqueue($"sent twice: {string.Join(' ', setters)}: {ran}");
        }

        Interlocked.Add(ref writes, setters.Length);
    }

    private Ran Run(MatrixSite site, params string[] args)
    {
        var watch = Stopwatch.StartNew();
        Ran ran = site.Run([.. args, "--timeout", TimeOut, .. MatrixOperation.Named(site)]);
        exitCodes.AddOrUpdate(ran.ExitCode, 1, (_, count) => count + 1);
        if (watch.Elapsed > Limit)
        {
            failures.Enqueue($"{watch.Elapsed}: {args[0]}: {ran}");
        }

        return ran;
    }
}
