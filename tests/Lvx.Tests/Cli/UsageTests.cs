using Lvx.Core.Links.Hidraw;

namespace Lvx.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "say what to do: devices, site, status, watch, energy, settings, compare, sync-check, report, set-charge-current, set, profile, restore, set-clock, journal, query, resolve-links, system, maintenance, simulate or demo", "lvx --help")]
    [InlineData("frobnicate", "'frobnicate' is not understood", "lvx --help")]
    [InlineData("status sim:pair", "'sim:pair' is not understood", "lvx status --help")]
    [InlineData("status --colour", "'--colour' is not understood", "lvx status --help")]
    [InlineData("status --device", "--device", "lvx status --help")]
    [InlineData("status --device sim:pair --count 3", "--count goes with --interval", "lvx status --help")]
    [InlineData("status --device sim:pair --interval soon", "'soon'", "lvx status --help")]
    [InlineData("status --device sim:pair --interval 0", "--interval takes 0.01 to 86400 seconds", "lvx status --help")]
    [InlineData("status --device sim:pair --interval 1 --count 0", "--count takes 1 to", "lvx status --help")]
    [InlineData("status --device sim:pair --timeout 0", "--timeout takes 0.05 to 600 seconds", "lvx status --help")]
    [InlineData("status --device sim:pair --timeout NaN", "--timeout takes 0.05 to 600 seconds", "lvx status --help")]
    [InlineData("status --device sim:pair --hid-gap 2000", "--hid-gap takes 0 to 1000 milliseconds", "lvx status --help")]
    [InlineData("status --device sim:pair --hid-form Wide", "'Wide'", "lvx status --help")]
    [InlineData("watch --device sim:pair --interval 0", "--interval takes 0.1 to 86400 seconds", "lvx watch --help")]
    [InlineData("watch --device sim:pair --count 0", "--count takes 1 to", "lvx watch --help")]
    [InlineData("watch --device sim:pair --battery-voltage-tolerance -1", "--battery-voltage-tolerance takes 0 to 1000", "lvx watch --help")]
    [InlineData("query", "query", "lvx query --help")]
    [InlineData("resolve-links --wait 1000", "--wait takes 0 to 600 seconds", "lvx resolve-links --help")]
    [InlineData("system", "say what to do: install, remove, status", "lvx system --help")]
    [InlineData("maintenance", "either -- COMMAND or --finish", "lvx maintenance --help")]
    [InlineData("maintenance --finish -- true", "either -- COMMAND or --finish", "lvx maintenance --help")]
    [InlineData("simulate", "--pty PATH, --tcp HOST:PORT or --usbip COUNT", "lvx simulate --help")]
    [InlineData("simulate --usbip 2 --pty x", "--usbip goes with neither --pty nor --tcp", "lvx simulate --help")]
    [InlineData("simulate --pty x --plugged 1", "--plugged goes with --usbip", "lvx simulate --help")]
    [InlineData("simulate --tcp 127.0.0.1:0 --baud -1", "--baud takes 0 to", "lvx simulate --help")]
    [InlineData("simulate --tcp nowhere", "nowhere", "127.0.0.1:8899")]
    [InlineData("simulate --tcp 0.0.0.0:0", "0.0.0.0:0: other machines can reach this address", "127.0.0.1")]
    [InlineData("simulate --tcp 127.0.0.1:0 --misbehave badly", "no misbehaviour 'badly'", "late=4.5@GS")]
    [InlineData("status --device foo:bar", "foo:bar: this is no form of a device", "tcp://host:port")]
    [InlineData("status --device sim:trio", "no simulated site 'trio'", "sim:pair")]
    [InlineData("status --device sim:pair?speed=9", "'speed=9' is no option", "baud=N")]
    [InlineData("status --device sim:pair --transcript /no/such/folder/file", "cannot be written", "folder")]
    public void Wrong_usage_is_one_line_and_a_next_step_and_exit_code_2(string line, string what, string nextStep)
    {
        Ran ran = Ran.Lvx(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        ran.Failed(2, what, nextStep);
        Assert.Equal("", ran.Output);
    }

    [Theory]
    [InlineData("/dev/hidraw987654", "there is no such device", "sim:pair")]
    [InlineData("sim:single?misbehave=silence", "PI got no answer within 0.4 s: the line was silent", "unit is on")]
    [InlineData("sim:single?misbehave=refuse@GS", "GS was refused", "firmware")]
    [InlineData("replay:/no/such/file", "cannot be read", "file's name")]
    public void A_device_that_fails_is_one_line_and_a_next_step_and_exit_code_3(string device, string what, string nextStep)
    {
        Ran ran = Ran.Lvx("status", "--device", device, "--timeout", "0.4");

        ran.Failed(3, what, nextStep);
        Assert.StartsWith($"lvx: {device.Split('?')[0]}", ran.Error, StringComparison.Ordinal);
        Assert.Equal("", ran.Output);
    }

    [Fact]
    public void A_damaged_answer_names_the_device_the_question_and_the_cause()
    {
        Ran.Lvx("status", "--device", "sim:single?misbehave=bad-crc@MOD").Failed(
            3, "sim:single/1?misbehave=bad-crc@MOD: MOD got only damaged answers: the checksum was wrong 3 times.", "Check the cable");
    }

    [Fact]
    public void A_unit_of_another_protocol_is_refused()
    {
        using var unit = new TcpSpeaker(("PI", "17"));

        Ran.Lvx("status", "--device", unit.Device).Failed(3, $"{unit.Device}: this is no PI18 unit: asked for its protocol (PI), it says 17", "PI17");
    }

    [Fact]
    public void Nothing_found_says_what_was_looked_for_and_that_there_is_a_simulated_pair()
    {
        Assert.SkipUnless(HidrawNode.FindInverters().Count == 0, "an inverter is plugged into this machine");

        Ran.Lvx("status").Failed(3, "0665:5161", "sim:pair");
        Ran.Lvx("query", "GS").Failed(3, "0665:5161", "sim:pair");
    }

    [Theory]
    [InlineData("--help", "demo")]
    [InlineData("status --help", "--interval")]
    [InlineData("watch --help", "--events")]
    [InlineData("query --help", "Setters are refused")]
    [InlineData("simulate --help", "trickle")]
    [InlineData("resolve-links --help", "3 a unit was not found")]
    [InlineData("system install --help", "--root")]
    [InlineData("maintenance --help", "128 + n")]
    [InlineData("--version", "0.")]
    public void Help_and_version_are_no_errors(string line, string shown)
    {
        Ran ran = Ran.Lvx(line.Split(' '));

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("", ran.Error);
        Assert.Contains(shown, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("96132206100002")]
    [InlineData("1496132206100002000000")]
    public void A_unit_is_found_by_its_serial_number(string serial)
    {
        Ran ran = Ran.Lvx("status", "--json", "--device", "sim:pair", "--serial", serial);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("", ran.Error);
        Assert.Equal("lvx6048-2", Assert.Single(ran.Json.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void A_serial_number_that_nobody_has_is_an_error_that_says_whom_it_saw()
    {
        Ran.Lvx("status", "--device", "sim:pair", "--serial", "11111111111111").Failed(3, "11111111111111 was found; seen: 96132206100001, 96132206100002", "label");
    }

    [Fact]
    public void Verbose_says_whom_it_left_out_and_frames_shows_every_frame_on_standard_error()
    {
        Ran verbose = Ran.Lvx("status", "--device", "sim:pair", "--serial", "96132206100002", "--verbose");
        Assert.Contains("sim:pair/1", Assert.Single(verbose.ErrorLines), StringComparison.Ordinal);

        Ran frames = Ran.Lvx("query", "MOD", "--device", "sim:single", "--frames");
        Assert.Equal(7, frames.ErrorLines.Length);
        Assert.Equal(@"sim:single/1 > ^P006MOD\xdd\xbe\x0d  [5e503030364d4f44ddbe0d]", frames.ErrorLines[5]);
        Assert.Equal(0, frames.ExitCode);
    }
}
