namespace Lvx.Simulator.Usb;

/// <summary>What a USB/IP client asks of a device: to carry out a transfer, or to take one back.</summary>
internal readonly record struct UsbIpRequest
{
    /// <summary>The transfer's number, by which its reply is told.</summary>
    public required uint Sequence { get; init; }

    /// <summary>The transfer that is taken back; null when this one is to be carried out.</summary>
    public uint? Unlinks { get; init; }

    /// <summary>0 for control transfers.</summary>
    public uint Endpoint { get; init; }

    /// <summary>Whether the data goes to the computer.</summary>
    public bool IsIn { get; init; }

    /// <summary>How many bytes of data come, or may come.</summary>
    public int Length { get; init; }

    /// <summary>Of a control transfer.</summary>
    public SetupPacket Setup { get; init; }

    /// <summary>How many bytes of data follow the header.</summary>
    public int DataLength => Unlinks is null && !IsIn ? Length : 0;
}
