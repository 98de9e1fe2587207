using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Lvx.Simulator.Usb;

/// <summary>
/// What a USB/IP client and a server say before there are transfers: which devices there are, and one of them, please. Source: as of <see cref="UsbIpCodec"/>.
/// </summary>
internal static class UsbIpExport
{
    public const int HeaderLength = 8;
    public const int BusIdLength = 32;
    public const int DeviceLength = 312;

    public const ushort AskForList = 0x8005;
    public const ushort AskForDevice = 0x8003;

    private const ushort Version = 0x0111;
    private const ushort List = 0x0005;
    private const ushort Device = 0x0003;
    private const int PathLength = 256;
    private const uint LowSpeed = 1;
    private const byte HidClass = 3;

    /// <summary>The code of a request's header; null when it is none of this protocol.</summary>
    public static ushort? ReadCode(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt16BigEndian(header) == Version ? BinaryPrimitives.ReadUInt16BigEndian(header[2..]) : null;

    /// <summary>The name of a socket, as the tool <c>usbip</c> writes it.</summary>
    public static string BusId(int socket) => string.Create(CultureInfo.InvariantCulture, $"1-{socket + 1}");

    public static string ReadBusId(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..BusIdLength]).TrimEnd('\0');

    /// <summary>The answer to <see cref="AskForList"/>.</summary>
    public static byte[] WriteList(IReadOnlyList<int> sockets)
    {
        byte[] count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, sockets.Count);
        return [.. Header(List, 0), .. count, .. sockets.SelectMany(socket => (byte[])[.. Describe(socket), HidClass, 0, 0, 0])];
    }

    /// <summary>The answer to <see cref="AskForDevice"/>.</summary>
    /// <param name="socket">Which; null when it is not to be had.</param>
    public static byte[] WriteDevice(int? socket) => socket is { } there ? [.. Header(Device, 0), .. Describe(there)] : Header(Device, 1);

    private static byte[] Header(ushort code, uint status)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt16BigEndian(header, Version);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), code);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), status);
        return header;
    }

    private static byte[] Describe(int socket)
    {
        var device = new byte[DeviceLength];
        Encoding.ASCII.GetBytes($"/sys/devices/simulated/usb1/{BusId(socket)}", device);
        Encoding.ASCII.GetBytes(BusId(socket), device.AsSpan(PathLength));
        Span<byte> numbers = device.AsSpan(PathLength + BusIdLength);
        BinaryPrimitives.WriteUInt32BigEndian(numbers, 1);
        BinaryPrimitives.WriteUInt32BigEndian(numbers[4..], (uint)socket + 2);
        BinaryPrimitives.WriteUInt32BigEndian(numbers[8..], LowSpeed);

        // The device descriptor is little endian, and this is not.
        ReadOnlySpan<byte> own = BridgeDescriptors.Device;
        for (int field = 0; field < 3; field++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(numbers[(12 + (2 * field))..], BinaryPrimitives.ReadUInt16LittleEndian(own[(8 + (2 * field))..]));
        }

        // Class, subclass and protocol stand with the interface; then the configuration that is set, how many there are, and how many interfaces.
        ReadOnlySpan<byte> rest = [0, 0, 0, 1, 1, 1];
        rest.CopyTo(numbers[18..]);
        return device;
    }
}
