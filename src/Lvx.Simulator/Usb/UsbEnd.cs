namespace Lvx.Simulator.Usb;

/// <summary>Why a device is no longer plugged in, when nobody took it out.</summary>
internal enum UsbEndKind
{
    /// <summary>The computer let it go.</summary>
    Closed = 0,

    /// <summary>Its moment had come.</summary>
    Moment,

    /// <summary>Its line was told to misbehave so; it comes back by itself.</summary>
    Misbehaviour,
}

/// <summary>A device's service ended, and nobody took it out.</summary>
/// <param name="Service">Which time it was that it was served.</param>
/// <param name="Kind">Why it ended.</param>
/// <param name="Absence">How long it stays away, where that is the line's misbehaviour.</param>
internal sealed record UsbEnd(int Service, UsbEndKind Kind, TimeSpan Absence);
