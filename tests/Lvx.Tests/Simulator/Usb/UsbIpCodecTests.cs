using System.Buffers;
using Lvx.Simulator.Usb;

namespace Lvx.Tests.Simulator.Usb;

/// <summary>Bytes worked out by hand from the kernel's documentation of USB/IP.</summary>
public sealed class UsbIpCodecTests
{
    private const string GetDeviceDescriptor =
        "00000001 00000d05 0001000f 00000001 00000000  00000200 00000040 00000000 00000000 00000000  8006000100004000";

    private const string SetReport =
        "00000001 00000d06 0001000f 00000000 00000000  00000000 00000008 00000000 00000000 00000000  2109000200000800  5e50303035504971";

    private const string Unlink =
        "00000002 00000d08 0001000f 00000000 00000000  00000d07 00000000 00000000 00000000 00000000  0000000000000000";

    [Fact]
    public void A_control_transfer_to_the_computer_is_read()
    {
        Assert.True(UsbIpCodec.TryRead(Bytes(GetDeviceDescriptor), out UsbIpRequest request, out ReadOnlySpan<byte> data, out int consumed));

        Assert.Equal(
            new UsbIpRequest { Sequence = 0xD05, IsIn = true, Endpoint = 0, Length = 64, Setup = new SetupPacket(0x80, 6, 0x0100, 0, 64) }, request);
        Assert.True(data.IsEmpty);
        Assert.Equal(48, consumed);
    }

    [Fact]
    public void A_report_comes_with_its_data()
    {
        Assert.True(UsbIpCodec.TryRead(Bytes(SetReport), out UsbIpRequest request, out ReadOnlySpan<byte> data, out int consumed));

        Assert.Equal(new SetupPacket(0x21, 9, 0x0200, 0, 8), request.Setup);
        Assert.False(request.IsIn);
        Assert.Equal("^P005PIq"u8, data);
        Assert.Equal(56, consumed);
    }

    [Fact]
    public void A_transfer_that_is_taken_back_is_named()
    {
        Assert.True(UsbIpCodec.TryRead(Bytes(Unlink), out UsbIpRequest request, out _, out int consumed));

        Assert.Equal(new UsbIpRequest { Sequence = 0xD08, Unlinks = 0xD07 }, request);
        Assert.Equal(48, consumed);
    }

    [Fact]
    public void What_is_not_whole_is_waited_for()
    {
        byte[] whole = Bytes(SetReport);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.False(UsbIpCodec.TryRead(whole.AsSpan(0, length), out _, out _, out int consumed));
            Assert.Equal(0, consumed);
        }
    }

    [Fact]
    public void What_is_no_request_is_no_usbip()
    {
        byte[] other = Bytes(Unlink);
        other[3] = 3;
        Assert.Throws<InvalidDataException>(() => UsbIpCodec.TryRead(other, out _, out _, out _));
    }

    [Fact]
    public void A_length_that_no_transfer_has_is_no_usbip()
    {
        byte[] huge = Bytes(SetReport);
        huge[24] = 0x7F;
        Assert.Throws<InvalidDataException>(() => UsbIpCodec.TryRead(huge, out _, out _, out _));
    }

    [Fact]
    public void A_transfer_that_is_done_is_answered_with_its_number_its_status_and_its_data()
    {
        var replies = new ArrayBufferWriter<byte>();
        UsbIpCodec.WriteDone(replies, 0xD05, 0, 4, [4, 3, 9, 4]);

        Assert.Equal(
            Bytes("00000003 00000d05 00000000 00000000 00000000  00000000 00000004 00000000 00000000 00000000  0000000000000000  04030904"), replies.WrittenSpan);
    }

    [Fact]
    public void A_refusal_is_a_negative_error_number()
    {
        var replies = new ArrayBufferWriter<byte>();
        UsbIpCodec.WriteDone(replies, 0xD06, -32, 0, []);

        Assert.Equal(Bytes("00000003 00000d06 00000000 00000000 00000000  ffffffe0 00000000 00000000 00000000 00000000  0000000000000000"), replies.WrittenSpan);
    }

    [Fact]
    public void A_transfer_that_was_taken_back_in_time_is_reset()
    {
        var replies = new ArrayBufferWriter<byte>();
        UsbIpCodec.WriteUnlinked(replies, 0xD08, -104);

        Assert.Equal(Bytes("00000004 00000d08 00000000 00000000 00000000  ffffff98 00000000 00000000 00000000 00000000  0000000000000000"), replies.WrittenSpan);
    }

    internal static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
