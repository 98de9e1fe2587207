using System.Diagnostics;
using System.Text;
using Lvx.Core;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

/// <summary>
/// Every misbehaviour of a unit on every link: the right answer or the right named error, within the deadline, and the next question works. Never a wrong value.
/// </summary>
public sealed class MisbehaviourTests
{
    private static readonly SessionOptions Options = new() { QueryTimeout = TimeSpan.FromSeconds(0.9) };

    private static readonly string[] Links = ["sim", "pty", "tcp"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Once, and what then comes of one question: a value, or that error.</summary>
    public static TheoryData<string, string, LvxError?> Passing => Table(lasting: false,
        ("silence", null), ("late=1.3", LvxError.DeviceTimeout), ("bad-crc", null), ("wrong-length", null), ("garbage", null), ("truncate", null), ("refuse", null),
        ("double", null), ("other", null), ("unplug=0.2", LvxError.DeviceLost), ("padding", null), ("trickle=0.002", null));

    /// <summary>Always, and what then comes of one question.</summary>
    public static TheoryData<string, string, LvxError?> Lasting => Table(lasting: true,
        ("silence", LvxError.DeviceTimeout), ("late=1.3", LvxError.DeviceTimeout), ("bad-crc", LvxError.AnswerDamaged), ("wrong-length", null), ("garbage", null),
        ("truncate", LvxError.AnswerDamaged), ("refuse", LvxError.QueryRefused), ("double", null), ("other", LvxError.AnswerUnexpected), ("unplug=0.2", LvxError.DeviceLost),
        ("padding", null), ("trickle=0.002", null));

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_misbehaviour_that_passes(string link, string misbehaviour, LvxError? expected) => Try(link, misbehaviour + "@GS*1", expected, lasting: false);

    [Theory]
    [MemberData(nameof(Lasting))]
    public void A_misbehaviour_that_lasts(string link, string misbehaviour, LvxError? expected) => Try(link, misbehaviour + "@GS", expected, lasting: true);

    private static void Try(string link, string misbehaviour, LvxError? expected, bool lasting)
    {
        using var served = new ServedUnit(link, misbehaviour);
        using Session session = Session.Open(served.Device, served.Open, Options, null, Token);
        string truth = Truth(served.Unit, GeneralStatus.Query);
        var watch = Stopwatch.StartNew();

        LvxError? got = null;
        try
        {
            Assert.Equal(truth, session.Ask(GeneralStatus.Query, Token).Raw);
        }
        catch (LvxException error)
        {
            got = error.Error;
            Assert.Contains(served.Device, error.Message, StringComparison.Ordinal);
            Assert.True(error.Error == LvxError.DeviceLost || error.Message.Contains("GS", StringComparison.Ordinal), error.Message);
            Assert.NotEmpty(error.NextStep);
        }

        // A moment beyond the deadline for a busy machine.
        Assert.True(watch.Elapsed < Options.QueryTimeout + TimeSpan.FromSeconds(1.5), $"{watch.Elapsed}");
        Assert.Equal(expected, got);

        Assert.Equal(Truth(served.Unit, WorkingMode.Query), AskUntilBack(session, WorkingMode.Query));
        if (!lasting)
        {
            Assert.Equal(truth, AskUntilBack(session, GeneralStatus.Query));
        }

        Assert.DoesNotContain(served.Unit.Log, request => request.Kind == FrameKind.Setter);
    }

    /// <summary>A unit that was pulled out is away for a moment; the question is put until it is back.</summary>
    private static string AskUntilBack(Session session, Query query)
    {
        Deadline deadline = Deadline.After(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                return session.AskAny(query, Token).Raw;
            }
            catch (LvxException error) when (error.Error is LvxError.DeviceLost or LvxError.DeviceNotFound or LvxError.DeviceTimeout && !deadline.Passed)
            {
                Token.WaitHandle.WaitOne(50);
            }
        }
    }

    private static string Truth(SimulatedUnit unit, Query query)
    {
        byte[] frame = unit.Answer(FrameKind.Query, Encoding.ASCII.GetBytes(query.Command));
        return Encoding.Latin1.GetString(frame.AsSpan(FrameReader.HeaderLength, frame.Length - FrameReader.HeaderLength - FrameReader.TrailerLength));
    }

    private static TheoryData<string, string, LvxError?> Table(bool lasting, params (string Misbehaviour, LvxError? Expected)[] rows)
    {
        var data = new TheoryData<string, string, LvxError?>();
        foreach (string link in Links)
        {
            foreach ((string misbehaviour, LvxError? expected) in rows)
            {
                // A port that is waited for when it is opened is back in time; a name that is gone is not waited for.
                bool waitedFor = misbehaviour.StartsWith("unplug", StringComparison.Ordinal) && link != "pty" && !lasting;
                data.Add(link, misbehaviour, waitedFor ? null : expected);
            }
        }

        return data;
    }
}
