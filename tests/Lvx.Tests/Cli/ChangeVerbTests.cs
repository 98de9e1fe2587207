using System.Text.Json;
using Lvx.Cli;
using Lvx.Cli.Hosting;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Cli;

public sealed class ChangeVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_profile_is_planned_applied_and_then_there_is_nothing_to_do()
    {
        using var pair = Idle();
        FactoryDefaults(pair);

        Ran plan = Changing(null, ["profile", "plan", "eg4-lp4-v2", .. pair.Devices]);
        Assert.Empty(Setters(pair, 0));
        Ran applied = Changing(null, ["profile", "apply", "eg4-lp4-v2", .. pair.Devices, "--yes"]);
        Ran again = Changing(null, ["profile", "apply", "eg4-lp4-v2", .. pair.Devices, "--yes"]);
        Ran planned = Changing(null, ["profile", "plan", "eg4-lp4-v2", .. pair.Devices]);

        Assert.Equal(1, plan.ExitCode);
        Assert.Contains("[PBT2]", plan.Output, StringComparison.Ordinal);
        Assert.Contains(plan.Lines, line => line.Contains("before cut-off voltage: else cut-off voltage 48.0 V would be above", StringComparison.Ordinal));
        Assert.Equal(0, applied.ExitCode);
        Assert.Equal(["PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480"], Setters(pair, 0));
        Assert.Equal(["PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480"], Setters(pair, 1));
        Assert.Equal((0, 0), (again.ExitCode, planned.ExitCode));
        Assert.Equal(12, again.Lines.Count(line => line.EndsWith("AlreadySet", StringComparison.Ordinal)));
        Assert.Equal(4, Setters(pair, 0).Length);
    }

    [Fact]
    public void Undo_brings_back_what_the_last_run_changed()
    {
        using var pair = Idle();
        FactoryDefaults(pair);
        RatedInformation before = pair.Units[1].State.Rated;

        Assert.Equal(0, Changing(null, ["profile", "apply", "eg4-lp4-v2", .. pair.Devices, "--yes"]).ExitCode);
        Assert.NotEqual(before, pair.Units[1].State.Rated);
        Ran undone = Changing(null, ["profile", "undo", .. pair.Devices, "--yes"]);
        Ran again = Changing(null, ["profile", "undo", .. pair.Devices, "--yes"]);

        Assert.True(undone.ExitCode == 0, undone.ToString());
        Assert.Equal(before, pair.Units[1].State.Rated);
        again.Failed(3, "no run in the journal", "lvx journal");
    }

    [Theory]
    [InlineData("y\n", 0, 50)]
    [InlineData("n\n", 2, 60)]
    [InlineData("\n", 2, 60)]
    [InlineData("", 2, 60)]
    [InlineData(null, 2, 60)]
    public void Nothing_is_written_without_a_yes(string? answer, int exitCode, int ampere)
    {
        using var pair = Idle();

        Ran ran = Changing(answer, ["set-charge-current", "50", .. pair.Devices]);

        Assert.Equal(exitCode, ran.ExitCode);
        Assert.All(pair.Units, unit => Assert.Equal(ampere, unit.State.Rated.MaxChargeCurrent));
        Assert.Contains("1. Set max charge current 50 A (now 60 A)  [MCHGC0,050]", ran.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode == 2, ran.Error.Contains("nothing was written", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receipt_says_what_each_unit_has_now_where_its_settings_are_kept_and_how_to_bring_them_back()
    {
        using var pair = Idle();

        Ran set = Changing(null, ["set", "--bulk-voltage", "56", "--float-voltage", "54.0 V", .. pair.Devices, "--yes"]);
        string restore = set.ErrorLines.First(line => line.Contains("lvx restore ", StringComparison.Ordinal));
        string[] words = restore[(restore.IndexOf("lvx restore ", StringComparison.Ordinal) + 4)..].Split(' ');
        Ran restored = Changing(null, [.. words, "--yes"]);

        Assert.Equal(0, set.ExitCode);
        Assert.Contains(set.Lines, line => line.StartsWith("  Bulk voltage V   56.4  56.0  56.0  Applied ", StringComparison.Ordinal));
        Assert.Contains(set.Lines, line => line.StartsWith("  Float voltage V  54.0  54.0  54.0  AlreadySet", StringComparison.Ordinal));
        Assert.Equal(0, restored.ExitCode);
        Assert.Equal((56.4m, 56.0m), (pair.Units[0].State.Rated.BulkVoltage, pair.Units[1].State.Rated.BulkVoltage));
    }

    [Fact]
    public void A_refusal_while_charging_ends_with_4_and_names_the_cause()
    {
        using var pair = new ServedPair();

        Ran ran = Changing(null, ["set-charge-current", "50", .. pair.Devices, "--yes"]);

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("charging now (55 A)", Flat(ran.Output), StringComparison.Ordinal);
        Assert.Contains("An earlier change failed", Flat(ran.Output), StringComparison.Ordinal);
        Assert.Equal(["MCHGC0,050"], Setters(pair, 0));
        Assert.Empty(Setters(pair, 1));
    }

    [Fact]
    public void A_failure_on_the_second_unit_puts_the_first_back_and_ends_with_5()
    {
        using var pair = Idle("refuse@PSDV");

        Ran ran = Changing(null, ["set", "--cut-off-voltage", "47", .. pair.Devices, "--yes"]);

        Assert.Equal(5, ran.ExitCode);
        Assert.All(pair.Units, unit => Assert.Equal(48.0m, unit.State.Rated.CutOffVoltage));
        Assert.Contains("RolledBack", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["PSDV470", "PSDV480"], Setters(pair, 0));
    }

    [Fact]
    public void What_cannot_be_read_back_ends_with_6()
    {
        using var pair = Idle("unplug=60@PSDV");

        Ran ran = Changing(null, ["set", "--cut-off-voltage", "47", .. pair.Devices, "--yes", "--timeout", "0.5"]);

        Assert.Equal(6, ran.ExitCode);
        Assert.Contains("Unknown", ran.Output, StringComparison.Ordinal);
        Assert.Equal(48.0m, pair.Units[0].State.Rated.CutOffVoltage);
    }

    [Theory]
    [InlineData("100 A is not in this unit's list for max charge current: 10, 20, 30, 40, 50, 60, 70, 80 A. Above its end it can be set on the LCD only, Program 02.", "set-charge-current", "100")]
    [InlineData("55 A is not in this unit's list", "set-charge-current", "55")]
    [InlineData("Re-discharge voltage 55.0 V must not be above float voltage 54.0 V: set float voltage as well.", "set", "--re-discharge-voltage", "55")]
    [InlineData("Float voltage 57.0 V must not be above bulk voltage 56.4 V", "set", "--float-voltage", "57")]
    [InlineData("battery type User only", "set", "--battery-type", "agm", "--bulk-voltage", "56")]
    public void A_wish_that_cannot_be_is_refused_before_anything_is_sent(string what, params string[] args)
    {
        using var pair = Idle();

        Ran ran = Changing(null, [.. args, .. pair.Devices, "--yes"]);

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains(what, ran.Error, StringComparison.Ordinal);
        Assert.Contains("NotAttempted", ran.Output, StringComparison.Ordinal);
        Assert.Empty(Setters(pair, 0));
        Assert.Empty(Setters(pair, 1));
    }

    [Theory]
    [InlineData("--bulk-voltage: PI18 sets bulk voltage to 48.0 to 58.4 V in tenths only", "set", "--bulk-voltage", "59")]
    [InlineData("--re-charge-voltage: PI18 sets re-charge voltage to 44 to 51 V in whole volts only", "set", "--re-charge-voltage", "48.5")]
    [InlineData("--battery-type: PI18 sets battery type to", "set", "--battery-type", "pylontech")]
    [InlineData("--buzzer: it is on or off", "set", "--buzzer", "maybe")]
    [InlineData("name at least one setting", "set")]
    [InlineData("'--output-mode' is not understood", "set", "--output-mode", "single")]
    [InlineData("say what to do: list, show, plan, apply, undo", "profile")]
    [InlineData("a time is written as", "set-clock", "noon")]
    public void What_no_unit_can_be_set_to_is_wrong_usage(string what, params string[] args) => Changing(null, args).Failed(2, what, "--help");

    [Fact]
    public void A_clock_is_set_and_read_back()
    {
        using var pair = Idle();

        Ran set = Changing(null, ["set-clock", "2026-04-26T12:00:00", .. pair.Devices, "--yes"]);
        Ran shown = Ran.Lvx(["query", "T", .. pair.Devices, "--json"]);

        Assert.Equal(0, set.ExitCode);
        Assert.StartsWith("2026-04-26T12:00:0", shown.Json[1].GetProperty("fields").EnumerateObject().First().Value.GetString(), StringComparison.Ordinal);
        Assert.Equal(2, set.Lines.Count(line => line.Contains("  Applied  ", StringComparison.Ordinal)));
        Assert.StartsWith("DAT260426120000", Setters(pair, 0).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_tells_every_step_and_shows_damage_without_hiding_the_rest()
    {
        using var pair = Idle();
        Assert.Equal(0, Changing(null, ["set", "--cut-off-voltage", "47", .. pair.Devices, "--yes"]).ExitCode);
        string file = Path.Combine(folder, "journal.jsonl");
        string[] lines = File.ReadAllLines(file);
        lines[2] = lines[2][..40];
        File.WriteAllLines(file, lines);

        Ran table = Changing(null, "journal");
        JsonElement json = Changing(null, "journal", "--json", "--last", "3").Json;

        Assert.Equal(10, table.Lines.Length);
        Assert.StartsWith("line 3 is damaged: ", table.Lines[2], StringComparison.Ordinal);
        Assert.Contains("Intent    96132206100001  PSDV470  CutOffVoltage 48.0 V -> 47.0 V", table.Lines[1], StringComparison.Ordinal);
        Assert.Equal(["Answered", "Verified", "Ended"], json.EnumerateArray().Select(record => record.GetProperty("event").GetString()));
    }

    [Fact]
    public void A_baseline_is_restored_and_what_only_the_LCD_can_set_is_told()
    {
        using var pair = Idle();
        string baseline = Path.Combine(folder, "before.yaml");
        pair.Units[0].Change(state => state with { Rated = state.Rated with { MaxChargeCurrent = 100 } });
        Assert.Equal(0, Ran.Lvx(["settings", .. pair.Devices, "--export", baseline]).ExitCode);
        foreach (SimulatedUnit unit in pair.Units)
        {
            unit.Change(state => state with { Rated = state.Rated with { MaxChargeCurrent = 50, CutOffVoltage = 46m, FloatVoltage = 55m } });
        }

        Ran ran = Changing(null, ["restore", baseline, .. pair.Devices, "--yes"]);

        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("Program 02", Flat(ran.Output), StringComparison.Ordinal);
        Assert.Equal((50, 60), (pair.Units[0].State.Rated.MaxChargeCurrent, pair.Units[1].State.Rated.MaxChargeCurrent));
        Assert.All(pair.Units, unit => Assert.Equal((48.0m, 54.0m), (unit.State.Rated.CutOffVoltage, unit.State.Rated.FloatVoltage)));
    }

    private static ServedPair Idle(string misbehaviour2 = "")
    {
        var pair = new ServedPair(misbehaviour2);
        foreach (SimulatedUnit unit in pair.Units)
        {
            unit.Change(state => state with { Status = state.Status with { BatteryDirection = BatteryDirection.Idle, BatteryChargeCurrent = 0 } });
        }

        return pair;
    }

    private static void FactoryDefaults(ServedPair pair)
    {
        foreach (SimulatedUnit unit in pair.Units)
        {
            unit.Change(state => state with { Rated = state.Rated with { BatteryType = BatteryType.Agm, CutOffVoltage = 40.8m, ReChargeVoltage = 46.0m } });
        }
    }

    private static string[] Setters(ServedPair pair, int unit) => [.. pair.Units[unit].Log.Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text)];

    private static string Flat(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private Ran Changing(string? answer, params string[] args) => Ran.Changing(folder, answer, args);

    [Fact]
    public void A_unit_that_changed_since_the_plan_is_not_written_to_and_that_is_why()
    {
        using var pair = Idle();
        using var person = new Meanwhile(() => pair.Units[0].Change(state => state with { Rated = state.Rated with { CutOffVoltage = 46.0m } }));
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(
            ["set", "--cut-off-voltage", "47.0", .. pair.Devices.Take(2)],
            new Surroundings(output, error, 100, TestContext.Current.CancellationToken) { Person = person, JournalPath = Path.Combine(folder, "journal.jsonl"), Site = () => null, LockScope = Guid.NewGuid().ToString() });
        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("(now 46.0 V) was not written: the unit had other values than when the plan was made.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Run the command again", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(46.0m, pair.Units[0].State.Rated.CutOffVoltage);
    }

    /// <summary>Somebody who says yes, while something else happens.</summary>
    private sealed class Meanwhile(Action happens) : TextReader
    {
        public override string? ReadLine()
        {
            happens();
            return "y";
        }
    }
}
