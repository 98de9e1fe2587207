using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations.Changes;

/// <summary>
/// Plans of generated starts and wishes, carried out on a model of its own: the setters' texts are read, and the order of voltages, what a unit refuses, and which orders
/// there are at all are written down here once more, in tenths of volts.
/// </summary>
public sealed class PlannerProperties
{
    private static readonly int Cases = LongRun.IsWanted ? 60_000 : 10_000;
    private const int Parts = 4;

    private static readonly SettingDefinition[] Settings =
        [.. new[] { "BatteryType", "CutOffVoltage", "ReChargeVoltage", "ReDischargeVoltage", "FloatVoltage", "BulkVoltage" }.Select(name => SettingCatalogue.Find(name)!)];

    private static readonly int[] Amperes = [10, 20, 40, 60, 80];

    [Fact]
    public void From_a_sound_start_to_a_sound_goal_every_step_is_sound_and_the_end_is_the_goal() => All(1, (random, count) =>
    {
        Bank start = Sound(random) with { Type = random.Next(3) };
        Bank goal = Sound(random) with { Type = 2 };
        ChangePlan plan = Plan(start, Bank.Until(goal, Settings), random.Next(2) == 0);
        Assert.Empty(plan.Problems);
        Assert.Equal(goal, Carry(start, goal, plan, out _));
        count(plan.Writes.Count);
    });

    [Fact]
    public void A_part_of_a_wish_has_problems_exactly_when_its_end_would_break_what_it_touches() => All(2, (random, count) =>
    {
        Bank start = Sound(random) with { Type = random.Next(3) };
        Try(random, start, count);
    });

    [Fact]
    public void A_broken_start_gets_no_breach_that_was_not_there() => All(3, (random, count) =>
    {
        Bank start = Any(random);
        Try(random, start, count);
    });

    [Fact]
    public void What_PI18_cannot_say_is_a_problem_and_nothing_is_written() => All(4, (random, count) =>
    {
        (string Setting, object Value)[] invalid =
        [
            ("CutOffVoltage", 39.9m), ("CutOffVoltage", 48.1m), ("CutOffVoltage", 44.05m), ("CutOffVoltage", 0m), ("CutOffVoltage", -44m),
            ("ReChargeVoltage", 43m), ("ReChargeVoltage", 52m), ("ReChargeVoltage", 46.5m), ("ReChargeVoltage", 0m),
            ("ReDischargeVoltage", 47m), ("ReDischargeVoltage", 59m), ("ReDischargeVoltage", 50.1m), ("ReDischargeVoltage", 1m),
            ("FloatVoltage", 47.9m), ("FloatVoltage", 58.5m), ("FloatVoltage", 54.01m), ("BulkVoltage", 47.9m), ("BulkVoltage", 58.5m), ("BulkVoltage", 564m),
            ("MaxChargeCurrent", 100), ("MaxChargeCurrent", 0), ("MaxChargeCurrent", -10), ("MaxAcChargeCurrent", 1000), ("MaxAcChargeCurrent", 15),
            ("OutputMode", OutputMode.Parallel), ("BatteryType", (BatteryType)7),
        ];
        Bank start = Sound(random);
        (string setting, object value) = invalid[random.Next(invalid.Length)];
        List<KeyValuePair<SettingDefinition, object>> wanted = [.. Bank.Until(Sound(random), Settings.Where(_ => random.Next(2) == 0)).Where(want => want.Key.Name != setting)];
        wanted.Insert(random.Next(wanted.Count + 1), Workbench.Want(setting, value));
        ChangePlan plan = Plan(start, wanted, random.Next(2) == 0);
        Assert.NotEmpty(plan.Problems);
        Assert.Empty(plan.Writes);
        count(0);
    });

