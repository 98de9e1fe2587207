using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>The size of the terminal that standard output goes to.</summary>
public static class TerminalSize
{
    private const int Output = 1;

    /// <summary>Columns and lines; no value where there is no terminal, or it does not say. Asked of the kernel: the console of .NET sends a terminal a sequence of escapes when it is asked.</summary>
    public static unsafe (int Width, int Height)? OfOutput
    {
        get
        {
            Libc.WindowSize size;
            return Libc.Ioctl(Output, Libc.GetWindowSize, &size) == 0 && size.Columns > 0 && size.Rows > 0 ? (size.Columns, size.Rows) : null;
        }
    }
}
