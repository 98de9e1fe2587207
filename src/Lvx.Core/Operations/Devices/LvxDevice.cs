using Lvx.Core.Links;

namespace Lvx.Core.Operations;

/// <summary>A port on which a unit is, or could be: what the system says of it, who answers there, and who else has it open.</summary>
public sealed class LvxDevice
{
    internal LvxDevice(string device, string name, string kind)
    {
        Device = device;
        Name = name;
        Kind = kind;
    }

    /// <summary>The device, as any command takes it.</summary>
    public string Device { get; }

    /// <summary>The unit's name in the site file; without one, a short name of the port.</summary>
    public string Name { get; internal set; }

    /// <summary>What kind of port it is: Hid, Serial, Tcp, Simulated, Replay.</summary>
    public string Kind { get; }

    /// <summary>The node itself; null for what is none.</summary>
    public string? Node { get; internal set; }

    /// <summary>The symbolic links to the node.</summary>
    public IReadOnlyList<string> Links { get; internal set; } = [];

    /// <summary>The USB port, as the kernel counts it: <c>1-1.2</c>; null for what is not on USB.</summary>
    public string? UsbPath { get; internal set; }

    /// <summary>Whether a PI18 unit answers there; null when nobody was asked.</summary>
    public bool? Answers { get; internal set; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; internal set; }

    /// <summary>The main processor's firmware.</summary>
    public string? MainFirmware { get; internal set; }

    /// <summary>The unit's place in the parallel system; 0 is the master.</summary>
    public int? ParallelInstance { get; internal set; }

    /// <summary>The programs that have the port open, this one left out.</summary>
    public IReadOnlyList<PortHolder> Holders { get; internal set; } = [];

    /// <summary>Whether every program could be looked at; those of other users only root sees. Null where there is no node.</summary>
    public bool? HoldersKnown { get; internal set; }

    /// <summary>Why nobody answers, or what does not fit the site file; null when all is well.</summary>
    public string? Problem { get; internal set; }

    /// <summary>What to do about it.</summary>
    public string? NextStep { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Device;
}
