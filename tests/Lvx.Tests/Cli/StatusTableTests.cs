using System.Text.RegularExpressions;

namespace Lvx.Tests.Cli;

public sealed partial class StatusTableTests
{
    private const string Pair = """
                          lvx6048-1             lvx6048-2
        Device            sim:pair/1            sim:pair/2
        Serial            96132206100001        96132206100002
        Read at           YYYY-MM-DD hh:mm:ssZ  YYYY-MM-DD hh:mm:ssZ
        Mode              Charge                Charge
        Fault             no fault              no fault
        Warnings          none                  none
        Parallel          instance 0 (master)   instance 1 (slave)
        Output mode       Parallel              Parallel
        Firmware main     06306                 06306
        Firmware slaves   06126 00000           06021 00000
        Battery V         55.1                  55.1
        Battery V at SCC  55.1 / 55.1           55.1 / 55.1
        Battery %         96                    96
        Battery           Charge                Charge
        Charge A          55                    57
        Discharge A       0                     0
        PV W              1570 / 1550           1625 / 1605
        PV V              251.4 / 248.2         249.8 / 250.6
        MPPT              Charging / Charging   Charging / Charging
        Output V          120.1                 120.1
        Output Hz         60.0                  60.0
        Output W          0                     0
        Output VA         0                     0
        Load %            0                     0
        Load connected    yes                   yes
        Grid V            0.0                   0.0
        Grid Hz           0.0                   0.0
        Line              Idle                  Idle
        DC/AC             DcToAc                DcToAc
        Heat sink °C      43                    44
        MPPT °C           39 / 38               39 / 39
        Settings changed  no                    no

        """;

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_pair_stands_side_by_side(int width)
    {
        Ran ran = Ran.Lvx(width, "status", "--device", "sim:pair");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("", ran.Error);
        Assert.Equal(Pair, Normalised(ran.Output));
        Assert.Equal("YYYY-MM-DD hh:mm:ssZ", Normalised($"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Nothing_is_wider_than_the_terminal_and_all_of_it_is_plain_text(int width)
    {
        foreach (string device in (string[])["sim:pair", "sim:many=5"])
        {
            Ran ran = Ran.Lvx(width, "status", "--device", device);

            Assert.All(ran.Lines, line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
            Assert.All(ran.Output, c => Assert.True(c is '\n' or '°' or (>= ' ' and <= '~'), $"not plain: {(int)c:x}"));
            Assert.All(ran.Lines, line => Assert.Equal(line.TrimEnd(), line));
        }
    }

    [Fact]
    public void What_does_not_fit_beside_follows_below()
    {
        Ran narrow = Ran.Lvx(45, "status", "--device", "sim:pair");
        Ran wide = Ran.Lvx(45, "status", "--device", "sim:pair/2");

        Assert.Contains("\n\n", narrow.Output, StringComparison.Ordinal);
        Assert.EndsWith(Normalised(wide.Output), Normalised(narrow.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_reading_is_two_dashes_and_never_0()
    {
        using var unit = new TcpSpeaker(("GS", "----,,1201,600,0000,0000,000,---,551,551,000,,096,041,039,038,1600,1520,2101,2089,0,2,2,0,1,0,0,0"));
        string[] lines = Ran.Lvx("status", "--device", unit.Device).Lines;

        Assert.Contains("Battery V         --", lines);
        Assert.Contains("Charge A          --", lines);
        Assert.Contains("Grid V            --", lines);
        Assert.Contains("Grid Hz           --", lines);
        Assert.Contains("Output W          0", lines);
    }

    [Fact]
    public void What_a_unit_refuses_to_tell_is_left_out_with_a_warning()
    {
        Ran ran = Ran.Lvx("status", "--device", "sim:single?misbehave=refuse@FWS");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Fault             --", ran.Lines);
        Assert.Contains("Warnings          --", ran.Lines);
        Assert.StartsWith("warning: sim:single/1?misbehave=refuse@FWS: FWS was refused, twice.", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_comes_with_its_number_words_and_next_step()
    {
        using var unit = new TcpSpeaker(("MOD", "04"), ("FWS", "83,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0"));
        Ran ran = Ran.Lvx(80, "status", "--device", unit.Device);

        Assert.Contains("Mode              Fault", ran.Lines);
        Assert.Contains("Fault             83 parallel battery voltage different", ran.Lines);
        Assert.Contains("Warnings          fan lock, battery high", ran.Lines);
        Assert.Contains("Next step         Connect all units to the same bank", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_code_that_no_document_knows_is_its_number()
    {
        using var unit = new TcpSpeaker(("MOD", "17"), ("FWS", "99,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0"));
        Ran ran = Ran.Lvx("status", "--device", unit.Device);

        Assert.Contains("Mode              17", ran.Lines);
        Assert.Contains("Fault             99 unknown fault", ran.Lines);
    }

    [Fact]
    public void A_unit_alone_is_single()
    {
        Assert.Contains("Parallel          single (instance 0)", Ran.Lvx("status", "--device", "sim:single").Lines);
    }

    [Fact]
    public void Readings_follow_each_other_with_an_empty_line_between()
    {
        Ran ran = Ran.Lvx("status", "--device", "sim:pair", "--interval", "0.02", "--count", "3");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(string.Join('\n', Pair, Pair, Pair), Normalised(ran.Output));
    }

    private static string Normalised(string text) => Timestamp().Replace(text, "YYYY-MM-DD hh:mm:ssZ");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex Timestamp();
}
