using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lvx.Pi18;
using Lvx.Simulator;
using Lvx.Tests.Cli;

namespace Lvx.Tests.Reliability;

/// <summary>One misbehaviour, once or for good, at one operation over one link.</summary>
internal sealed record MatrixCell(string Kind, MatrixOperation Operation, bool IsLasting, string Link)
{
    /// <summary>The time for one question in every cell, in seconds. A setter's is 5 s, which is twice that.</summary>
    public const double TimeOut = 2.5;

    // The longest seen is 4: a setter that is not answered, what it takes to look for its value, and what is put back.
    private const int MostTimeOuts = 5;

    // Of a time-out: what a busy machine may add, and less than the next thing that is waited for.
    private const double Slack = 0.25;

    private static readonly ConcurrentDictionary<MatrixOperation, Lazy<Truth>> Truths = new();

    public static IReadOnlyList<string> Links { get; } = ["sim", "pty", "tcp"];

    public static IReadOnlyList<MatrixCell> All { get; } =
    [
        .. from kind in Misbehaviour.Kinds
           from operation in MatrixOperation.All
           from lasting in new[] { false, true }
           from link in Links
           select new MatrixCell(kind, operation, lasting, link),
    ];

    private string Misbehave => $"{Kind}{Kind switch
    {
        // Later than a question's time-out, and within a setter's.
        "late" => "=3.75",
        "trickle" => "=0.002",
        _ => "",
    }}@{Operation.Command}{(IsLasting ? "" : "*1")}";

    public override string ToString() => $"{Kind}, {Operation.Title}, {(IsLasting ? "always" : "once")}, {Link}";

    /// <summary>Runs it, and adds to <paramref name="failures"/> what must never be.</summary>
    public MatrixResult Run(ConcurrentQueue<string> failures)
    {
        using var site = new MatrixSite(Link, Misbehave, Operation.Units);
        Operation.Before(site);
        UnitState[] found = [.. site.Units.Select(unit => unit.State)];
        int heard = site.Units.Sum(unit => unit.Log.Count);
        var watch = Stopwatch.StartNew();
        Ran ran = Execute(site);
        TimeSpan time = watch.Elapsed;
        string[] setters = [.. site.Units.SelectMany(unit => unit.Log).Skip(heard).Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text)];

        // By its end, what goes back by itself has gone.
        string? problem = AskUntilItAnswers(site);
        UnitState[] now = [.. site.Units.Select(unit => unit.State)];
        string? state = Operation.IsAsked is null ? null : Operation.IsAsked(now[0]) && now[0].Flags == found[0].Flags ? "as asked" : Same(now[0], found[0]) ? "as found" : "else";
        var result = new MatrixResult(ran.ExitCode, Messages(site, ran), Times(time), state);
        string all = $"{result}: {ran}";

        Check(result.TimeOuts <= MostTimeOuts, "too long");
        Check(problem is null, $"the next command does not work: {problem}");
        Check(ran.ExitCode is 0 or 1 or 3 or 4 or 5 or 6, "an exit code that is none of these");
        Check(setters.Distinct().Count() == setters.Length, $"a setter twice: {string.Join(' ', setters)}");
        Check(state is not null || (setters.Length == 0 && now.Zip(found).All(pair => Same(pair.First, pair.Second))), $"what only reads wrote: {string.Join(' ', setters)}");
        if (state is not null)
        {
            Check(ran.ExitCode != 0 || state == "as asked", "0, and the unit is not as asked");
            Check(ran.ExitCode is not (3 or 4) || state == "as found", "3 or 4, and the unit is not as found");
            Check(ran.ExitCode != 5 || state == "as found" || result.Messages.Any(text => text.Contains("could not be put back", StringComparison.Ordinal) || text.Contains("Nothing was put back", StringComparison.Ordinal)), "5, the unit is not as found, and no word of that");
            Check(ran.ExitCode != 6 || $"{ran}".Contains("known", StringComparison.OrdinalIgnoreCase), "6, and no word of it");
        }
        else
        {
            Truth truth = Truths.GetOrAdd(Operation, operation => new(() => Healthy(operation))).Value;
            Check(ran.ExitCode != 0 || truth.ExitCode == 0 || ran.ExitCode == truth.ExitCode, $"{ran.ExitCode}, and {truth.ExitCode} is right");
            if (Operation.Json(site, ran.Output) is { Length: > 0 } json)
            {
                string[] wrong = [.. Differences(truth.Json, JsonDocument.Parse(site.Normalise(json)).RootElement, "", isWhole: Kind != "refuse" && ran.ExitCode == truth.ExitCode && result.Messages.Count == truth.Messages)];
                Check(wrong.Length == 0, $"wrong values: {string.Join("; ", wrong.Take(5))}");
            }
        }

        return result;

        void Check(bool holds, string failure)
        {
            if (!holds)
            {
                failures.Enqueue($"{this}: {failure}\n{site.Normalise(all)}");
            }
        }
    }

    /// <summary>What the next command said for good; null when it worked.</summary>
    private string? AskUntilItAnswers(MatrixSite site)
    {
        // Where nobody ever learns who is there, no other question can be put either.
        if (Operation.Command == "ID" && IsLasting)
        {
            return null;
        }

        var limit = Stopwatch.StartNew();
        while (true)
        {
            Ran next = site.Run("query", "VFW", "--json", "--device", site.Devices[0], "--timeout", Seconds);
            if (next.ExitCode == 0)
            {
                return next.Output.Contains("06306", StringComparison.Ordinal) ? null : $"{next}";
            }

            if (limit.Elapsed > TimeSpan.FromSeconds(6 * TimeOut))
            {
                return $"{next}";
            }
        }
    }

    private static string Seconds { get; } = TimeOut.ToString(CultureInfo.InvariantCulture);

    private static Truth Healthy(MatrixOperation operation)
    {
        using var site = new MatrixSite("sim", "", operation.Units);
        operation.Before(site);
        Ran ran = Execute(operation, site);
        return new Truth(
            ran.ExitCode, Messages(operation, site, ran).Count, operation.Json(site, ran.Output) is { Length: > 0 } json ? JsonDocument.Parse(site.Normalise(json)).RootElement : default);
    }

    private Ran Execute(MatrixSite site) => Execute(Operation, site);

    private static Ran Execute(MatrixOperation operation, MatrixSite site) =>
        site.Run([.. operation.Args(site), "--timeout", Seconds, .. operation.NamesDevices ? MatrixOperation.Named(site) : []]);

    // How many time-outs, rounded up; 0 for at once.
    private static int Times(TimeSpan time) => (int)Math.Max(0, Math.Ceiling((time.TotalSeconds / TimeOut) - Slack));

    private static bool Same(UnitState one, UnitState other) =>
        one.Rated == other.Rated && one.Flags == other.Flags && one.ClockOffset == other.ClockOffset && one.AcCharge == other.AcCharge && one.AcLoad == other.AcLoad;

    private List<string> Messages(MatrixSite site, Ran ran) => Messages(Operation, site, ran);

    /// <summary>What a person sees beside values: errors, warnings, events and problems, with what belongs to this cell alone taken out.</summary>
    private static List<string> Messages(MatrixOperation operation, MatrixSite site, Ran ran)
    {
        IEnumerable<string> lines = ran.ErrorLines.Where(line => line.StartsWith("lvx: ", StringComparison.Ordinal) || line.StartsWith("warning: ", StringComparison.Ordinal));
        lines = operation.Verb switch
        {
            "watch" => lines.Concat(ran.Lines.Select(line => "event: " + line[9..])),
            "report" => lines.Concat(Verdict(operation, site)),
            "devices" => lines.Concat(ran.Json.EnumerateArray().Select(device => device.GetProperty("problem").GetString()).OfType<string>().Select(problem => "problem: " + problem)),
            "site check" => lines.Concat(ran.Lines.Where(line => line.StartsWith("FAIL", StringComparison.Ordinal))),
            "sync-check" => lines.Concat(SyncProblems(ran)),
            _ => lines,
        };
        return [.. lines.Select(line => General(operation, site.Normalise(line))).Distinct()];
    }

    private static IEnumerable<string> Verdict(MatrixOperation operation, MatrixSite site) =>
        ["verdict: " + JsonDocument.Parse(operation.Json(site, "")).RootElement.GetProperty("verdict").GetString()];

    private static IEnumerable<string> SyncProblems(Ran ran) => ran.Json.GetProperty("checks").EnumerateArray()
        .Where(check => check.GetProperty("outcome").GetString() is "Fail" or "Warning")
        .Select(check => $"check {check.GetProperty("name").GetString()}: {check.GetProperty("explanation").GetString()}");

    private static string General(MatrixOperation operation, string text)
    {
        text = Regex.Replace(text, $@"\b{operation.Command}[0-9,]*\b", "QUESTION");
        text = Regex.Replace(text, @"the last one \^D[^ ]*\.( |$)", "the last one ….$1");
        text = text.Replace($"within {Seconds} s", "within the time-out", StringComparison.Ordinal);
        return text.Replace("|", "\\|", StringComparison.Ordinal);
    }

    // What was read must be what the unit has, or missing; nothing else.
    internal static IEnumerable<string> Differences(JsonElement right, JsonElement got, string path, bool isWhole)
    {
        if (got.ValueKind == JsonValueKind.Object && right.ValueKind == JsonValueKind.Object)
        {
            return got.EnumerateObject()
                .Where(member => !IsOfThisRun(member.Name) && (isWhole || !IsJudgement(member.Name)))
                .SelectMany(member => right.TryGetProperty(member.Name, out JsonElement value) ? Differences(value, member.Value, $"{path}.{member.Name}", isWhole) : []);
        }

        if (got.ValueKind == JsonValueKind.Array && right.ValueKind == JsonValueKind.Array)
        {
            return got.GetArrayLength() == right.GetArrayLength()
                ? got.EnumerateArray().Zip(right.EnumerateArray()).SelectMany(pair => Differences(pair.Second, pair.First, $"{path}[]", isWhole))
                : isWhole ? [$"{path}: {got.GetArrayLength()} for {right.GetArrayLength()}"] : [];
        }

        return Timeless(got) == Timeless(right) || (!isWhole && got.ValueKind == JsonValueKind.Null) ? [] : [$"{path}: {got} for {right}"];
    }

    // Times, what was said of it, and how it was reached.
    private static bool IsOfThisRun(string name) =>
        name is "timestamp" or "readingSpreadSeconds" or "device" or "kind" or "node" or "links" or "problem" or "nextStep" or "answers" or "holders" or "holdersKnown" or "elapsedSeconds";

    // Of what is there; where something is missing, it is another.
    private static bool IsJudgement(string name) => name is "warnings" or "passed" or "warned" or "failed" or "skipped" or "unreachable" or "checks" or "inSync" or "verdict" or "defects";

    private static string Timeless(JsonElement value) => Regex.Replace($"{value}", @"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?|\d s apart", "TIME");

    private sealed record Truth(int ExitCode, int Messages, JsonElement Json);
}

/// <summary>What the user sees, when, and what the unit then has.</summary>
internal sealed record MatrixResult(int ExitCode, IReadOnlyList<string> Messages, int TimeOuts, string? State)
{
    /// <summary>Whether this is what was seen: to the word, and in time, with what a busy machine adds.</summary>
    public bool Fits(MatrixResult seen) =>
        seen.ExitCode == ExitCode && seen.State == State && seen.Messages.SequenceEqual(Messages) && seen.TimeOuts >= TimeOuts - 2 && seen.TimeOuts <= TimeOuts + 1;

    public override string ToString() => $"{ExitCode}, {TimeOuts} time-outs, {State}, {string.Join(" | ", Messages)}";
}
