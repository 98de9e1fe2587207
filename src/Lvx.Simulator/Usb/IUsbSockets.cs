namespace Lvx.Simulator.Usb;

/// <summary>What simulated USB devices are plugged into.</summary>
internal interface IUsbSockets : IDisposable
{
    /// <summary>Plugs a unit in, or makes it one that can be fetched.</summary>
    /// <param name="unit">The unit, which is out.</param>
    /// <param name="socket">Which of the sockets, from 0.</param>
    /// <param name="ended">To be told when the computer lets it go.</param>
    /// <returns>Where it is now, for people.</returns>
    /// <exception cref="Lvx.Core.LvxException">It cannot be plugged in.</exception>
    string Plug(UsbUnit unit, int socket, Action<UsbEnd> ended);

    /// <summary>It is no longer to be had there.</summary>
    void Unplug(UsbUnit unit, int socket);
}
