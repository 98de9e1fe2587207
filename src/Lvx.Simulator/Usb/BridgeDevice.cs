using System.Buffers;
using System.Diagnostics;
using Lvx.Core.Links.Native;

namespace Lvx.Simulator.Usb;

/// <summary>
/// The inverter's USB bridge between two pluggings: transfers come in, replies go out when they are due. A function of time like the line behind it: no thread, no wait.
/// </summary>
internal sealed class BridgeDevice(SimulatedLine line, UsbFaults faults)
{
    private const byte ToDevice = 0x00;
    private const byte ToInterface = 0x01;
    private const byte ToEndpoint = 0x02;
    private const byte OfDevice = 0x80;
    private const byte OfInterface = 0x81;
    private const byte OfEndpoint = 0x82;
    private const byte ClassToInterface = 0x21;

    private const byte GetStatus = 0;
    private const byte ClearFeature = 1;
    private const byte SetFeature = 3;
    private const byte GetDescriptor = 6;
    private const byte GetConfiguration = 8;
    private const byte SetConfiguration = 9;
    private const byte GetInterface = 10;
    private const byte SetInterface = 11;
    private const byte SetReport = 9;
    private const byte SetIdle = 10;
    private const byte SetProtocol = 11;

    // A frame ends with CR; what ends without goes when the line has been still for so long.
    private static readonly long Stillness = Stopwatch.Frequency / 50;
    private static readonly long PollTicks = Stopwatch.Frequency * BridgeDescriptors.PollMilliseconds / 1000;

    private readonly int plugged = line.Unplugged;
    private readonly List<uint> polls = [];
    private readonly List<uint> hanging = [];
    private readonly ReportAssembler reports = new();
    private readonly byte[] bytes = new byte[256];
    private long nextPoll;
    private long lastByte;

    /// <summary>Whether it was unplugged, by order or by the line's misbehaviour. Replies written so far still go.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether it was unplugged because its moment had come.</summary>
    public bool MomentCame { get; private set; }

    /// <summary>Whether the computer has asked for all it must know before the node appears.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>When something will be due next; null when nothing will unless a transfer comes.</summary>
    public long? NextDue
    {
        get
        {
            long? due = line.NextDue;
            if (reports.HasPart)
            {
                due = Math.Min(due ?? long.MaxValue, lastByte + Stillness);
            }

            return polls.Count > 0 && reports.HasReport ? Math.Min(due ?? long.MaxValue, nextPoll) : due;
        }
    }

    /// <summary>Takes a transfer.</summary>
    public void Take(in UsbIpRequest request, ReadOnlySpan<byte> data, long now, IBufferWriter<byte> replies)
    {
        if (IsGone)
        {
            return;
        }

        if (request.Unlinks is { } victim)
        {
            UsbIpCodec.WriteUnlinked(replies, request.Sequence, polls.Remove(victim) || hanging.Remove(victim) ? -Errno.Econnreset : 0);
        }
        else if (request.Endpoint == 0)
        {
            Control(request, data, now, replies);
        }
        else if (request is { Endpoint: 1, IsIn: true })
        {
            polls.Add(request.Sequence);
        }
        else
        {
            Refuse(request, replies);
        }
    }

    /// <summary>Gives the reports that are due.</summary>
    public void Advance(long now, IBufferWriter<byte> replies)
    {
        int count;
        while ((count = line.Take(bytes, now)) > 0)
        {
            reports.Add(bytes.AsSpan(0, count));
            lastByte = now;
        }

        if (reports.HasPart && now - lastByte >= Stillness)
        {
            reports.Close();
        }

        while (!IsGone && polls.Count > 0 && reports.HasReport && now >= nextPoll)
        {
            UsbIpCodec.WriteDone(replies, polls[0], 0, BridgeDescriptors.ReportLength, reports.Next());
            polls.RemoveAt(0);
            nextPoll = now + PollTicks;
            if (faults.Watch?.Given() == true)
            {
                Leave();
            }
        }

        IsGone |= line.Unplugged != plugged && !reports.HasReport;
    }

    private void Control(in UsbIpRequest request, ReadOnlySpan<byte> data, long now, IBufferWriter<byte> replies)
    {
        SetupPacket setup = request.Setup;
        switch (setup.Type, setup.Request)
        {
            case (OfDevice or OfInterface, GetDescriptor) when BridgeDescriptors.Find(setup.Value) is { IsEmpty: false } descriptor:
                IsKnown |= BridgeDescriptors.IsReport(setup.Value);
                Give(request, descriptor, replies);
                break;
            case (OfDevice or OfInterface or OfEndpoint, GetStatus):
                Give(request, [0, 0], replies);
                break;
            case (OfDevice, GetConfiguration):
                Give(request, [1], replies);
                break;
            case (OfInterface, GetInterface):
                Give(request, [0], replies);
                break;
            case (ToDevice, SetConfiguration) or (ToInterface, SetInterface) or (ToDevice or ToInterface or ToEndpoint, ClearFeature or SetFeature) or (ClassToInterface, SetIdle or SetProtocol):
                UsbIpCodec.WriteDone(replies, request.Sequence, 0, data.Length, []);
                break;
            case (ClassToInterface, SetReport):
                TakeReport(request, data, now, replies);
                break;
            default:
                Refuse(request, replies);
                break;
        }
    }

    /// <summary>There is no endpoint from the computer, so requests come as control transfers. The report's number is in the setup alone: the bridge passes on what follows.</summary>
    private void TakeReport(in UsbIpRequest request, ReadOnlySpan<byte> report, long now, IBufferWriter<byte> replies)
    {
        if (faults.Watch?.Comes(report) == true)
        {
            Leave();
            return;
        }

        if (faults.Hangs)
        {
            hanging.Add(request.Sequence);
            return;
        }

        if (faults.Stalls)
        {
            Refuse(request, replies);
            return;
        }

        UsbIpCodec.WriteDone(replies, request.Sequence, 0, report.Length, []);
        if (!faults.IsMute)
        {
            line.Receive(report, now);
        }

        if (faults.Watch?.Taken() == true)
        {
            Leave();
        }
    }

    private void Leave()
    {
        faults.Watch = null;
        MomentCame = IsGone = true;
    }

    private static void Give(in UsbIpRequest request, ReadOnlySpan<byte> data, IBufferWriter<byte> replies)
    {
        ReadOnlySpan<byte> given = data[..Math.Min(data.Length, Math.Min(request.Length, request.Setup.Length))];
        UsbIpCodec.WriteDone(replies, request.Sequence, 0, given.Length, given);
    }

    private static void Refuse(in UsbIpRequest request, IBufferWriter<byte> replies) => UsbIpCodec.WriteDone(replies, request.Sequence, -Errno.Epipe, 0, []);
}
