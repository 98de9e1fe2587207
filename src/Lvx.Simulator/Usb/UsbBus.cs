using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Lvx.Core;
using Lvx.Pi18;
using Lvx.Simulator.Usb;

namespace Lvx.Simulator;

/// <summary>
/// Simulated units that are USB devices: plugged into this machine's kernel, or offered to other programs by USB/IP. They can be unplugged, swapped and made sick while they serve.
/// </summary>
/// <remarks>Orders and ends of service are carried out one after the other, by the thread that runs it.</remarks>
public sealed class UsbBus : IDisposable
{
    private readonly BlockingCollection<Action> orders = [];
    private readonly UsbUnit[] units;
    private readonly int plugged;
    private readonly Action<string> tell;
    private readonly IUsbSockets sockets;

    private UsbBus(SimulatedSite site, LineOptions options, int plugged, Action<string> tell, Func<UsbBus, int, IUsbSockets> open)
    {
        units = [.. site.Units.Select((unit, index) => new UsbUnit(index + 1, unit, options))];
        this.plugged = plugged;
        this.tell = tell;
        sockets = open(this, units.Length);
    }

    /// <summary>The orders that <see cref="Order"/> takes, for people.</summary>
    public static string Orders => UsbCommand.Forms;

    /// <summary>Where it listens; null when the units are plugged into this machine's kernel.</summary>
    public IPEndPoint? EndPoint => (sockets as UsbIpServer)?.EndPoint;

    /// <summary>Plugs units into this machine's kernel, which takes root and the module vhci-hcd.</summary>
    /// <param name="site">The units.</param>
    /// <param name="options">Speed and misbehaviour of their lines.</param>
    /// <param name="plugged">How many of them are plugged in at the start.</param>
    /// <param name="firstSocket">The first of the kernel's virtual sockets that is used; null for whichever are free.</param>
    /// <param name="tell">Is told what happens, a line each.</param>
    /// <exception cref="LvxException">The kernel has no such sockets, or not so many that are free.</exception>
    public static UsbBus OfKernel(SimulatedSite site, LineOptions options, int plugged, int? firstSocket, Action<string> tell)
    {
        Require(site, options, tell);
        return new UsbBus(site, options, plugged, tell, (_, count) => new VhciSockets(count, firstSocket));
    }

    /// <summary>Offers units over TCP to whoever speaks USB/IP, such as the tool <c>usbip</c>.</summary>
    /// <param name="site">The units.</param>
    /// <param name="options">Speed and misbehaviour of their lines.</param>
    /// <param name="plugged">How many of them are plugged in at the start.</param>
    /// <param name="endPoint">Where to listen; port 0 for any that is free.</param>
    /// <param name="allowRemote">Whether an address that other machines can reach is meant. There is neither password nor encryption.</param>
    /// <param name="tell">Is told what happens, a line each.</param>
    /// <exception cref="LvxException">It cannot listen there.</exception>
    public static UsbBus OfNetwork(SimulatedSite site, LineOptions options, int plugged, IPEndPoint endPoint, bool allowRemote, Action<string> tell)
    {
        Require(site, options, tell);
        return new UsbBus(site, options, plugged, tell, (bus, _) => new UsbIpServer(endPoint, allowRemote, bus.orders.Add));
    }