    /// <summary>Some of the settings, to any values of their grids.</summary>
    private static void Try(Random random, Bank start, Action<int> count)
    {
        Bank far = random.Next(3) == 0 ? Any(random) : Sound(random) with { Type = random.Next(3) };
        SettingDefinition[] named = [.. Settings.Where(_ => random.Next(2) == 0)];
        KeyValuePair<SettingDefinition, object>[] wanted = [.. Bank.Until(far, named)];
        bool anyway = random.Next(2) == 0;
        Bank goal = start.With(far, named);
        ChangePlan plan = Plan(start, wanted, anyway);

        bool forced = anyway && start.Type != 2 && goal.Type == 2 && named.Contains(Settings[0]);
        HashSet<string> touched = [.. Touched(start, goal)];
        if (forced)
        {
            touched.UnionWith(named.Where(setting => setting.Name is "CutOffVoltage").Select(_ => "PSDV"));
            touched.UnionWith(named.Where(setting => setting.Name is "FloatVoltage" or "BulkVoltage").Select(_ => "MCHGV"));
        }

        string[][] concerns = [["PSDV", "BUCD"], ["BUCD"], ["BUCD", "MCHGV"], ["MCHGV"]];
        bool breaks = goal.Broken.Any(rule => !start.Broken.Contains(rule) || touched.Overlaps(concerns[rule]));
        bool wrongType = goal.Type != 2 && touched.Overlaps(["PSDV", "MCHGV"]);
        Assert.Equal(breaks || wrongType, plan.Problems.Count > 0);
        if (plan.Problems.Count > 0)
        {
            Assert.Empty(plan.Writes);
            count(0);
            return;
        }

        Assert.Equal(goal, Carry(start, goal, plan, out string[] words));
        Assert.Equal(touched.Order(), words.Order());
        count(words.Length);
    }

    /// <summary>Carries out a plan by the texts of its setters.</summary>
    private static Bank Carry(Bank start, Bank goal, ChangePlan plan, out string[] words)
    {
        words = [.. plan.Writes.Select(write => write.Setter.Command.TrimEnd("0123456789,".ToCharArray()))];
        Assert.Equal(words.Distinct(), words);
        Assert.True(!words.Contains("PBT") || words[0] == "PBT");
        Bank now = start;
        foreach (string setter in plan.Writes.Select(write => write.Setter.Command))
        {
            Bank? after = now.Obey(setter);
            Assert.True(after is not null, $"a unit refuses {setter} in {now}, on the way from {start} to {goal}");
            Assert.True(after.Broken.All(start.Broken.Contains), $"{setter} breaks {after}, on the way from {start} to {goal}");
            now = after;
        }

        // The same question put to all orders that there are.
        string[] texts = [.. plan.Writes.Select(write => write.Setter.Command)];
        Assert.Contains(Orders(texts), order => IsLegal(start, order));
        return now;
    }

