using System.Collections.Concurrent;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Tests.Core.Operations;

namespace Lvx.Tests.Core.Links;

public sealed class SharedPortTests
{
    private static readonly SessionOptions Options = new() { QueryTimeout = TimeSpan.FromSeconds(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pty")]
    [InlineData("tcp")]
    [InlineData("sim")]
    public void Two_that_use_one_port_take_turns_and_no_answer_crosses(string link)
    {
        using var served = new ServedUnit(link, baud: 115200);
        var wrong = new ConcurrentBag<string>();

        // One asks what has one shape, the other what has another: an answer that crossed would show as an error or a second question.
        OnThreads.ForEach(Enumerable.Range(0, 40), 2, turn =>
        {
            using Session session = Session.Open(served.Device, token => served.Open(TimeSpan.FromSeconds(60), token), Options, null, Token);
            string raw = turn % 2 == 0 ? session.Ask(WorkingMode.Query, Token).Raw : session.Ask(Firmware.Query, Token).Raw;
            if (raw.Length != (turn % 2 == 0 ? 2 : 17))
            {
                wrong.Add(raw);
            }
        });

        Assert.Empty(wrong);
        Assert.Equal(3 * 40, served.Unit.Log.Count);
        Assert.Equal(40, served.Unit.Log.Count(request => request.Text == "PI"));
    }

    [Fact]
    public void Two_names_of_one_port_are_one_port()
    {
        using var served = new ServedUnit("pty");
        string node = new FileInfo(served.Device).ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        using Link first = served.Open(Token);

        LvxException error = Assert.Throws<LvxException>(() => new LinkRegistry().Open(node, new LinkOptions { OpenTimeout = TimeSpan.FromMilliseconds(50) }, Token));

        Assert.Equal(LvxError.DeviceInUse, error.Error);
    }

    [Fact]
    public void A_program_that_has_locked_the_port_its_own_way_is_respected_at_once()
    {
        using var served = new ServedUnit("pty");
        string node = new FileInfo(served.Device).ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        using var holder = new System.Diagnostics.Process
        {
            StartInfo = new("flock", [node, "sh", "-c", "echo locked; exec cat"]) { RedirectStandardOutput = true, RedirectStandardInput = true },
        };
        try
        {
            holder.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("the command flock (util-linux) is not on this machine");
        }

        Assert.Equal("locked", holder.StandardOutput.ReadLine());

        LvxException error = Assert.Throws<LvxException>(() => served.Open(Token));

        holder.StandardInput.Close();
        holder.WaitForExit();
        Assert.Equal(LvxError.DeviceInUse, error.Error);
        served.Open(Token).Dispose();
    }
}
