using System.Buffers;
using System.Buffers.Binary;

namespace Lvx.Simulator.Usb;

/// <summary>
/// The transfers of USB/IP: a header of 48 bytes, big endian, then the data. Source: "USB/IP protocol" in the kernel's documentation (usb/usbip_protocol).
/// </summary>
internal static class UsbIpCodec
{
    public const int HeaderLength = 48;

    // No transfer of a device with endpoints of eight bytes comes near; a greater one is no USB/IP.
    public const int MostData = 64 * 1024;

    private const uint Submit = 1;
    private const uint Unlink = 2;
    private const uint ReturnSubmit = 3;
    private const uint ReturnUnlink = 4;

    /// <summary>Reads the first request, its data included.</summary>
    /// <returns>False when there is not yet a whole one.</returns>
    /// <exception cref="InvalidDataException">This is no USB/IP.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out UsbIpRequest request, out ReadOnlySpan<byte> data, out int consumed)
    {
        request = default;
        data = default;
        consumed = 0;
        if (bytes.Length < HeaderLength)
        {
            return false;
        }

        uint sequence = Word(bytes, 4);
        request = Word(bytes, 0) switch
        {
            Submit => new UsbIpRequest
            {
                Sequence = sequence,
                IsIn = Word(bytes, 12) == 1,
                Endpoint = Word(bytes, 16),
                Length = (int)Word(bytes, 24),
                Setup = SetupPacket.Read(bytes[40..]),
            },
            Unlink => new UsbIpRequest { Sequence = sequence, Unlinks = Word(bytes, 20) },
            var other => throw new InvalidDataException($"{other:x8} is no request of USB/IP"),
        };
        if (request.Length is < 0 or > MostData)
        {
            throw new InvalidDataException($"a transfer of {request.Length} bytes is none of this device");
        }

        if (bytes.Length < HeaderLength + request.DataLength)
        {
            return false;
        }

        data = bytes.Slice(HeaderLength, request.DataLength);
        consumed = HeaderLength + request.DataLength;
        return true;
    }

    /// <summary>A transfer is done.</summary>
    /// <param name="replies">Where the reply goes.</param>
    /// <param name="sequence">Which.</param>
    /// <param name="status">0, or a negative error number.</param>
    /// <param name="actual">How many bytes were carried.</param>
    /// <param name="data">What goes to the computer.</param>
    public static void WriteDone(IBufferWriter<byte> replies, uint sequence, int status, int actual, ReadOnlySpan<byte> data)
    {
        Span<byte> header = Header(replies, ReturnSubmit, sequence, status);
        BinaryPrimitives.WriteInt32BigEndian(header[24..], actual);
        replies.Advance(HeaderLength);
        replies.Write(data);
    }

    /// <summary>A transfer was taken back, with <c>-ECONNRESET</c>, or (status 0) was done already.</summary>
    public static void WriteUnlinked(IBufferWriter<byte> replies, uint sequence, int status)
    {
        Header(replies, ReturnUnlink, sequence, status);
        replies.Advance(HeaderLength);
    }

    // The fields for the device and the direction are 0 in replies.
    private static Span<byte> Header(IBufferWriter<byte> replies, uint command, uint sequence, int status)
    {
        Span<byte> header = replies.GetSpan(HeaderLength)[..HeaderLength];
        header.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(header, command);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], sequence);
        BinaryPrimitives.WriteInt32BigEndian(header[20..], status);
        return header;
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
