using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core.Links.Native;
using Lvx.Simulator.Native;

namespace Lvx.Tests.Cli;

/// <summary>The live view on a terminal of its own: however it ends, the terminal is as it was.</summary>
public sealed partial class WatchTerminalTests : IDisposable
{
    private const int Sigint = 2;
    private const int Sigterm = 15;
    private const string OtherScreen = "\u001b[?1049h";
    private const string SameScreen = "\u001b[?1049l";
    private const string Cursor = "\u001b[?25h";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pty pty = Pty.Open();
    private readonly FileDescriptor tty;

    public unsafe WatchTerminalTests()
    {
        tty = new FileDescriptor(Libc.Open(pty.Node, Libc.ORdWr | Libc.ONoCtty | Libc.OCloExec));
        Libc.Termios settings;
        Assert.Equal(0, Libc.TcGetAttr(tty, &settings));
        settings.LocalFlags |= Libc.Termios.ICanon | Libc.Termios.Echo | Libc.Termios.ISig | Libc.Termios.IExten;
        settings.InputFlags |= Libc.Termios.IXOn;
        Assert.Equal(0, Libc.TcSetAttr(tty, Libc.TcsaNow, &settings));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(Sigint, 130)]
    [InlineData(Sigterm, 130)]
    public async Task However_it_ends_the_terminal_is_as_it_was(int signal, int exitCode)
    {
        byte[] before = Settings();
        using Process process = Start("xterm", "watch --device sim:pair");
        string shown = ReadUntil("SYNC OK");
        byte[] during = Settings();
        if (signal == 0)
        {
            Press("q");
        }
        else
        {
            Assert.Equal(0, Kill(process.Id, signal));
        }

        shown += ReadUntil(SameScreen);
        Assert.True(await Child.EndsWithinAsync(process, Patience, Token), "it did not end");

        Assert.Equal(exitCode, process.ExitCode);
        Assert.NotEqual(before, during);
        Assert.Equal(before, Settings());
        Assert.StartsWith(OtherScreen, shown, StringComparison.Ordinal);
        Assert.Contains(Cursor, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dumb", "")]
    [InlineData("xterm", "1")]
    public async Task A_terminal_that_obeys_nothing_or_wants_no_colour_gets_plain_lines(string term, string noColor)
    {
        byte[] before = Settings();
        using Process process = Start(term, "watch --device sim:pair --count 2 --interval 0.1", noColor);
        string shown = ReadUntil("SYNC OK") + ReadUntil("grid 0.0 V") + ReadUntil("grid 0.0 V");
        Assert.True(await Child.EndsWithinAsync(process, Patience, Token), "it did not end");

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain('\u001b', shown);
        Assert.Equal(before, Settings());
    }

    public void Dispose()
    {
        tty.Dispose();
        pty.Dispose();
    }

    private Process Start(string term, string line, string noColor = "")
    {
        ProcessStartInfo start = Child.Command("sh", "-c", $"exec \"$0\" \"$1\" {line} <\"$2\" >\"$2\"", Child.Dotnet, Child.LvxDll, pty.Node);
        start.Environment["TERM"] = term;
        start.Environment["NO_COLOR"] = noColor;
        return Process.Start(start)!;
    }

    private unsafe string ReadUntil(string end)
    {
        var text = new StringBuilder();
        using var waker = new Waker();
        byte* buffer = stackalloc byte[1];
        var deadline = Lvx.Core.Deadline.After(Patience);
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            Assert.True(waker.Wait(pty.Master, Libc.PollIn, deadline, Token), $"it did not show {end}: {text}");
            Assert.Equal(1, Libc.Read(pty.Master, buffer, 1));
            text.Append((char)buffer[0]);
        }

        return text.ToString();
    }

    private unsafe void Press(string keys)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(keys);
        fixed (byte* first = bytes)
        {
            Assert.Equal(bytes.Length, Libc.Write(pty.Master, first, (nuint)bytes.Length));
        }
    }

    private unsafe byte[] Settings()
    {
        Libc.Termios settings;
        Assert.Equal(0, Libc.TcGetAttr(tty, &settings));
        return new ReadOnlySpan<byte>(&settings, sizeof(Libc.Termios)).ToArray();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
