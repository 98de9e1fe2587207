using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Links.Native;

namespace Lvx.Simulator.Native;

/// <summary>A pty: what one side writes, the other reads, as over a cable. Its other side is a tty like a serial port.</summary>
internal sealed unsafe class Pty : IDisposable
{
    private const int LongestName = 128;

    // While nobody has the other side open, reading this one fails; so one handle of it stays open, and clients may come and go.
    private readonly FileDescriptor slave;

    private Pty(FileDescriptor master, FileDescriptor slave, string node)
    {
        Master = master;
        this.slave = slave;
        Node = node;
    }

    /// <summary>This side.</summary>
    public FileDescriptor Master { get; }

    /// <summary>The node of the other side, such as <c>/dev/pts/3</c>.</summary>
    public string Node { get; }

    /// <exception cref="LvxException">The system has none to give.</exception>
    public static Pty Open()
    {
        const int flags = Libc.ORdWr | Libc.ONoCtty | Libc.OCloExec | Libc.ONonBlock;
        var master = new FileDescriptor(PtyLibc.OpenPt(flags));
        FileDescriptor? slave = null;
        try
        {
            byte* name = stackalloc byte[LongestName];
            if (master.IsInvalid || PtyLibc.GrantPt(master) != 0 || PtyLibc.UnlockPt(master) != 0 || PtyLibc.PtsName(master, name, LongestName) != 0)
            {
                throw Failed();
            }

            string node = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
            slave = new FileDescriptor(Libc.Open(node, flags));
            if (slave.IsInvalid)
            {
                throw Failed();
            }

            SerialPortSettings.MakeRaw(slave, node, 2400);
            return new Pty(master, slave, node);
        }
        catch
        {
            slave?.Dispose();
            master.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        slave.Dispose();
        Master.Dispose();
    }

    private static LvxException Failed() => new(
        LvxError.DeviceUnsupported, "pty", $"the system gave no pty ({Marshal.GetLastPInvokeErrorMessage()}).", "Check that /dev/pts is mounted, or serve over TCP instead.");
}
