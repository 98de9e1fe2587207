namespace Lvx.Simulator.Usb;

/// <summary>Why a device is no longer plugged in, when nobody took it out.</summary>
internal enum UsbEnd
{
    /// <summary>The computer let it go.</summary>
    Closed = 0,

    /// <summary>Its moment had come.</summary>
    Moment,

    /// <summary>Its line was told to misbehave so; it comes back by itself.</summary>
    Misbehaviour,
}
