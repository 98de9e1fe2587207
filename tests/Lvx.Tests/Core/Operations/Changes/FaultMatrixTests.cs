using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations.Changes;

/// <summary>
/// Everything that can go wrong, at every write of a plan, on either unit of a pair: whatever it is, the report says what is in the units, nothing is sent twice, and no
/// state on the way has the voltages out of order.
/// </summary>
public sealed class FaultMatrixTests
{
    // Most of each case is waiting.
    private const int Threads = 24;

    private static readonly string[] Names = ["BatteryType", "BulkVoltage", "FloatVoltage", "CutOffVoltage", "ReChargeVoltage", "ReDischargeVoltage"];

    private static readonly string[] OfLines =
        ["silence", "late=0.6", "bad-crc", "wrong-length", "garbage", "truncate", "refuse", "double", "other", "unplug=0.1", "padding", "trickle=0.002"];

    private static readonly string[] OfSetters = ["ignore", "revert=0.1", "stray"];

    private static readonly ChangeOptions Quick = new()
    {
        Command = "test",
        ReadBackTime = TimeSpan.FromSeconds(0.3),
        SettleTime = TimeSpan.FromSeconds(0.15),
        Pause = TimeSpan.FromSeconds(0.02),
    };

    private enum Start
    {
        Factory = 0,
        Raised,
    }

    private static IEnumerable<string> Kinds => OfLines.Concat(OfSetters);

    [Fact]
    public void Every_misbehaviour_at_every_write_is_told_as_it_is()
    {
        Assert.Equal(Misbehaviour.Kinds.Order(), Kinds.Select(kind => kind.Split('=')[0]).Order());
        Matrix(
            from kind in Kinds
            from start in Enum.GetValues<Start>()
            from write in start == Start.Factory ? ["PBT", "MCHGV", "BUCD", "PSDV"] : (string[])["MCHGV", "BUCD", "PSDV"]
            from unit in new[] { 1, 2 }
            from times in new[] { "*1", "" }
            select new Case(start, $"misbehave{unit}={kind}@{write}{times}"));
    }

    [Fact]
    public void Every_misbehaviour_at_every_write_of_a_rollback_is_told_as_it_is() => Matrix(
        from kind in Kinds
        from back in new[] { "PSDV408", "BUCD460", "PBT0" }
        from unit in new[] { 1, 2 }
        from times in new[] { "*1", "" }
        where unit == 1 || back != "PSDV408"
        select new Case(Start.Factory, $"misbehave{unit}={kind}@{back}{times}&misbehave2=refuse@PSDV480"));

    [Fact]
    public void Every_misbehaviour_at_the_questions_between_the_writes_is_told_as_it_is() => Matrix(
        from kind in OfLines
        from question in new[] { "PIRI", "ID", "FLAG" }
        from passed in question == "PIRI" ? [0, 1, 2, 3, 4, 6, 9] : (int[])[0, 1, 2, 4]
        from times in new[] { "*1", "*4", "" }
        let unit = 1 + ((passed + times.Length) % 2)
        select new Case(Start.Factory, $"misbehave{unit}={(passed > 0 ? $"padding@{question}*{passed}," : "")}{kind}@{question}{times}"));

