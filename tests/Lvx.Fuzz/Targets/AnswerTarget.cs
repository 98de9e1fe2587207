using System.Text;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;
using Lvx.Pi18;

namespace Lvx.Fuzz.Targets;

/// <summary>
/// The decoders, each with bodies that a unit could send and with changed ones: a body that has not the form gives no answer, and each field of one that has it is what stands in
/// the text, or no value.
/// </summary>
internal sealed class AnswerTarget : ITarget
{
    private static readonly (PlainAnswer Plain, Query Query)[] Answers = [.. PlainAnswer.All.Select(plain =>
        QueryCatalogue.TryParse(plain.Command, out Query? query, out string? problem) ? (plain, query) : throw new InvalidOperationException(problem))];

    private static readonly string[] Captured = [.. Fixtures.Frames.SelectMany(PlainFrames.AnswersIn)];

    public string Name => "answers";

    public int Share => 420;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(2), 1 << 20);

    public byte[] Make(Dice dice)
    {
        int answer = dice.Below(Answers.Length);
        string body = dice.OneIn(6) ? dice.Of(Captured) : Answers[answer].Plain.Make(dice);
        body = dice.OneIn(5) ? body : BodyMutation.Mutate(body, dice);
        return [(byte)answer, .. Encoding.Latin1.GetBytes(body)];
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        (PlainAnswer plain, Query query) = Answers[input[0] % Answers.Length];
        byte[] body = input[1..];
        if (Hold(plain, query, body, out bool accepted) is { } wrong)
        {
            return Verdict.Wrong($"{plain.Command}: {wrong}");
        }

        // The same body as a late answer to another question.
        (PlainAnswer otherPlain, Query other) = dice.Of(Answers);
        if (Hold(otherPlain, other, body, out _) is { } wrongToo)
        {
            return Verdict.Wrong($"{otherPlain.Command}: {wrongToo}");
        }

        return accepted ? Verdict.Accepted : Verdict.Refused("not the form of its answer");
    }

    private static string? Hold(PlainAnswer plain, Query query, byte[] body, out bool accepted)
    {
        string text = Encoding.Latin1.GetString(body);
        accepted = query.TryDecodeAny(body, out Answer? answer);
        if (accepted != plain.Fits(text))
        {
            return accepted ? "a value from what has not the form" : "no value from what has the form";
        }

        if (!accepted)
        {
            return null;
        }

        // For simulators; that it writes at all is what is tested here.
        _ = answer!.ToBody();
        return Shown.Difference(answer, plain.Read(text));
    }
}
