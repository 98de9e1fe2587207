using System.Net;
using System.Net.Sockets;
using Lvx.Core;

namespace Lvx.Simulator.Usb;

/// <summary>Offers simulated USB devices over TCP: `usbip attach -r HOST -b 1-1` makes one a device of the asking machine's kernel.</summary>
internal sealed class UsbIpServer : IUsbSockets
{
    private const int MostQueued = 8;

    // Nobody who means USB/IP takes longer to say which device.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Action<Action> post;
    private readonly Socket listener;
    private readonly SortedDictionary<int, (UsbUnit Unit, Action<UsbEnd> Ended)> offered = [];

    /// <param name="endPoint">Where to listen.</param>
    /// <param name="allowRemote">Whether an address that other machines can reach is meant.</param>
    /// <param name="post">Has something done by the thread that all else is done by.</param>
    /// <exception cref="LvxException">The address can be reached from outside and that was not allowed, or it cannot be listened on.</exception>
    public UsbIpServer(IPEndPoint endPoint, bool allowRemote, Action<Action> post)
    {
        this.post = post;
        listener = Listening.On(endPoint, allowRemote, MostQueued);
        new Thread(Listen) { IsBackground = true, Name = "usbip" }.Start();
    }

    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndPoint!;

    public string Plug(UsbUnit unit, int socket, Action<UsbEnd> ended)
    {
        offered[socket] = (unit, ended);
        return $"USB socket {UsbIpExport.BusId(socket)} of {EndPoint}";
    }

    public void Unplug(UsbUnit unit, int socket) => offered.Remove(socket);

    public void Dispose() => listener.Dispose();

    private void Listen()
    {
        while (true)
        {
            try
            {
                Socket client = listener.Accept();
                new Thread(() => Greet(client)) { IsBackground = true, Name = "usbip client" }.Start();
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Greet(Socket client)
    {
        try
        {
            client.NoDelay = true;
            client.ReceiveTimeout = (int)Patience.TotalMilliseconds;
            switch (UsbIpExport.ReadCode(Receive(client, UsbIpExport.HeaderLength)))
            {
                case UsbIpExport.AskForList:
                    post(() => Reply(client, UsbIpExport.WriteList([.. offered.Where(device => !device.Value.Unit.IsServed).Select(device => device.Key)])));
                    return;
                case UsbIpExport.AskForDevice:
                    string busId = UsbIpExport.ReadBusId(Receive(client, UsbIpExport.BusIdLength));
                    post(() => Hand(client, busId));
                    return;
                default:
                    client.Dispose();
                    return;
            }
        }
        catch (Exception gone) when (gone is SocketException or InvalidOperationException)
        {
            client.Dispose();
        }
    }

    private void Hand(Socket client, string busId)
    {
        int[] sockets = [.. offered.Keys.Where(socket => UsbIpExport.BusId(socket) == busId && !offered[socket].Unit.IsServed)];
        if (sockets is not [var found])
        {
            Reply(client, UsbIpExport.WriteDevice(null));
            return;
        }

        try
        {
            client.Send(UsbIpExport.WriteDevice(found));
        }
        catch (SocketException)
        {
            client.Dispose();
            return;
        }

        client.ReceiveTimeout = 0;
        (UsbUnit unit, Action<UsbEnd> ended) = offered[found];
        unit.Begin(client.SafeHandle, client, ended);
    }

    private static void Reply(Socket client, byte[] reply)
    {
        try
        {
            client.Send(reply);
            client.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // It did not wait for its answer.
        }

        client.Dispose();
    }

    private static byte[] Receive(Socket client, int length)
    {
        var bytes = new byte[length];
        int count = 0;
        while (count < length)
        {
            int got = client.Receive(bytes, count, length - count, SocketFlags.None);
            count += got > 0 ? got : throw new SocketException((int)SocketError.ConnectionReset);
        }

        return bytes;
    }
}
