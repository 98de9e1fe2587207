using System.Buffers.Binary;

namespace Lvx.Simulator.Usb;

/// <summary>The eight bytes that begin a control transfer (USB 1.1, 9.3): little endian, whatever carries them.</summary>
/// <param name="Type">Direction, kind and recipient.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Value">Its argument.</param>
/// <param name="Index">The interface or endpoint, or a language.</param>
/// <param name="Length">How many bytes may follow.</param>
internal readonly record struct SetupPacket(byte Type, byte Request, ushort Value, ushort Index, ushort Length)
{
    public const int Size = 8;

    public static SetupPacket Read(ReadOnlySpan<byte> bytes) => new(
        bytes[0],
        bytes[1],
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]));
}
