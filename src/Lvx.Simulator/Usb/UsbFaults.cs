namespace Lvx.Simulator.Usb;

/// <summary>What is wrong with a simulated USB device; may be changed at any time.</summary>
internal sealed class UsbFaults
{
    private volatile bool isMute;
    private volatile bool stalls;
    private volatile bool hangs;
    private volatile UsbMomentWatch? watch;

    /// <summary>The unit behind a living bridge hears nothing: reports are taken, and no answer comes.</summary>
    public bool IsMute
    {
        get => isMute;
        set => isMute = value;
    }

    /// <summary>Reports to the unit are refused.</summary>
    public bool Stalls
    {
        get => stalls;
        set => stalls = value;
    }

    /// <summary>Reports to the unit are neither taken nor refused.</summary>
    public bool Hangs
    {
        get => hangs;
        set => hangs = value;
    }

    /// <summary>Watches for the moment when it is unplugged; null for none.</summary>
    public UsbMomentWatch? Watch
    {
        get => watch;
        set => watch = value;
    }
}
