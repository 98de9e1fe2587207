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
public abstract class MisbehaviourTests(string link)
{
    private static readonly SessionOptions Options = new() { QueryTimeout = TimeSpan.FromSeconds(1.5) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Once, and what then comes of one question: a value, or that error.</summary>
    public static TheoryData<string, LvxError?> Passing => new()
    {
        { "silence", null }, { "late=2", LvxError.DeviceTimeout }, { "bad-crc", null }, { "wrong-length", null }, { "garbage", null }, { "truncate", null }, { "refuse", null },
        { "double", null }, { "other", null }, { "unplug=0.2", LvxError.DeviceLost }, { "padding", null }, { "trickle=0.002", null },
    };

    /// <summary>Always, and what then comes of one question.</summary>
    public static TheoryData<string, LvxError?> Lasting => new()
    {
        { "silence", LvxError.DeviceTimeout }, { "late=2", LvxError.DeviceTimeout }, { "bad-crc", LvxError.AnswerDamaged }, { "wrong-length", null }, { "garbage", null },
        { "truncate", LvxError.AnswerDamaged }, { "refuse", LvxError.QueryRefused }, { "double", null }, { "other", LvxError.AnswerUnexpected }, { "unplug=0.2", LvxError.DeviceLost },
        { "padding", null }, { "trickle=0.002", null },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_misbehaviour_that_passes(string misbehaviour, LvxError? expected)
    {
        // A port that is waited for when it is opened is back in time; a name that is gone is not waited for.
        bool waitedFor = expected == LvxError.DeviceLost && link != "pty";
        Try(misbehaviour + "@GS*1", waitedFor ? null : expected, lasting: false);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public void A_misbehaviour_that_lasts(string misbehaviour, LvxError? expected) => Try(misbehaviour + "@GS", expected, lasting: true);

    private void Try(string misbehaviour, LvxError? expected, bool lasting)
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
        Assert.True(watch.Elapsed < Options.QueryTimeout + TimeSpan.FromSeconds(4), $"{watch.Elapsed}");
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
}
