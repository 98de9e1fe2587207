using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>Puts a tty into the state that the unit's UART has: 8 data bits, no parity, 1 stop bit, no flow control, no editing.</summary>
internal static unsafe class SerialPortSettings
{
    // The speed codes of Linux, not of POSIX at large.
    private static readonly Dictionary<int, uint> Speeds = new()
    {
        [1200] = 0x9,
        [2400] = 0xB,
        [4800] = 0xC,
        [9600] = 0xD,
        [19200] = 0xE,
        [38400] = 0xF,
        [57600] = 0x1001,
        [115200] = 0x1002,
    };

    public static void MakeRaw(SafeHandle tty, string device, int baudRate)
    {
        if (!Speeds.TryGetValue(baudRate, out uint speed))
        {
            throw new LvxException(
                LvxError.ArgumentInvalid, device, $"{baudRate} bit/s is no speed of a serial port.", $"Use one of: {string.Join(", ", Speeds.Keys)}; the unit's is 2400.");
        }

        Libc.Termios settings;
        bool set = Libc.TcGetAttr(tty, &settings) == 0;
        if (set)
        {
            Libc.CfMakeRaw(&settings);
            settings.ControlFlags |= Libc.Termios.CLocal | Libc.Termios.CRead;
            settings.ControlFlags &= ~(Libc.Termios.CStopB | Libc.Termios.ParEnb | Libc.Termios.CRtsCts);
            set = Libc.CfSetSpeed(&settings, speed) == 0 && Libc.TcSetAttr(tty, Libc.TcsaNow, &settings) == 0 && Libc.TcFlush(tty, Libc.TcioFlush) == 0;
        }

        if (!set)
        {
            throw LvxErrors.Lost(device, Marshal.GetLastPInvokeErrorMessage());
        }
    }
}
