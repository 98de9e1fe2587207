using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>
/// The terminal that a person sits at, on its other screen. However it ends, it is put back as it was: the screen, the cursor, and how keys come.
/// </summary>
internal sealed unsafe class Terminal : ITerminal, IDisposable
{
    private const int Input = 0;
    private const int Output = 1;
    private const int PlainWidth = 80;
    private const int PlainHeight = 24;

    // A terminal that is behind takes a few hundred bytes at a time; a longer write would hold the thread past a Ctrl+C.
    private const int MostAtOnce = 256;

    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(0.2);

    // A process has one terminal.
    private static int isTaken;

    private readonly FileDescriptor input;
    private readonly FileDescriptor output;
    private readonly TerminalMode mode;
    private readonly Waker waker = new();
    private readonly CancellationToken cancellation;
    private readonly Lock gate = new();
    private string[] shown = [];
    private (int Width, int Height) shownSize;
    private PosixSignalRegistration? resizes;
    private KeyReader? keys;
    private bool isLeft;

    private Terminal(FileDescriptor input, FileDescriptor output, TerminalMode mode, CancellationToken cancellation)
    {
        this.input = input;
        this.output = output;
        this.mode = mode;
        this.cancellation = cancellation;
        AppDomain.CurrentDomain.ProcessExit += LeaveAtExit;
    }

    /// <inheritdoc/>
    public bool IsUnicode { get; } = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && (locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public (int Width, int Height) Size => TerminalSize.OfOutput ?? (PlainWidth, PlainHeight);

    /// <summary>The terminal, on its other screen. Null where there is none, where it obeys no sequences (TERM=dumb), where none are wanted (NO_COLOR), or where it is taken.</summary>
    public static Terminal? TryOpen(CancellationToken cancellation)
    {
        if (Libc.IsATty(Input) == 0 || Libc.IsATty(Output) == 0
            || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb"
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Interlocked.Exchange(ref isTaken, 1) == 1)
        {
            return null;
        }

        var input = new FileDescriptor(Libc.Fcntl(Input, Libc.FDupFdCloExec, 0));
        var output = new FileDescriptor(Libc.Fcntl(Output, Libc.FDupFdCloExec, 0));
        TerminalMode? mode = input.IsInvalid || output.IsInvalid ? null : TerminalMode.Enter(input);
        if (mode is null)
        {
            input.Dispose();
            output.Dispose();
            isTaken = 0;
            return null;
        }

        var terminal = new Terminal(input, output, mode, cancellation);
        try
        {
            terminal.Write(AnsiText.Enter);
            return terminal;
        }
        catch
        {
            terminal.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Listen(Action<char> pressed, Action resized)
    {
        keys = new KeyReader(input, pressed);
        resizes = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => resized());
    }

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ScreenLine> lines)
    {
        (int Width, int Height) size = Size;
        var text = new StringBuilder();
        if (size != shownSize)
        {
            text.Append(AnsiText.Clear);
            shown = [];
            shownSize = size;
        }

        string[] placed = [.. lines.Select((line, row) => AnsiText.Place(row, line))];
        foreach ((int row, string line) in placed.Index())
        {
            if (row >= shown.Length || shown[row] != line)
            {
                text.Append(line);
            }
        }

        shown = placed;
        Write(text.ToString());
    }

    /// <summary>Puts the terminal back as it was.</summary>
    public void Dispose()
    {
        resizes?.Dispose();
        keys?.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= LeaveAtExit;
        Leave();
        waker.Dispose();
        input.Dispose();
        output.Dispose();
        isTaken = 0;
    }

    private void LeaveAtExit(object? sender, EventArgs e) => Leave();

    private void Leave()
    {
        lock (gate)
        {
            if (isLeft)
            {
                return;
            }

            isLeft = true;
            mode.Restore();
            using var patience = new Waker();
            if (patience.Wait(output, Libc.PollOut, Deadline.After(LeavePatience), CancellationToken.None))
            {
                WriteNow(Encoding.UTF8.GetBytes(AnsiText.Leave));
            }
        }
    }

    private void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int from = 0; from < bytes.Length; from += MostAtOnce)
        {
            while (!waker.Wait(output, Libc.PollOut, Deadline.After(TimeSpan.FromDays(1)), cancellation))
            {
            }

            lock (gate)
            {
                if (!isLeft)
                {
                    WriteNow(bytes.AsSpan(from, Math.Min(MostAtOnce, bytes.Length - from)));
                }
            }
        }
    }

    private void WriteNow(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            for (int done = 0; done < bytes.Length;)
            {
                nint count = Libc.Write(output, first + done, (nuint)(bytes.Length - done));
                if (count < 0 && Marshal.GetLastPInvokeError() is not Errno.Eintr and not Errno.Eagain)
                {
                    // It is gone; the key reader tells.
                    return;
                }

                done += (int)Math.Max(0, count);
            }
        }
    }
}
