using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using Lvx.Pi18;
using Lvx.Simulator;
using Lvx.Simulator.Usb;

namespace Lvx.Tests.Simulator.Usb;

public sealed class BridgeDeviceTests
{
    private const int Stalled = -32;
    private const int Reset = -104;

    private static readonly SetupPacket SetReport = new(0x21, 9, 0x0200, 0, 8);

    private readonly UsbFaults faults = new();
    private readonly SimulatedUnit unit = SimulatedSite.Single().Units[0];
    private readonly BridgeDevice device;
    private uint sequence;
    private long now = Stopwatch.Frequency;

    public BridgeDeviceTests() => device = new BridgeDevice(new SimulatedLine(unit, new LineOptions()), faults);

    [Fact]
    public void It_is_a_low_speed_hid_device_0665_5161_without_a_serial_number()
    {
        (int status, byte[] descriptor) = Control(new SetupPacket(0x80, 6, 0x0100, 0, 18), [], 18);

        Assert.Equal(0, status);
        Assert.Equal(18, descriptor.Length);
        Assert.Equal(8, descriptor[7]);
        Assert.Equal(0x0665, BinaryPrimitives.ReadUInt16LittleEndian(descriptor.AsSpan(8)));
        Assert.Equal(0x5161, BinaryPrimitives.ReadUInt16LittleEndian(descriptor.AsSpan(10)));
        Assert.Equal(0, descriptor[16]);
    }

    [Fact]
    public void It_has_one_endpoint_to_the_computer_and_none_from_it()
    {
        (_, byte[] configuration) = Control(new SetupPacket(0x80, 6, 0x0200, 0, 255), [], 255);

        Assert.Equal(BinaryPrimitives.ReadUInt16LittleEndian(configuration.AsSpan(2)), configuration.Length);
        Assert.Equal(1, configuration[9 + 4]);
        Assert.Equal([7, 5, 0x81, 3, 8, 0, 10], configuration[^7..]);
        Assert.Equal(Control(new SetupPacket(0x81, 6, 0x2200, 0, 255), [], 255).Data.Length, BinaryPrimitives.ReadUInt16LittleEndian(configuration.AsSpan(18 + 7)));
    }

    [Fact]
    public void Of_a_descriptor_comes_as_much_as_is_asked_for() => Assert.Equal(8, Control(new SetupPacket(0x80, 6, 0x0100, 0, 8), [], 64).Data.Length);

    [Fact]
    public void It_is_known_when_its_reports_are()
    {
        Control(new SetupPacket(0x80, 6, 0x0100, 0, 18), [], 18);
        Assert.False(device.IsKnown);
        Control(new SetupPacket(0x81, 6, 0x2200, 0, 34), [], 34);
        Assert.True(device.IsKnown);
    }

    [Theory]
    [InlineData(0x80, 6, 0x0303)]
    [InlineData(0x80, 6, 0x0600)]
    [InlineData(0xA1, 1, 0x0100)]
    [InlineData(0xC0, 1, 0)]
    public void What_it_does_not_know_it_refuses(byte type, byte request, ushort value) => Assert.Equal(Stalled, Control(new SetupPacket(type, request, value, 0, 8), [], 8).Status);

    [Fact]
    public void An_answer_comes_in_reports_of_eight_each_when_one_is_asked_for_and_padded_after_cr()
    {
        Ask("PI");
        uint poll = Poll();
        Assert.Equal(0, Assert.Single(Advance()).Status);
        Assert.Empty(Advance());

        Poll();
        (uint Sequence, int Status, byte[] Data) second = Assert.Single(Advance());

        Assert.Equal(poll + 1, second.Sequence);
        Assert.Equal("\x03\r\0\0\0\0\0\0"u8, second.Data);
    }

    [Fact]
    public void A_bare_report_reaches_the_unit_whole_although_its_first_byte_is_its_number_too()
    {
        byte[] frame = FrameWriter.Encode(FrameKind.Query, "PI");
        Assert.Equal(0, Control(SetReport with { Value = 0x025E }, [.. frame, 0, 0], 8, isIn: false).Status);
        Control(SetReport, [], 8, isIn: false);

        Assert.Equal("PI", Assert.Single(unit.Log).Text);
    }

    [Fact]
    public void A_poll_that_is_taken_back_in_time_is_reset_and_gets_no_report()
    {
        uint poll = Poll();
        Assert.Equal(Reset, Unlink(poll));
        Assert.Equal(0, Unlink(poll));
        Ask("PI");
        Assert.Empty(Advance());
    }