    /// <summary>Plugs the units in, and serves until cancelled.</summary>
    /// <param name="started">Is called when they are plugged in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="LvxException">They cannot be plugged in.</exception>
    public void Run(Action started, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(started);
        for (int i = 0; i < plugged; i++)
        {
            Plug(units[i], i);
        }

        started();
        try
        {
            foreach (Action order in orders.GetConsumingEnumerable(cancellation))
            {
                Do(order);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Gives an order. What comes of it is told.</summary>
    public void Order(string text) => orders.Add(() => Carry(UsbCommand.Parse(text, units.Length)));

    /// <summary>Takes all of them out. Not while it runs: cancel that first.</summary>
    public void Dispose()
    {
        Array.ForEach(units, unit => unit.Dispose());
        sockets.Dispose();
        orders.Dispose();
    }

    private void Do(Action order)
    {
        try
        {
            order();
        }
        catch (LvxException problem)
        {
            tell($"error: {problem.Message} {problem.NextStep}");
        }
    }

    private void Carry(UsbCommand command)
    {
        UsbUnit unit = units[command.Unit - 1];
        if (command.Moment is { } moment)
        {
            unit.AtMoment = () => Carry(command with { Moment = null });
            unit.Faults.Watch = new UsbMomentWatch(moment);
            tell($"unit {unit.Number}: waits for its moment");
            return;
        }

        UsbUnit? other = command.Other is { } number ? units[number - 1] : null;
        switch (command.Verb)
        {
            case UsbVerb.Unplug:
                Unplug(unit);
                break;
            case UsbVerb.Plug:
                Plug(unit, unit.Socket ?? unit.LastSocket);
                break;
            case UsbVerb.Swap:
                Unplug(unit);
                Unplug(other!);
                Plug(other!, other!.LastSocket);
                Plug(unit, unit.LastSocket);
                break;
            case UsbVerb.Replace:
                Unplug(unit);
                Plug(other!, unit.LastSocket);
                break;
            case UsbVerb.Mute:
                unit.Faults.IsMute = command.IsOn;
                tell($"unit {unit.Number}: mute {(command.IsOn ? "on" : "off")}");
                break;
            case UsbVerb.Stall:
                unit.Faults.Stalls = command.IsOn;
                tell($"unit {unit.Number}: stall {(command.IsOn ? "on" : "off")}");
                break;
            case UsbVerb.Hang:
                unit.Faults.Hangs = command.IsOn;
                tell($"unit {unit.Number}: hang {(command.IsOn ? "on" : "off")}");
                break;
            default:
                Show(unit);
                break;
        }
    }

    private void Plug(UsbUnit unit, int socket)
    {
        Unplug(unit);
        if (Array.Find(units, other => other.Socket == socket) is { } there)
        {
            throw new LvxException(LvxError.DeviceInUse, null, $"unit {there.Number} is in that socket.", "Unplug it first.");
        }

        string where = sockets.Plug(unit, socket, end => orders.TryAdd(() => Ended(unit, end)));
        unit.Socket = unit.LastSocket = socket;
        tell($"unit {unit.Number}: {unit.Unit.State.Identity.SerialNumber} is in {where}");
    }

    private void Unplug(UsbUnit unit)
    {
        if (unit.Socket is not { } socket)
        {
            return;
        }

        sockets.Unplug(unit, socket);
        unit.Unplug();
        unit.Socket = null;
        tell($"unit {unit.Number}: out");
    }

    private void Ended(UsbUnit unit, UsbEnd end)
    {
        // It may have been taken out, or plugged in anew, since.
        if (!unit.IsServed || unit.Service != end.Service || unit.Socket is not { } socket)
        {
            return;
        }

        switch (end.Kind)
        {
            case UsbEndKind.Moment:
                tell($"unit {unit.Number}: its moment came");
                Unplug(unit);
                Action? order = unit.AtMoment;
                unit.AtMoment = null;
                order?.Invoke();
                break;
            case UsbEndKind.Misbehaviour:
                Unplug(unit);
                _ = Task.Delay(end.Absence).ContinueWith(_ => orders.TryAdd(() => Plug(unit, socket)), TaskScheduler.Default);
                break;
            default:
                // The computer let it go: over the network it can be fetched again.
                tell($"unit {unit.Number}: let go");
                if (sockets is UsbIpServer)
                {
                    unit.Unplug();
                }
                else
                {
                    Unplug(unit);
                }

                break;
        }
    }

    private void Show(UsbUnit unit)
    {
        string settings = string.Join(' ', unit.Unit.Log.Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text));
        tell(string.Create(CultureInfo.InvariantCulture, $"unit {unit.Number}: {unit.Unit.State.Rated.ToBody()} after setters [{settings}]"));
    }

    private static void Require(SimulatedSite site, LineOptions options, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tell);
    }
}