    private static void Matrix(IEnumerable<Case> cases)
    {
        var watch = Stopwatch.StartNew();
        var outcomes = new ConcurrentDictionary<ChangeOutcome, int>();
        var failures = new ConcurrentQueue<string>();
        int count = 0, clean = 0, back = 0;
        OnThreads.ForEach(LongRun.Sample(cases, every: 5), Threads, one =>
        {
            Interlocked.Increment(ref count);
            foreach (string failure in one.Run(outcomes, ref clean, ref back))
            {
                failures.Enqueue($"{one}: {failure}");
            }
        });
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} cases in {watch.Elapsed.TotalSeconds:0} s: {clean} applied on both, {back} all as found, {count - clean - back} neither and told; lines: {string.Join(", ", outcomes.OrderBy(o => o.Key).Select(o => $"{o.Key} {o.Value}"))}"));
        Assert.True(failures.IsEmpty, $"{failures.Count}\n{string.Join('\n', failures.Order())}");
    }

    private sealed record Case(Start Start, string Misbehave)
    {
        public override string ToString() => $"{Start} {Misbehave}";

        public List<string> Run(ConcurrentDictionary<ChangeOutcome, int> outcomes, ref int clean, ref int back)
        {
            using var bench = new Workbench($"sim:pair?state=idle&{Misbehave}", timeout: 0.4);
            bench.FactoryDefaults();
            var failures = new List<string>();
            foreach (SimulatedUnit unit in bench.Units)
            {
                if (Start == Start.Raised)
                {
                    unit.Change(state => state with { Rated = state.Rated with { BatteryType = BatteryType.User, BulkVoltage = 58m, FloatVoltage = 57m, ReDischargeVoltage = 56m, ReChargeVoltage = 50m, CutOffVoltage = 46m } });
                }

                unit.Changed = state =>
                {
                    if (!InOrder(state.Rated))
                    {
                        failures.Add($"the voltages of {unit.Name} are out of order: {Text(state)}");
                    }
                };
            }

            UnitState[] found = [.. bench.Units.Select(unit => unit.State)];
            ChangeReport report = bench.Run(ChangeWish.Of(Workbench.Eg4), Quick);
            UnitState[] now = [.. bench.Units.Select(unit => unit.State)];

            string[] told = [.. report.Errors.Select(error => error.Error.Message)];
            foreach (LvxSettingChange line in report.Changes)
            {
                outcomes.AddOrUpdate(line.Outcome, 1, (_, number) => number + 1);
                UnitState state = now[line.Name == "lvx6048-1" ? 0 : 1];
                object truth = Value(state, line.Setting);
                string what = $"{line.Name} {line.Setting} {line.From} -> {line.To}, now {line.Now}, is {truth}: {line.Outcome}. {line.Reason} | {string.Join(" | ", told)}";
                object? expected = line.Outcome switch
                {
                    ChangeOutcome.Applied or ChangeOutcome.AlreadySet => line.To,
                    ChangeOutcome.Unknown => truth,
                    _ => line.From,
                };
                Check(line.Now is null ? line.Outcome is ChangeOutcome.Unknown or ChangeOutcome.NotAttempted or ChangeOutcome.AlreadySet : line.Now.Equals(truth), $"(a) {what}");
                Check(truth.Equals(expected), $"(b) {what}");
            }

            for (int unit = 0; unit < now.Length; unit++)
            {
                string[] sent = bench.Setters(unit);
                Check(sent.Distinct().Count() == sent.Length, $"(c) sent twice: {string.Join(' ', sent)}");
                foreach (string name in Names.Where(name => !Value(now[unit], name).Equals(Value(found[unit], name))))
                {
                    Check(report.Changes.Any(line => line.Name == bench.Units[unit].Name && line.Setting == name), $"(e) {name} of {bench.Units[unit].Name} changed without a line");
                }

                // What changed beside it: said in an error for as long as it is not back.
                if (now[unit].Flags != found[unit].Flags)
                {
                    Check(told.Any(text => text.Contains("buzzer", StringComparison.OrdinalIgnoreCase)), $"(e) the buzzer changed and no error says so: {string.Join(" | ", told)}");
                }
            }

            Check(bench.Journal.OpenIntents().Count == 0, "(d) the journal has open intents");
            bool wanted = now.All(state => Workbench.Eg4.Wanted.All(want => Value(state, want.Key.Name).Equals(want.Value is Enum code ? code.ToString() : want.Value)));
            bool same = now.Zip(found).All(pair => pair.First.Flags == pair.Second.Flags && Names.All(name => Value(pair.First, name).Equals(Value(pair.Second, name))));
            Check(wanted || same || report.Errors.Count > 0, "(e) neither all applied nor all as found, and no error");
            Check(wanted || report.Errors.Count > 0, $"(e) not applied, and no error: {Text(now[0])} {Text(now[1])}");
            Interlocked.Add(ref clean, wanted && report.Errors.Count == 0 ? 1 : 0);
            Interlocked.Add(ref back, same ? 1 : 0);
            return failures;

            void Check(bool holds, string failure)
            {
                if (!holds)
                {
                    failures.Add(failure);
                }
            }
        }

        private static bool InOrder(RatedInformation rated) =>
            rated.CutOffVoltage <= rated.ReChargeVoltage && rated.ReChargeVoltage < rated.ReDischargeVoltage && rated.ReDischargeVoltage <= rated.FloatVoltage && rated.FloatVoltage <= rated.BulkVoltage;

        private static object Value(UnitState state, string setting) => setting switch
        {
            "BatteryType" => state.Rated.BatteryType.ToString()!,
            "BulkVoltage" => state.Rated.BulkVoltage!,
            "FloatVoltage" => state.Rated.FloatVoltage!,
            "CutOffVoltage" => state.Rated.CutOffVoltage!,
            "ReChargeVoltage" => state.Rated.ReChargeVoltage!,
            _ => state.Rated.ReDischargeVoltage!,
        };

        private static string Text(UnitState state) => string.Join(' ', Names.Select(name => Value(state, name)));
    }
}
