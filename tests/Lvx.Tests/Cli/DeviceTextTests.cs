using System.Text.Json;

namespace Lvx.Tests.Cli;

/// <summary>Text from a device is data: its escape sequences are shown, not obeyed.</summary>
public sealed class DeviceTextTests
{
    private const char Escape = '\x1b';

    [Fact]
    public void Escape_sequences_in_the_status_are_shown()
    {
        using var unit = new TcpSpeaker(("VFW", $"{Escape}[31m,{Escape}[2Ja,0\\000"));
        Ran ran = Ran.Lvx("status", "--device", unit.Device);

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain(Escape, ran.Output);
        Assert.Contains(@"Firmware main     \x1b[31m", ran.Lines);
        Assert.Contains(@"\x1b[2Ja", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_sequences_in_an_answer_are_shown()
    {
        using var unit = new TcpSpeaker(("XYZ", $"{Escape}]0;title\a,\u009b31m"));
        Ran ran = Ran.Lvx("query", "XYZ", "--device", unit.Device);

        Assert.Contains(@"\x1b]0;title\x07,\x9b31m", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output, c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"not plain: {(int)c:x}"));
    }

    [Fact]
    public void Json_keeps_the_text_and_escapes_it_in_its_own_way()
    {
        using var unit = new TcpSpeaker(("VFW", $"{Escape}[31m,06126,00000"));

        foreach (string[] line in (string[][])[["status", "--json"], ["query", "VFW", "--json"]])
        {
            Ran ran = Ran.Lvx([.. line, "--device", unit.Device]);
            Assert.DoesNotContain(Escape, ran.Output);
            JsonElement answer = ran.Json[0];
            JsonElement holder = answer.TryGetProperty("fields", out JsonElement fields) ? fields : answer;
            Assert.Equal($"{Escape}[31m", holder.GetProperty("mainFirmware").GetString());
        }
    }

    [Fact]
    public void Escape_sequences_in_errors_are_shown_and_escaped_once()
    {
        using var other = new TcpSpeaker(("PI", $"{Escape}7"));
        Ran ran = Ran.Lvx("status", "--device", other.Device, "--timeout", "1");
        Assert.Equal(3, ran.ExitCode);
        Assert.DoesNotContain(Escape, ran.Error);

        using var stranger = new TcpSpeaker(("ID", $"14961322{Escape}[31m010000000"));
        Ran seen = Ran.Lvx("status", "--device", stranger.Device, "--serial", "1");
        Assert.Equal(3, seen.ExitCode);
        Assert.Contains(@"seen: 961322\x1b[31m010.", seen.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, seen.Error);
    }

    [Fact]
    public void Escape_sequences_in_the_arguments_are_shown_too()
    {
        Ran ran = Ran.Lvx("status", "--device", $"foo:{Escape}[31m");

        ran.Failed(2, @"foo:\x1b[31m", "tcp://host:port");
        Ran.Lvx($"{Escape}[31m").Failed(2, @"\x1b[31m", "--help");
    }
}
