using System.Diagnostics;
using System.Globalization;
using Lvx.Core;
using Lvx.Core.Links.Native;
using Lvx.Simulator.Native;

namespace Lvx.Simulator.Usb;

/// <summary>The virtual USB sockets of this machine's own kernel.</summary>
internal sealed class VhciSockets : IUsbSockets
{
    // A kernel lets go of what was unplugged in a fraction of this.
    private static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(10);

    private readonly int[] ports;

    /// <param name="count">How many are needed.</param>
    /// <param name="first">The first of them, the others after it; null for whichever are free.</param>
    /// <exception cref="LvxException">There are not so many.</exception>
    public VhciSockets(int count, int? first)
    {
        IReadOnlyList<int> free = VhciPorts.FindFree();
        ports = [.. free.Where(port => port >= (first ?? 0)).Take(count)];
        if (ports.Length < count || (first is not null && ports[^1] != first + count - 1))
        {
            throw new LvxException(
                LvxError.DeviceInUse,
                "vhci_hcd",
                string.Create(CultureInfo.InvariantCulture, $"{count} sockets are needed, and free are {(free.Count == 0 ? "none" : string.Join(", ", free))}."),
                "Serve fewer units, or name another --vhci socket.");
        }
    }

    public string Plug(UsbUnit unit, int socket, Action<UsbEnd> ended)
    {
        int port = ports[socket];
        var watch = Stopwatch.StartNew();
        while (!VhciPorts.FindFree().Contains(port) && watch.Elapsed < LettingGo)
        {
            Thread.Sleep(5);
        }

        FileDescriptor wire = VhciPorts.Attach(port);
        unit.Begin(wire, wire, ended);
        unit.AwaitKnown();
        return string.Create(CultureInfo.InvariantCulture, $"USB socket {port} of vhci_hcd");
    }

    public void Unplug(UsbUnit unit, int socket)
    {
        // The wire's end is all it takes.
    }

    public void Dispose()
    {
    }
}
