using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lvx.Core;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator.Usb;

/// <summary>Units that are offered over the network, as the tool usbip fetches them.</summary>
public sealed class UsbBusTests : IDisposable
{
    private const int DeviceLength = 312;

    private readonly BlockingCollection<string> told = [];
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly UsbBus bus;
    private readonly Thread thread;

    public UsbBusTests()
    {
        bus = UsbBus.OfNetwork(SimulatedSite.Many(3), new LineOptions(), plugged: 2, new IPEndPoint(IPAddress.Loopback, 0), allowRemote: false, told.Add);
        thread = new Thread(() => bus.Run(() => told.Add("started"), stop.Token));
        thread.Start();
        Tells("started");
    }

    public void Dispose()
    {
        stop.Cancel();
        thread.Join();
        bus.Dispose();
        stop.Dispose();
        told.Dispose();
    }

    [Fact]
    public void Those_that_are_plugged_in_are_listed()
    {
        byte[] list = Exchange("0111 8005 00000000");

        Assert.Equal("0111000500000000" + "00000002", Convert.ToHexStringLower(list.AsSpan(0, 12)));
        Assert.Equal(12 + (2 * (DeviceLength + 4)), list.Length);
        Assert.Equal("1-2", Encoding.ASCII.GetString(list.AsSpan(12 + DeviceLength + 4 + 256, 32)).TrimEnd('\0'));
        Assert.Equal("06655161", Convert.ToHexStringLower(list.AsSpan(12 + 300, 4)));
    }

    [Fact]
    public void One_that_is_fetched_answers_transfers_and_is_no_longer_listed()
    {
        using Socket client = Import("1-1", out byte[] reply);
        Assert.Equal("0111000300000000", Convert.ToHexStringLower(reply.AsSpan(0, 8)));
        Assert.Equal(DeviceLength, Receive(client, DeviceLength).Length);

        client.Send(UsbIpCodecTests.Bytes("00000001 00000001 00010002 00000001 00000000  00000000 00000012 00000000 00000000 00000000  8006000100001200"));
        byte[] answer = Receive(client, 48 + 18);
        Assert.Equal(0x0665, BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(48 + 8)));
        Assert.Equal(1, BinaryPrimitives.ReadInt32BigEndian(Exchange("0111 8005 00000000").AsSpan(8)));
    }

    [Fact]
    public void To_unplug_one_that_is_fetched_closes_the_connection_and_plugged_in_again_it_can_be_fetched_again()
    {
        using (Socket client = Import("1-1", out _))
        {
            Receive(client, DeviceLength);
            bus.Order("unplug 1");
            Tells("unit 1: out");
            Assert.Equal(0, client.Receive(new byte[1]));
        }

        using (Socket refused = Import("1-1", out byte[] none))
        {
            Assert.Equal("0111000300000001", Convert.ToHexStringLower(none));
        }

        bus.Order("plug 1");
        Tells("unit 1: 96132206100001 is in");
        using Socket again = Import("1-1", out byte[] reply);
        Assert.Equal("0111000300000000", Convert.ToHexStringLower(reply));
    }

    [Fact]
    public void Another_unit_can_be_put_into_its_socket()
    {
        bus.Order("replace 1 3");
        Tells("unit 1: out");
        Tells("unit 3: 96132206100003 is in USB socket 1-1");
        bus.Order("plug 1");
        Tells("error: unit 3 is in that socket");
    }

    [Fact]
    public void What_speaks_something_else_is_hung_up_on() => Assert.Empty(Exchange("4745 5420 2f20 4854"));

    [Fact]
    public void Other_machines_are_let_in_only_when_meant() => Assert.Equal(
        LvxError.ArgumentInvalid,
        Assert.Throws<LvxException>(() => UsbBus.OfNetwork(SimulatedSite.Single(), new LineOptions(), 1, new IPEndPoint(IPAddress.Any, 0), allowRemote: false, told.Add)).Error);

    private Socket Connect()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 10_000 };
        client.Connect(bus.EndPoint!);
        return client;
    }

    private Socket Import(string busId, out byte[] header)
    {
        Socket client = Connect();
        client.Send([.. UsbIpCodecTests.Bytes("0111 8003 00000000"), .. Encoding.ASCII.GetBytes(busId.PadRight(32, '\0'))]);
        header = Receive(client, 8);
        return client;
    }

    private byte[] Exchange(string request)
    {
        using Socket client = Connect();
        client.Send(UsbIpCodecTests.Bytes(request));
        var all = new List<byte>();
        var buffer = new byte[1024];
        int count;
        while ((count = client.Receive(buffer)) > 0)
        {
            all.AddRange(buffer.AsSpan(0, count));
        }

        return [.. all];
    }

    private static byte[] Receive(Socket client, int length)
    {
        var bytes = new byte[length];
        for (int count = 0; count < length;)
        {
            int got = client.Receive(bytes, count, length - count, SocketFlags.None);
            Assert.NotEqual(0, got);
            count += got;
        }

        return bytes;
    }

    private void Tells(string begin)
    {
        while (told.TryTake(out string? line, TimeSpan.FromSeconds(20)))
        {
            if (line.StartsWith(begin, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Nothing begins with '{begin}'.");
    }
}
