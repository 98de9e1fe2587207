using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;
using Lvx.Pi18;

namespace Lvx.Fuzz.Targets;

/// <summary>A session that asks a few questions, each of which must end in its time, with a true answer or a named error.</summary>
internal static class Talk
{
    /// <summary>How much later than its deadline a question may end on a machine that has other things to do.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(4);

    private static readonly PlainAnswer Serial = PlainAnswer.All.First(answer => answer.Command == "ID");

    public static SessionOptions Options { get; } = new() { QueryTimeout = TimeSpan.FromMilliseconds(45), SetterTimeout = TimeSpan.FromMilliseconds(45) };

    /// <summary>Asks.</summary>
    /// <param name="open">Opens the session.</param>
    /// <param name="commands">What is asked.</param>
    /// <param name="said">The bodies that the unit said to a question, undamaged.</param>
    /// <param name="last">What else is done at the end; gives what is wrong.</param>
    public static Verdict Judge(Func<IFrameLog, Session> open, IReadOnlyList<string> commands, Func<string, HashSet<string>> said, Func<Session, string?>? last = null)
    {
        string refused = "";
        var log = new Heard();
        long begun = Stopwatch.GetTimestamp();
        try
        {
            using Session session = open(log);
            if (session.SerialNumber is { } serial && !said("ID").Any(body => Serial.Fits(body) && Serial.Read(body)[0].Value == serial))
            {
                return Verdict.Wrong($"the serial number {serial}, which the unit did not say: {log}");
            }

            foreach (string command in commands)
            {
                begun = Stopwatch.GetTimestamp();
                _ = QueryCatalogue.TryParse(command, out Query? query, out _);
                try
                {
                    Reply<Answer> reply = session.AskAny(query!, CancellationToken.None);
                    if (!said(command).Contains(reply.Raw))
                    {
                        return Verdict.Wrong($"{command} gave {reply.Raw}, which the unit did not say to it: {log}");
                    }

                    PlainAnswer plain = PlainAnswer.All.First(answer => answer.Command == command);
                    if (!plain.Fits(reply.Raw) || Shown.Difference(reply.Answer, plain.Read(reply.Raw)) is not null)
                    {
                        return Verdict.Wrong($"{command} gave {reply.Raw}, decoded as something else");
                    }
                }
                catch (LvxException error)
                {
                    refused = error.Error.ToString();
                }

                if (Stopwatch.GetElapsedTime(begun) > Options.QueryTimeout + Busy)
                {
                    return Verdict.Wrong($"{command} took {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms");
                }
            }

            if (last?.Invoke(session) is { } wrong)
            {
                return Verdict.Wrong($"{wrong}: {log}");
            }
        }
        catch (LvxException error)
        {
            refused = "opening or setting: " + error.Error;
        }

        return refused.Length == 0 ? Verdict.Accepted : Verdict.Refused(refused);
    }

    /// <summary>What is asked, by what a byte says.</summary>
    public static string Command(int number) => PlainAnswer.All[number % PlainAnswer.All.Count].Command;

    public static int Below(this byte[] seed, int at, int end) => seed.Length == 0 ? 0 : seed[at % seed.Length] % end;

    public static Dice DiceOf(byte[] input) => new(BitConverter.ToUInt64([.. input, .. new byte[8]], 0));
}
