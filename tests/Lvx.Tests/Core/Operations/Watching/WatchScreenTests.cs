using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations;

public sealed class WatchScreenTests
{
    private static readonly ScreenView Overview = new(ScreenPage.Overview, 1, TimeSpan.FromSeconds(2), IsPaused: false, IsUnicode: false);

    private readonly WatchBench bench = new();

    [Fact]
    public void At_80x24_a_healthy_pair_looks_like_this()
    {
        bench.TakeHealthy();
        bench.Clock.Pass(2);
        bench.TakeHealthy();
        bench.Clock.Pass(1);

        Assert.Equal(
            """
            LVX6048 x2     SYNC OK   Charge/Charge             every 2s   12:00:02 (1s ago)
            +- Solar ------------+- Battery ---------------+- Load ------------------------+
            | 6350 W             | 96 % 55.1 V charging    | 0 W                       0 % |
            | today 21.4 kWh     | +112 A         ~+6171 W | 0 VA            PGS total: -- |
            +--------------------+-------------------------+-------------------------------+
            | Grid 0 V 0 Hz   line: no flow                                   Battery V == |
            +------------------------------------------------------------------------------+
                               lvx6048-1        lvx6048-2        DELTA    LIMIT   RESULT
            Mode               Charge           Charge           =        equal   OK
            Fault              none             none             =        none    OK
            Warnings           none             none             =        none    OK
            Instance           0                1                distinct own     OK
            Firmware main      06306            06306            =        equal   OK
            Firmware slave     06126            06021            differs  -       note
            Settings           --               --               --       equal   --
            Battery V          55.1             55.1             0.0      0.2     OK
            Battery %          96               96               0
            Charge A           55               57               2        5       OK
            Solar W            3120             3230             110
            Output V           120.1            120.1            0.0      2.0     OK
            Output Hz          60.0             60.0             0.0      0.1     OK
            -- Since 12:00 ---------------------------------------------------------------
            no event
            READ-ONLY   q quit  ? help  p pause  r refresh  +/- rate  1/2 unit  e events
            """.Split('\n'),
            Text(Overview, 80, 24));
    }

    [Fact]
    public void A_silent_unit_is_marked_with_its_age_and_its_values_stay()
    {
        bench.TakeHealthy();
        bench.Clock.Pass(41);
        bench.Take([bench.Unit(1)], 2);
        bench.Clock.Pass(1);

        string[] lines = Text(Overview, 80, 24);
        Assert.StartsWith("LVX6048 x2     NOT IN SYNC   Charge/STALE", lines[0], StringComparison.Ordinal);
        Assert.Contains("Answers            yes              STALE 42s                 all     FAIL", lines);
        Assert.Contains("Charge A           55               57               --       5       --", lines);
        Assert.Contains("3120 W (1 of 2)", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Next step (answers): Check that the unit is on.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("12:00:41 SILENT: /dev/hidraw2: GS got no answer", StringComparison.Ordinal) && line.EndsWith("unit 2", StringComparison.Ordinal));
    }

    [Fact]
    public void What_fails_is_shown_before_what_does_not_fit()
    {
        bench.Take([bench.Unit(1), bench.Unit(2, state => state with { Status = state.Status with { OutputFrequency = 50.0m }, Mode = OperatingMode.Fault, Fault = new FaultStatus { FaultCode = 83 } })]);

        string[] lines = Text(Overview, 80, 16);
        Assert.Contains(lines, line => line.StartsWith("Output Hz ", StringComparison.Ordinal) && line.EndsWith("FAIL", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Fault ", StringComparison.Ordinal) && line.EndsWith("FAIL", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Mode ", StringComparison.Ordinal) && line.EndsWith("FAIL", StringComparison.Ordinal));
    }