    private static bool IsLegal(Bank start, IEnumerable<string> order)
    {
        Bank? now = start;
        foreach (string setter in order)
        {
            now = now.Obey(setter);
            if (now is null || now.Broken.Any(rule => !start.Broken.Contains(rule)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every setter that must be sent, whatever the order, is one of a group of which something differs.</summary>
    private static IEnumerable<string> Touched(Bank start, Bank goal)
    {
        if (start.Type != goal.Type)
        {
            yield return "PBT";
        }

        if (start.CutOff != goal.CutOff)
        {
            yield return "PSDV";
        }

        if ((start.ReCharge, start.ReDischarge) != (goal.ReCharge, goal.ReDischarge))
        {
            yield return "BUCD";
        }

        if ((start.Float, start.Bulk) != (goal.Float, goal.Bulk))
        {
            yield return "MCHGV";
        }
    }

    [Fact]
    public void Wherever_some_order_is_legal_the_planner_finds_one_and_there_always_is_one()
    {
        // All starts and goals on a coarse grid that has every way in which two values can stand to one another.
        int[] low = [440, 460, 480], middle = [0, 480, 500, 520], high = [480, 500, 520];
        Bank[] banks =
        [
            .. from cutOff in low
               from reCharge in new[] { 440, 470, 490 }
               from reDischarge in middle
               from level in high
               select new Bank(2, cutOff, reCharge, reDischarge, level, 540),
        ];
        int plans = 0, none = 0;
        foreach (Bank goal in banks.Where(bank => bank.Broken.Length == 0))
        {
            foreach (Bank start in banks)
            {
                ChangePlan plan = Plan(start, Bank.Until(goal, Settings), anyway: false);
                string[] needed = [.. Touched(start, goal).Select(word => goal.Text(word))];
                bool some = Orders(needed).Any(order => IsLegal(start, order));
                bool planned = plan.Problems.Count == 0 && IsLegal(start, plan.Writes.Select(write => write.Setter.Command));
                Assert.True(some == planned, $"some order: {some}, planned: {planned}, from {start} to {goal}");
                plans++;
                none += some ? 0 : 1;
            }
        }

        Assert.Equal(0, none);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plans} pairs of start and goal, {none} without a legal order"));
    }

    private static IEnumerable<string[]> Orders(string[] setters) => setters.Length <= 1
        ? [setters]
        : setters.SelectMany(first => Orders([.. setters.Where(setter => setter != first)]).Select(rest => (string[])[first, .. rest]));

    private static ChangePlan Plan(Bank start, IReadOnlyList<KeyValuePair<SettingDefinition, object>> wanted, bool anyway)
    {
        var present = SettingsState.Of(
            [.. Settings.Select(setting => KeyValuePair.Create(setting, (object?)start.Of(setting))), KeyValuePair.Create(SettingCatalogue.Find("MaxChargeCurrent")!, (object?)60)], Amperes, Amperes);
        return ChangePlanner.Plan(present, wanted, anyway: anyway ? ChangePlanner.Anyway(present, wanted) : null);
    }

    private static Bank Any(Random random) => new(random.Next(3), Tenths(random, 400, 480), Whole(random, 44, 51), random.Next(8) == 0 ? 0 : Whole(random, 48, 58), Tenths(random, 480, 584), Tenths(random, 480, 584));

    private static Bank Sound(Random random)
    {
        while (true)
        {
            Bank bank = Any(random);
            if (bank.Broken.Length == 0)
            {
                return bank with { Type = 2 };
            }
        }
    }

    private static int Tenths(Random random, int least, int greatest) => random.Next(least, greatest + 1);

    private static int Whole(Random random, int least, int greatest) => 10 * random.Next(least, greatest + 1);

    private static void All(int seed, Action<Random, Action<int>> once)
    {
        int[] writes = new int[8];
        OnThreads.ForEach(Enumerable.Range(0, Parts), 2, part =>
        {
            var random = new Random((seed * 1000) + part);
            for (int i = 0; i < Cases / Parts; i++)
            {
                once(random, count => Interlocked.Increment(ref writes[count]));
            }
        });
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writes.Sum()} cases; by number of writes: {string.Join(", ", writes)}"));
    }

    /// <summary>A unit's battery settings in tenths of volts; the type as PI18 has it, 2 for the user's.</summary>
    private sealed record Bank(int Type, int CutOff, int ReCharge, int ReDischarge, int Float, int Bulk)
    {
        /// <summary>The rules that it breaks, by number.</summary>
        public int[] Broken =>
        [
            .. CutOff > ReCharge ? [0] : Array.Empty<int>(),
            .. ReDischarge != 0 && ReCharge >= ReDischarge ? [1] : Array.Empty<int>(),
            .. ReDischarge != 0 && ReDischarge > Float ? [2] : Array.Empty<int>(),
            .. Float > Bulk ? [3] : Array.Empty<int>(),
        ];

        /// <summary>The state after a setter; no value where a unit refuses it.</summary>
        public Bank? Obey(string setter)
        {
            int[] numbers = [.. setter.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            return setter switch
            {
                _ when setter.StartsWith("PBT", StringComparison.Ordinal) => this with { Type = numbers[0] },
                _ when setter.StartsWith("PSDV", StringComparison.Ordinal) => Type == 2 ? this with { CutOff = numbers[0] } : null,
                _ when setter.StartsWith("MCHGV", StringComparison.Ordinal) => Type == 2 ? this with { Bulk = numbers[0], Float = numbers[1] } : null,
                _ when setter.StartsWith("BUCD", StringComparison.Ordinal) => numbers[1] <= Float ? this with { ReCharge = numbers[0], ReDischarge = numbers[1] } : null,
                _ => null,
            };
        }

        public string Text(string word) => word switch
        {
            "PBT" => Line($"PBT{Type}"),
            "PSDV" => Line($"PSDV{CutOff}"),
            "MCHGV" => Line($"MCHGV{Bulk},{Float}"),
            _ => Line($"BUCD{ReCharge},{ReDischarge:000}"),
        };

        private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

        public object Of(SettingDefinition setting) => setting.Name switch
        {
            "BatteryType" => (BatteryType)Type,
            "CutOffVoltage" => CutOff / 10m,
            "ReChargeVoltage" => ReCharge / 10m,
            "ReDischargeVoltage" => ReDischarge / 10m,
            "FloatVoltage" => Float / 10m,
            _ => Bulk / 10m,
        };

        public static KeyValuePair<SettingDefinition, object>[] Until(Bank goal, IEnumerable<SettingDefinition> named) => [.. named.Select(setting => KeyValuePair.Create(setting, goal.Of(setting)))];

        public Bank With(Bank goal, SettingDefinition[] named)
        {
            bool Has(string name) => named.Any(setting => setting.Name == name);
            return new Bank(
                Has("BatteryType") ? goal.Type : Type,
                Has("CutOffVoltage") ? goal.CutOff : CutOff,
                Has("ReChargeVoltage") ? goal.ReCharge : ReCharge,
                Has("ReDischargeVoltage") ? goal.ReDischarge : ReDischarge,
                Has("FloatVoltage") ? goal.Float : Float,
                Has("BulkVoltage") ? goal.Bulk : Bulk);
        }
    }
}
