using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core;
using Lvx.Core.Links.Native;

namespace Lvx.Simulator.Native;

/// <summary>The virtual USB sockets of this machine's kernel (module vhci-hcd): a device is plugged in by handing the kernel a socket that speaks USB/IP.</summary>
internal static unsafe class VhciPorts
{
    private const string Folder = "/sys/devices/platform/vhci_hcd.0";

    // Of enum usbip_device_status, as the file says it: what was plugged in there before is wholly gone.
    private const string Free = "004";
    private const string HighSpeedHub = "hs";
    private const int LowSpeed = 1;
    private const uint FirstDevice = 0x10001;

    /// <summary>The sockets into which a low-speed device can be plugged now, by what the file <c>status</c> says.</summary>
    public static IReadOnlyList<int> FindFree(string status) =>
    [
        .. status.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [HighSpeedHub, _, Free, ..])
            .Select(words => int.Parse(words[1], NumberStyles.None, CultureInfo.InvariantCulture))
            .Order(),
    ];

    /// <exception cref="LvxException">The kernel has no such sockets.</exception>
    public static IReadOnlyList<int> FindFree()
    {
        try
        {
            return FindFree(File.ReadAllText(Path.Combine(Folder, "status")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Failed($"this system's kernel has none, or does not show them ({error.Message})");
        }
    }

    /// <summary>Plugs a low-speed device in.</summary>
    /// <returns>The device's end of the wire; closing it unplugs.</returns>
    /// <exception cref="LvxException">The kernel does not take it.</exception>
    public static FileDescriptor Attach(int port)
    {
        int* ends = stackalloc int[2];
        if (UsbLibc.SocketPair(UsbLibc.AfUnix, UsbLibc.SockStreamCloExec, 0, ends) != 0)
        {
            throw Failed(Marshal.GetLastPInvokeErrorMessage());
        }

        var device = new FileDescriptor(ends[0]);
        using var kernels = new FileDescriptor(ends[1]);
        using var attach = new FileDescriptor(Libc.Open(Path.Combine(Folder, "attach"), Libc.OWrOnly | Libc.OCloExec));
        byte[] order = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{port} {ends[1]} {FirstDevice + (uint)port} {LowSpeed}"));
        fixed (byte* start = order)
        {
            if (!attach.IsInvalid && Libc.Write(attach, start, (nuint)order.Length) == order.Length)
            {
                return device;
            }
        }

        string problem = Marshal.GetLastPInvokeErrorMessage();
        device.Dispose();
        throw Failed(problem);
    }

    private static LvxException Failed(string problem) => new(
        LvxError.DeviceUnsupported,
        "vhci_hcd",
        $"the simulated unit cannot be plugged in: {problem}.",
        "Run as root on a kernel with the module vhci-hcd (`modprobe vhci-hcd`), name a socket that is free, or serve with --usbip-listen.");
}