    [Fact]
    public void At_120x40_there_are_more_rows_and_the_last_minutes()
    {
        bench.TakeHealthy();
        bench.Clock.Pass(2);
        bench.Take([bench.Unit(1), bench.Unit(2, state => state with { Status = state.Status with { BatteryChargeCurrent = 50 } })]);

        string[] lines = Text(Overview, 120, 40);
        Assert.Equal(40, lines.Length);
        Assert.Contains("Charge A   #_  +105 to +112", lines);
        Assert.Contains(lines, line => line.StartsWith("Heat sink C ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("-- Last 2s -", StringComparison.Ordinal));
    }

    [Fact]
    public void At_60_columns_the_boxes_go_and_what_matters_stays()
    {
        bench.TakeHealthy();

        string[] lines = Text(Overview, 60, 24);
        Assert.StartsWith("Battery  96 % 55.1 V charging   +112 A   ~+6171 W", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Charge A ", StringComparison.Ordinal) && line.EndsWith("OK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains('|', StringComparison.Ordinal));
    }

    [Fact]
    public void Where_columns_go_the_limit_goes_first_and_the_result_stays()
    {
        var five = new WatchBench(4);
        five.Take([.. Enumerable.Range(1, 4).Select(number => five.Unit(number))]);

        Assert.Contains("LIMIT", Text(five, Overview, 84, 24)[7], StringComparison.Ordinal);
        Assert.DoesNotContain("LIMIT", Text(five, Overview, 76, 24)[5], StringComparison.Ordinal);
        Assert.Contains("DELTA", Text(five, Overview, 76, 24)[5], StringComparison.Ordinal);
        Assert.DoesNotContain("DELTA", Text(five, Overview, 56, 24)[5], StringComparison.Ordinal);
        Assert.EndsWith("RESULT", Text(five, Overview, 56, 24)[5], StringComparison.Ordinal);
        Assert.StartsWith("1-3 of 4", Text(five, Overview, 48, 24)[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(47, 24)]
    [InlineData(80, 15)]
    [InlineData(20, 5)]
    public void Below_the_smallest_size_it_says_what_it_needs(int width, int height)
    {
        bench.TakeHealthy();

        string text = string.Join(' ', Text(Overview, width, height));
        Assert.Contains($"{width}x{height}", text, StringComparison.Ordinal);
        Assert.Contains("48x16 is needed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_is_ever_larger_than_the_screen_and_nothing_in_it_is_obeyed()
    {
        foreach (int units in (int[])[1, 2, 9])
        {
            var many = new WatchBench(units);
            ForAllSizes(many);
            many.Take([.. Enumerable.Range(1, units - 1).Select(number => many.Unit(number, name: "x\u001b[31m\u0007" + number))], units);
            ForAllSizes(many);
            many.TakeHealthy();
            ForAllSizes(many);
        }
    }

    [Fact]
    public void Device_text_is_shown_and_not_obeyed()
    {
        bench.Take([bench.Unit(1, state => state with { Firmware = state.Firmware with { Main = "06\u001b[2J" } }), bench.Unit(2)]);

        Assert.Contains(Text(Overview, 80, 24), line => line.Contains(@"06\x1b[2J", StringComparison.Ordinal));
    }

    [Fact]
    public void One_unit_has_a_page_with_all_it_says()
    {
        bench.TakeHealthy();

        string[] lines = Text(Overview with { Page = ScreenPage.Unit, Unit = 2 }, 80, 24);
        Assert.Equal("Unit 2  lvx6048-2  /dev/hidraw2  serial 96132206100002  0s ago", lines[1]);
        Assert.Contains(lines, line => line.StartsWith("Charge A         57", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Heat sink C ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_fits_80x24() => Assert.DoesNotContain(Text(Overview with { Page = ScreenPage.Help }, 80, 24), line => line.StartsWith("...", StringComparison.Ordinal));

    [Fact]
    public void Before_the_first_reading_it_says_what_it_waits_for_and_shows_no_0()
    {
        string[] lines = Text(Overview, 80, 24);
        Assert.StartsWith("LVX6048 x2     READING", lines[0], StringComparison.Ordinal);
        Assert.Contains("| -- W               | -- % -- V --            | -- W                     -- % |", lines);
        Assert.Contains("Reading lvx6048-1, lvx6048-2 for the first time ...", lines);
    }

    [Fact]
    public void A_pause_is_said_in_a_word()
    {
        bench.TakeHealthy();

        string[] lines = Text(Overview with { IsPaused = true }, 80, 24);
        Assert.Contains("PAUSED", lines[0], StringComparison.Ordinal);
        Assert.Contains("p go on", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "▁█ ▄")]
    [InlineData(false, "_# :")]
    public void Bars_go_from_the_least_to_the_greatest_and_what_is_missing_is_a_gap(bool isUnicode, string bars) =>
        Assert.Equal(bars, Sparkline.Draw([9m, 0m, 10m, null, 5m], 4, isUnicode));

    [Theory]
    [InlineData("a\u001b[Bb", "ab")]
    [InlineData("\u001bOPq", "q")]
    [InlineData("\u001b", "\u001b")]
    [InlineData("é+", "+")]
    public void What_arrow_and_function_keys_send_is_passed_over(string sent, string keys) =>
        Assert.Equal(keys, string.Concat(KeyReader.Decode(System.Text.Encoding.UTF8.GetBytes(sent))));

    private static void ForAllSizes(WatchBench bench)
    {
        foreach (ScreenPage page in Enum.GetValues<ScreenPage>())
        {
            for (int width = 1; width <= 140; width += 3)
            {
                for (int height = 1; height <= 45; height += 2)
                {
                    IReadOnlyList<ScreenLine> lines = WatchScreen.Draw(bench.State, Overview with { Page = page }, width, height);
                    Assert.True(lines.Count <= height, $"{page} at {width}x{height} has {lines.Count} lines");
                    Assert.All(lines, line =>
                    {
                        Assert.True(line.Width <= width, $"{page} at {width}x{height}: {line}");
                        Assert.DoesNotContain(line.ToString(), char.IsControl);
                    });
                }
            }
        }
    }

    private static string[] Text(WatchBench bench, ScreenView view, int width, int height) => [.. WatchScreen.Draw(bench.State, view, width, height).Select(line => line.ToString())];

    private string[] Text(ScreenView view, int width, int height) => Text(bench, view, width, height);
}
