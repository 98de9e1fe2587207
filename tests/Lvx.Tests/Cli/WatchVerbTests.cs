using Lvx.Pi18;

namespace Lvx.Tests.Cli;

public sealed class WatchVerbTests
{
    [Fact]
    public void Without_a_terminal_there_is_a_line_for_each_reading_and_no_escape()
    {
        Ran ran = Ran.Lvx("watch", "--device", "sim:pair", "--count", "2", "--interval", "0.1");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("", ran.Error);
        Assert.Equal(2, ran.Lines.Length);
        Assert.All(ran.Lines, line => Assert.EndsWith(
            "  SYNC OK  Charge/Charge  solar 6350 W  battery 96 % 55.1 V +112 A ~+6171 W  load 0 W 0 VA  grid 0.0 V", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', ran.Output);
    }

    [Fact]
    public void Events_alone_are_a_line_each()
    {
        Ran ran = Ran.Lvx("watch", "--device", "sim:pair?set2=MaxChargeCurrent:100", "--events", "--count", "2", "--interval", "0.1");

        Assert.EndsWith(" NOT IN SYNC: settings", Assert.Single(ran.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_is_silent_is_told_the_figures_say_of_how_many_they_are_and_the_exit_code_is_3()
    {
        Ran ran = Ran.Lvx("watch", "--device", "sim:pair?misbehave2=silence@GS", "--timeout", "0.3", "--count", "1");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("lvx6048-2: SILENT: sim:pair/2", ran.Lines[0], StringComparison.Ordinal);
        Assert.Contains("NOT IN SYNC  Charge/--  solar 3120 W", ran.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("(1 of 2 units)", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_unit_at_all_is_told_and_no_figure_is_0()
    {
        Ran ran = Ran.Lvx("watch", "--device", "sim:pair?misbehave=silence@GS", "--timeout", "0.3", "--count", "1");

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("NOT IN SYNC  --/--  solar -- W  battery -- % -- V -- A ~-- W  load -- W -- VA  grid -- V", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Tolerances_are_taken()
    {
        Assert.Contains("NOT IN SYNC: charge sharing", Ran.Lvx("watch", "--device", "sim:pair", "--count", "1", "--charge-current-tolerance", "1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_and_never_sets()
    {
        using var pair = new ServedPair();

        Assert.Equal(0, Ran.Lvx(["watch", .. pair.Devices, "--count", "3", "--interval", "0.1"]).ExitCode);

        Assert.All(pair.Units, unit => Assert.NotEmpty(unit.Log));
        Assert.All(pair.Units.SelectMany(unit => unit.Log), request => Assert.NotEqual(FrameKind.Setter, request.Kind));
    }
}
