using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Tests.Core.Operations;

namespace Lvx.Tests.Core.Links;

public sealed class TcpLinkTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "[::1]")]
    [InlineData("127.0.0.1", "localhost")]
    public void It_connects_by_address_and_by_name(string listening, string host)
    {
        using var listener = new TcpListener(IPAddress.Parse(listening), 0);
        listener.Start();

        using Link link = Open($"tcp://{host}:{Port(listener)}", TimeSpan.FromSeconds(10), Token);

        using Socket other = listener.AcceptSocket();
        link.Write("^P005GS"u8, Deadline.After(Short), Token);
        Assert.Equal(7, other.Receive(new byte[20]));
    }

    [Fact]
    public void Where_nobody_listens_it_says_that_it_was_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = Port(listener);
        listener.Stop();

        LvxException error = Assert.Throws<LvxException>(() => Open($"tcp://127.0.0.1:{port}", TimeSpan.FromSeconds(10), Token));
        Assert.Equal((LvxError.DeviceNotFound, true), (error.Error, error.Message.Contains("no connection (Connection refused)", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_nobody_answers_it_ends_in_time_and_a_cancellation_ends_it_at_once()
    {
        // The kernel drops who comes when nobody is let in and the queue is full.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(0);
        using var first = new TcpClient("127.0.0.1", Port(listener));
        string device = $"tcp://127.0.0.1:{Port(listener)}";

        LvxException error = Assert.Throws<LvxException>(() => Open(device, Short, Token));
        Assert.Equal((LvxError.DeviceNotFound, true), (error.Error, error.Message.Contains("no connection (nobody answered within 0.2 s)", StringComparison.Ordinal)));

        using var cancellation = new CancellationTokenSource(Short);
        Assert.ThrowsAny<OperationCanceledException>(() => Open(device, TimeSpan.FromMinutes(5), cancellation.Token));
    }

    [Fact]
    public void A_name_that_nobody_has_is_told()
    {
        LvxException error = Assert.Throws<LvxException>(() => Open("tcp://bridge.invalid:8899", TimeSpan.FromSeconds(10), Token));
        Assert.Equal((LvxError.DeviceNotFound, "tcp://bridge.invalid:8899"), (error.Error, error.Device));
    }

    [Fact]
    public async Task Nobody_but_the_one_who_waits_for_it_is_woken_by_a_byte()
    {
        using var served = new ServedUnit("tcp");
        ProcessStartInfo command = Child.Command(Child.Dotnet, Child.LvxDll, "status", "--device", served.Device, "--json", "--interval", "0.01");
        using Process reader = Process.Start(command)!;
        try
        {
            Assert.NotNull(await reader.StandardOutput.ReadLineAsync(Token));

            // What the kernel knows of every set of descriptors that the process watches (epoll): none has the socket in it.
            string of = $"/proc/{reader.Id}/fd";
            string[] watched =
            [
                .. Directory.GetFiles(of).Where(file => Target(file) == "anon_inode:[eventpoll]")
                    .SelectMany(file => File.ReadLines($"/proc/{reader.Id}/fdinfo/{Path.GetFileName(file)}"))
                    .Where(line => line.StartsWith("tfd:", StringComparison.Ordinal))
                    .Select(line => Target(Path.Combine(of, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]))),
            ];
            Assert.Contains(Directory.GetFiles(of), file => Target(file).StartsWith("socket:", StringComparison.Ordinal));
            Assert.DoesNotContain(watched, what => what.StartsWith("socket:", StringComparison.Ordinal));
        }
        finally
        {
            reader.Kill();
        }
    }

    [Fact]
    public void A_wait_for_many_bytes_ends_with_the_last_of_them_and_wakes_for_none_before()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using Link link = Open($"tcp://127.0.0.1:{Port(listener)}", TimeSpan.FromSeconds(10), Token);
        using Socket other = listener.AcceptSocket();
        other.NoDelay = true;
        var sender = new Thread(() =>
        {
            for (byte b = 0; b < 200; b++)
            {
                Thread.Sleep(1);
                other.Send([b]);
            }
        });
        byte[] buffer = new byte[300];

        sender.Start();
        long before = Wakes();
        int count = 0;
        while (count < 200)
        {
            link.Await(200 - count, Deadline.After(TimeSpan.FromSeconds(30)), Token);
            count += link.Read(buffer.AsSpan(count), Deadline.After(TimeSpan.FromSeconds(30)), Token);
        }

        long woken = Wakes() - before;
        sender.Join();
        Assert.Equal([.. Enumerable.Range(0, 200).Select(i => (byte)i)], buffer[..count]);
        Assert.InRange(woken, 0, 20);
    }

    [Fact]
    public void A_wait_for_more_than_comes_ends_soon_and_afterwards_a_byte_is_enough()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using Link link = Open($"tcp://127.0.0.1:{Port(listener)}", TimeSpan.FromSeconds(10), Token);
        using Socket other = listener.AcceptSocket();
        byte[] buffer = new byte[20];

        other.Send([1, 2, 3]);
        link.Await(10, Deadline.After(TimeSpan.FromMinutes(5)), Token);
        Assert.Equal(3, link.Read(buffer, Deadline.Now, Token));

        using var cancelled = new CancellationTokenSource(Short);
        Assert.ThrowsAny<OperationCanceledException>(() => link.Await(100_000, Deadline.After(TimeSpan.FromMinutes(5)), cancelled.Token));

        other.Send([4]);
        Assert.Equal(1, link.Read(buffer, Deadline.After(TimeSpan.FromSeconds(10)), Token));

        other.Shutdown(SocketShutdown.Send);
        link.Await(100_000, Deadline.After(TimeSpan.FromMinutes(5)), Token);
        Assert.Equal(LvxError.DeviceLost, Assert.Throws<LvxException>(() => link.Read(buffer, Deadline.Now, Token)).Error);
    }

    // How often the kernel took this thread off a processor because it waited.
    private static long Wakes() => long.Parse(
        File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith("voluntary_ctxt_switches:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);

    private static string Target(string descriptor) => new FileInfo(descriptor).LinkTarget ?? "";

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static Link Open(string device, TimeSpan wait, CancellationToken cancellation) =>
        new LinkRegistry().Open(device, new LinkOptions { OpenTimeout = wait, Access = LinkAccess.ReadWrite }, cancellation);
}