    [Fact]
    public void A_device_that_stalls_refuses_reports_and_tells_the_unit_nothing()
    {
        faults.Stalls = true;
        Assert.Equal(Stalled, Control(SetReport, FrameWriter.Encode(FrameKind.Query, "PI"), 8, isIn: false).Status);
        Assert.Empty(unit.Log);
    }

    [Fact]
    public void A_device_that_hangs_answers_no_report_until_it_is_taken_back()
    {
        faults.Hangs = true;
        uint report = ++sequence;
        var replies = new ArrayBufferWriter<byte>();
        device.Take(new UsbIpRequest { Sequence = report, Length = 8, Setup = SetReport }, "^P005PI"u8, now, replies);

        Assert.Equal(0, replies.WrittenCount);
        Assert.Equal(Reset, Unlink(report));
    }

    [Fact]
    public void A_mute_unit_takes_reports_and_does_not_answer()
    {
        faults.IsMute = true;
        Ask("PI");
        Poll();
        Assert.Empty(Advance());
        Assert.Empty(unit.Log);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 3, 1)]
    public void It_can_be_unplugged_between_any_two_reports_of_a_setter(int moment, int taken, int heard)
    {
        faults.Watch = new UsbMomentWatch(new UsbMoment(FromSetter: true, IsAnswer: false, moment));
        Ask("PI");
        Assert.False(device.IsGone);
        byte[] frame = [.. FrameWriter.Encode(FrameKind.Setter, "MCHGC0,060"), .. new byte[6]];
        var replies = new ArrayBufferWriter<byte>();
        for (int at = 0; at < 24; at += 8)
        {
            device.Take(new UsbIpRequest { Sequence = ++sequence, Length = 8, Setup = SetReport }, frame.AsSpan(at, 8), now, replies);
        }

        Assert.True(device.IsGone);
        Assert.True(device.MomentCame);
        Assert.Equal(taken * UsbIpCodec.HeaderLength, replies.WrittenCount);
        Assert.Equal(heard, unit.Log.Count(request => request.Kind == FrameKind.Setter));
    }

    [Fact]
    public void It_can_be_unplugged_after_a_report_of_the_answer()
    {
        faults.Watch = new UsbMomentWatch(new UsbMoment(FromSetter: false, IsAnswer: true, 1));
        Ask("PI");
        Poll();
        Assert.Single(Advance());
        Assert.True(device.IsGone);
    }

    private void Ask(string query)
    {
        foreach (byte[] report in FrameWriter.Encode(FrameKind.Query, query).Chunk(8))
        {
            Assert.Equal(0, Control(SetReport, [.. report, .. new byte[8 - report.Length]], 8, isIn: false).Status);
        }
    }

    private uint Poll()
    {
        device.Take(new UsbIpRequest { Sequence = ++sequence, Endpoint = 1, IsIn = true, Length = 8 }, [], now, new ArrayBufferWriter<byte>());
        return sequence;
    }

    private int Unlink(uint victim)
    {
        var replies = new ArrayBufferWriter<byte>();
        device.Take(new UsbIpRequest { Sequence = ++sequence, Unlinks = victim }, [], now, replies);
        return BinaryPrimitives.ReadInt32BigEndian(replies.WrittenSpan[20..]);
    }

    private (int Status, byte[] Data) Control(SetupPacket setup, byte[] data, int length, bool isIn = true)
    {
        var replies = new ArrayBufferWriter<byte>();
        device.Take(new UsbIpRequest { Sequence = ++sequence, IsIn = isIn, Length = length, Setup = setup }, data, now, replies);
        (uint answered, int status, byte[] reply) = Assert.Single(Replies(replies.WrittenSpan));
        Assert.Equal(sequence, answered);
        return (status, reply);
    }

    private List<(uint Sequence, int Status, byte[] Data)> Advance()
    {
        now += Stopwatch.Frequency;
        var replies = new ArrayBufferWriter<byte>();
        device.Advance(now, replies);
        return Replies(replies.WrittenSpan);
    }

    // Replies to the computer, whose data always goes there in these tests.
    private static List<(uint Sequence, int Status, byte[] Data)> Replies(ReadOnlySpan<byte> bytes)
    {
        var replies = new List<(uint, int, byte[])>();
        while (!bytes.IsEmpty)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes[24..]);
            int data = Math.Min(length, bytes.Length - UsbIpCodec.HeaderLength);
            replies.Add((BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]), bytes.Slice(UsbIpCodec.HeaderLength, data).ToArray()));
            bytes = bytes[(UsbIpCodec.HeaderLength + data)..];
        }

        return replies;
    }
}
