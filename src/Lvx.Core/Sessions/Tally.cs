using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>What was heard while an answer was waited for: the material from which an error says why none came.</summary>
internal sealed class Tally
{
    private const int MaxShown = 48;

    private int damaged;
    private int stray;
    private int noise;
    private int echoes;
    private int presences;
    private string strayText = "";

    public int Refusals { get; private set; }

    public bool SpeaksPi30 { get; private set; }

    public void CountDamaged() => damaged++;

    public void CountNoise() => noise++;

    public void CountEcho() => echoes++;

    /// <summary>The unit said who it is, and nothing to the question.</summary>
    public void CountPresence() => presences++;

    public void CountStray(Frame frame)
    {
        stray++;
        strayText = FrameText.Escape(frame.Raw[..Math.Min(frame.Raw.Length, MaxShown)]);
    }

    public void CountRefusal(FrameKind kind)
    {
        Refusals++;
        SpeaksPi30 |= kind == FrameKind.Pi30Refused;
    }

    /// <summary>The error that fits what was heard.</summary>
    /// <param name="device">The device.</param>
    /// <param name="question">The question.</param>
    /// <param name="limit">The time it was given.</param>
    /// <param name="partial">Whether the beginning of a frame is still there.</param>
    public LvxException Explain(string device, string question, TimeSpan limit, bool partial)
    {
        if (damaged > 0 || (partial && stray == 0))
        {
            return LvxErrors.Damaged(device, question, Damage(partial));
        }

        if (stray > 0)
        {
            return LvxErrors.Unexpected(device, question, $"{Times(stray)}, the last one {strayText}");
        }

        if (echoes > 0)
        {
            return LvxErrors.EchoOnly(device, question);
        }

        return presences > 0
            ? LvxErrors.Unanswered(device, question, limit)
            : LvxErrors.Timeout(device, question, limit, noise > 0 ? "nothing but noise came" : "the line was silent");
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private string Damage(bool partial)
    {
        string frames = damaged > 0 ? $"the checksum was wrong {Times(damaged)}" : "";
        string cut = partial ? "an answer broke off" : "";
        return string.Join(" and ", new[] { frames, cut }.Where(part => part.Length > 0));
    }
}
