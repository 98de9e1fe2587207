using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>A terminal that gives keys one by one and does not show them, until it is put back as it was.</summary>
internal sealed unsafe class TerminalMode
{
    private readonly FileDescriptor tty;
    private Libc.Termios before;

    private TerminalMode(FileDescriptor tty, Libc.Termios before)
    {
        this.tty = tty;
        this.before = before;
    }

    /// <summary>Null where it cannot be set.</summary>
    public static TerminalMode? Enter(FileDescriptor tty)
    {
        Libc.Termios settings;
        if (Libc.TcGetAttr(tty, &settings) != 0)
        {
            return null;
        }

        var mode = new TerminalMode(tty, settings);
        // Ctrl+C stays a signal. Ctrl+S would hold the next write for ever, and Ctrl+Z would leave the shell with this screen.
        settings.LocalFlags &= ~(Libc.Termios.ICanon | Libc.Termios.Echo | Libc.Termios.IExten);
        settings.LocalFlags |= Libc.Termios.ISig;
        settings.InputFlags &= ~Libc.Termios.IXOn;
        settings.ControlCharacters[Libc.Termios.VMin] = 1;
        settings.ControlCharacters[Libc.Termios.VTime] = 0;
        settings.ControlCharacters[Libc.Termios.VSusp] = 0;
        return Libc.TcSetAttr(tty, Libc.TcsaNow, &settings) == 0 ? mode : null;
    }

    public void Restore()
    {
        fixed (Libc.Termios* settings = &before)
        {
            _ = Libc.TcSetAttr(tty, Libc.TcsaNow, settings);
        }
    }
}
