using Lvx.Core.Sessions;
using Lvx.Fuzz.Running;
using Lvx.Pi18;

namespace Lvx.Fuzz.Targets;

/// <summary>Conversations with a unit on a bad line.</summary>
internal sealed class SessionTarget : ITarget
{
    public string Name => "sessions";

    public int Share => 1;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(20), 16 << 20);

    public int Threads => 16;

    public byte[] Make(Dice dice) => [.. Enumerable.Range(0, 12).Select(_ => dice.Byte())];

    /// <summary>A setter, which is sent once at most, and is accepted or refused only by the unit's own word.</summary>
    private static string? Tell(Session session, UnsoundUnit unit)
    {
        var setter = Setters.MaxChargeCurrent(60);
        int before = unit.Setters;
        SetterReply reply = session.Tell(setter, CancellationToken.None);
        return unit.Setters > before + 1 ? "a setter was sent twice"
            : reply.Outcome != SetterOutcome.Unknown && !unit.Settled(setter.Command, reply.Outcome == SetterOutcome.Accepted) ? $"a setter was {reply.Outcome}, which the unit did not say"
            : null;
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        // All of the conversation follows from the input.
        Dice own = Talk.DiceOf(input);
        var unit = new UnsoundUnit(own, input.Below(8, 5) + 1);
        string[] commands = [.. Enumerable.Range(0, 4).Select(number => Talk.Command(input[8 + number]))];
        return Talk.Judge(log => Session.Open("unsound", _ => unit.Open(), Talk.Options, log, CancellationToken.None), commands, unit.Said, session => Tell(session, unit));
    }
}
