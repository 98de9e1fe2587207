using Lvx.Cli;
using Lvx.Cli.Hosting;

namespace Lvx.Tests.Cli;

public sealed class SimulateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Units_are_served_on_tcp_and_ptys_until_stopped()
    {
        string pty = Path.Combine(folder, "unit");
        Ran served = Serve(["--tcp", "localhost:0", "--pty", pty, "--baud", "0"], devices =>
        {
            Assert.Equal(2, devices.Length);
            Assert.Equal(pty, devices[0]);
            Ran status = Ran.Lvx("status", "--json", "--device", devices[0], "--device", devices[1]);
            Assert.Equal("", status.Error);
            Assert.Equal(["96132206100001", "96132206100002"], status.Json.EnumerateArray().Select(unit => unit.GetProperty("serialNumber").GetString()));
            Assert.Equal(["Master", "Slave"], status.Json.EnumerateArray().Select(unit => unit.GetProperty("parallelRole").GetString()));
        });

        Assert.Equal(0, served.ExitCode);
        Assert.Equal("", served.Error);
        Assert.False(Path.Exists(pty));
    }

    [Fact]
    public void One_unit_is_single()
    {
        Serve(["--tcp", "127.0.0.1:0", "--baud", "0"], devices =>
            Assert.Equal("Single", Ran.Lvx("status", "--json", "--device", Assert.Single(devices)).Json[0].GetProperty("parallelRole").GetString()));
    }

    [Fact]
    public void Misbehaviour_comes_on_order()
    {
        Serve(["--tcp", "127.0.0.1:0", "--baud", "0", "--misbehave", "refuse@FWS,bad-crc@GS*1"], devices =>
        {
            Ran status = Ran.Lvx("status", "--device", devices[0], "--frames");
            Assert.Equal(0, status.ExitCode);
            Assert.Contains("warning: ", status.Error, StringComparison.Ordinal);
            Assert.Contains("Fault             --", status.Lines);
            Assert.Equal(2, status.ErrorLines.Count(line => line.Contains("> ^P005GS", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error_and_the_others_are_let_go()
    {
        string pty = Path.Combine(folder, "unit");
        Serve(["--tcp", "127.0.0.1:0"], devices =>
        {
            string taken = devices[0]["tcp://".Length..];
            Ran second = Ran.Lvx("simulate", "--pty", pty, "--tcp", taken);
            second.Failed(3, $"{taken}: it cannot be listened on", "0 takes any that is free");
        });
        Assert.False(Path.Exists(pty));
    }

    [Fact]
    public void A_file_in_the_place_of_a_pty_is_left_alone()
    {
        string file = Path.Combine(folder, "mine");
        File.WriteAllText(file, "mine");
        Ran ran = Ran.Lvx("simulate", "--pty", file);

        Assert.InRange(ran.ExitCode, 2, 3);
        Assert.Equal(2, ran.ErrorLines.Length);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void More_units_than_a_parallel_system_has_are_refused()
    {
        Ran.Lvx(["simulate", .. Enumerable.Repeat(0, 10).SelectMany(_ => (string[])["--tcp", "127.0.0.1:0"])]).Failed(2, "10 units", "at most 9");
    }

    /// <summary>Runs it, stopped from the start.</summary>
    internal static Ran Stopped(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(args, new Surroundings(output, error, 100, new CancellationToken(canceled: true)));
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    private static Ran Serve(string[] options, Action<string[]> meanwhile)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new AnnouncingWriter("Serving until Ctrl+C.");
        using var error = new StringWriter();
        int exitCode = -1;
        var thread = new Thread(() => exitCode = CommandLine.Run(["simulate", .. options], new Surroundings(output, error, 100, stop.Token)));
        thread.Start();
        try
        {
            Assert.True(output.Announced.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), error.ToString());
            meanwhile([.. output.ToString().Split('\n').Where(line => line.StartsWith("unit ", StringComparison.Ordinal)).Select(line => line.Split(" --device ")[1])]);
        }
        finally
        {
            stop.Cancel();
            Assert.True(thread.Join(TimeSpan.FromSeconds(10)), "it did not stop");
        }

        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    private sealed class AnnouncingWriter(string announcement) : StringWriter
    {
        public ManualResetEventSlim Announced { get; } = new();

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value == announcement)
            {
                Announced.Set();
            }
        }

        protected override void Dispose(bool disposing)
        {
            Announced.Dispose();
            base.Dispose(disposing);
        }
    }
}
