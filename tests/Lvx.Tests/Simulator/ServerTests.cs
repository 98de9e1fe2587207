using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Simulator;

public sealed class ServerTests : IDisposable
{
    private static readonly byte[] Answer = Frames.Unit().Answer(Frames.Query("GS"));

    private readonly string folder = Directory.CreateTempSubdirectory("lvx-sim-").FullName;
    private readonly CancellationTokenSource stop = new();
    private readonly SimulatedUnit unit = Frames.Unit();

    private string Port => Path.Combine(folder, "port");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_tcp_client_is_answered_and_the_next_one_too()
    {
        using var server = new TcpServer(unit, new LineOptions(), new IPEndPoint(IPAddress.Loopback, 0));
        Task running = Start(server.Run);
        for (int i = 0; i < 2; i++)
        {
            using Socket client = Connect(server.Port);
            client.Send(Frames.Query("GS"));
            Assert.Equal(Answer, Receive(client, Answer.Length));
        }

        await Stop(running);
    }

    [Fact]
    public async Task A_second_tcp_client_waits_for_its_turn()
    {
        using var server = new TcpServer(unit, new LineOptions(), new IPEndPoint(IPAddress.Loopback, 0));
        Task running = Start(server.Run);
        Socket first = Connect(server.Port);
        first.Send(Frames.Query("GS"));
        Receive(first, Answer.Length);
        using Socket second = Connect(server.Port);
        second.Send(Frames.Query("GS"));
        Assert.False(second.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));
        first.Dispose();
        Assert.Equal(Answer, Receive(second, Answer.Length));
        await Stop(running);
    }

    [Fact]
    public async Task A_tcp_client_that_has_said_all_still_gets_its_answer()
    {
        using var server = new TcpServer(unit, new LineOptions { Baud = 9600 }, new IPEndPoint(IPAddress.Loopback, 0));
        Task running = Start(server.Run);
        using Socket client = Connect(server.Port);
        client.Send(Frames.Query("GS"));
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal(Answer, Receive(client, Answer.Length));
        Assert.Equal(0, client.Receive(new byte[16]));
        await Stop(running);
    }

    [Fact]
    public async Task Unplugging_closes_the_tcp_connection_and_the_next_one_is_served()
    {
        var options = new LineOptions { Misbehaviours = Misbehaviour.Parse("unplug=0.1*1") };
        using var server = new TcpServer(unit, options, new IPEndPoint(IPAddress.Loopback, 0));
        Task running = Start(server.Run);
        using (Socket client = Connect(server.Port))
        {
            client.Send(Frames.Query("GS"));
            Assert.Equal(Answer[..(Answer.Length / 2)], Receive(client, Answer.Length / 2));
            Assert.Equal(0, client.Receive(new byte[16]));
        }

        using Socket again = Connect(server.Port);
        again.Send(Frames.Query("GS"));
        Assert.Equal(Answer, Receive(again, Answer.Length));
        await Stop(running);
    }

    [Fact]
    public void An_address_that_others_can_reach_must_be_meant()
    {
        var everywhere = new IPEndPoint(IPAddress.Any, 0);
        Assert.Equal(LvxError.ArgumentInvalid, Assert.Throws<LvxException>(() => new TcpServer(unit, new LineOptions(), everywhere)).Error);
        using var server = new TcpServer(unit, new LineOptions(), everywhere, allowRemote: true);
        Assert.NotEqual(0, server.Port);
        Assert.Equal(
            LvxError.DeviceInUse,
            Assert.Throws<LvxException>(() => new TcpServer(unit, new LineOptions(), new IPEndPoint(IPAddress.Any, server.Port), allowRemote: true)).Error);
    }

    [Fact]
    public async Task A_session_over_tcp_reads_the_unit_at_line_speed()
    {
        using var server = new TcpServer(unit, new LineOptions { Baud = 2400 }, new IPEndPoint(IPAddress.Loopback, 0));
        Task running = Start(server.Run);
        using (Session session = Open($"tcp://127.0.0.1:{server.Port}"))
        {
            RequireLineSpeed(() => session.Ask(GeneralStatus.Query, Token));
        }

        await Stop(running);
    }

    [Fact]
    public async Task A_session_over_a_pty_reads_the_unit_at_line_speed_and_clients_may_come_and_go()
    {
        using var server = new PtyServer(unit, new LineOptions { Baud = 2400 }, Port);
        Task running = Start(server.Run);
        for (int i = 0; i < 2; i++)
        {
            using Session session = Open(Port);
            Assert.Equal("96132206100001", session.SerialNumber);
            RequireLineSpeed(() => session.Ask(GeneralStatus.Query, Token));
        }

        await Stop(running);
    }

    [Fact]
    public async Task A_plain_reader_of_a_pty_gets_the_bytes_as_they_are()
    {
        using var server = new PtyServer(unit, new LineOptions(), Port);
        Task running = Start(server.Run);
        Assert.Equal(server.Node, new FileInfo(Port).LinkTarget);
        using (var client = new FileStream(Port, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0))
        {
            client.Write(Frames.Query("GS"));
            var received = new byte[Answer.Length];
            client.ReadExactly(received);
            Assert.Equal(Answer, received);
        }

        await Stop(running);
        server.Dispose();
        Assert.Null(new FileInfo(Port).LinkTarget);
    }

    [Fact]
    public async Task Unplugging_takes_the_pty_away_and_brings_another()
    {
        using var server = new PtyServer(unit, new LineOptions { Misbehaviours = Misbehaviour.Parse("unplug=0.2@GS*1") }, Port);
        Task running = Start(server.Run);
        var registry = new LinkRegistry();
        using (Link link = registry.Open(Port, new LinkOptions(), Token))
        {
            link.Write(Frames.Query("GS"), Deadline.After(TimeSpan.FromSeconds(1)), Token);
            LvxException error = Assert.Throws<LvxException>(() =>
            {
                while (link.Read(new byte[512], Deadline.After(TimeSpan.FromSeconds(5)), Token) > 0)
                {
                }
            });
            Assert.Equal(LvxError.DeviceLost, error.Error);
            Assert.Null(new FileInfo(Port).LinkTarget);
            Assert.Throws<LvxException>(() => registry.Open(Port, new LinkOptions(), Token));
            Assert.True(SpinWait.SpinUntil(() => File.Exists(Port), TimeSpan.FromSeconds(5)));
        }

        using (Session session = Open(Port))
        {
            Assert.Equal(55, session.Ask(GeneralStatus.Query, Token).Answer.BatteryChargeCurrent);
        }

        await Stop(running);
    }

    [Fact]
    public void A_pty_replaces_an_old_symlink_and_nothing_else()
    {
        File.WriteAllText(Port, "somebody's data");
        Assert.Equal(LvxError.FileNotWritable, Assert.Throws<LvxException>(() => new PtyServer(unit, new LineOptions(), Port)).Error);
        Assert.Equal("somebody's data", File.ReadAllText(Port));
        File.Delete(Port);

        File.CreateSymbolicLink(Port, "/nowhere");
        using (var server = new PtyServer(unit, new LineOptions(), Port))
        {
            Assert.Equal(server.Node, new FileInfo(Port).LinkTarget);
            File.Delete(Port);
            File.CreateSymbolicLink(Port, "/elsewhere");
        }

        Assert.Equal("/elsewhere", new FileInfo(Port).LinkTarget);
        Assert.Equal([Port], Directory.GetFileSystemEntries(folder));
        Assert.Throws<LvxException>(() => new PtyServer(unit, new LineOptions(), Path.Combine(folder, "no", "port")));
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 5000 };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    private static byte[] Receive(Socket socket, int count)
    {
        var received = new byte[count];
        for (int have = 0; have < count;)
        {
            int more = socket.Receive(received.AsSpan(have));
            Assert.NotEqual(0, more);
            have += more;
        }

        return received;
    }

    private static Session Open(string device) =>
        Session.Open(device, cancel => new LinkRegistry().Open(device, new LinkOptions(), cancel), new SessionOptions(), null, Token);

    private static void RequireLineSpeed(Action askForStatus)
    {
        double expected = (Frames.Query("GS").Length + Answer.Length) / 240.0;
        double ratio = 0;
        for (int attempt = 0; attempt < 2 && ratio is < 0.85 or > 1.15; attempt++)
        {
            var time = Stopwatch.StartNew();
            askForStatus();
            ratio = time.Elapsed.TotalSeconds / expected;
        }

        Assert.InRange(ratio, 0.85, 1.15);
    }

    private Task Start(Action<CancellationToken> run) => Task.Factory.StartNew(() => run(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task Stop(Task running)
    {
        var time = Stopwatch.StartNew();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(5), Token);
        Assert.InRange(time.ElapsedMilliseconds, 0, 500);
    }
}
