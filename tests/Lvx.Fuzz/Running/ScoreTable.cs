using System.Globalization;

namespace Lvx.Fuzz.Running;

/// <summary>The scores as a table that stands in a document as it is printed.</summary>
internal static class ScoreTable
{
    public static void Write(TextWriter writer, IReadOnlyList<Score> scores)
    {
        writer.WriteLine("| target | inputs | accepted | refused | unnamed exceptions | wrong values | unbounded | inputs/s | worst time | most allocated |");
        writer.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (Score score in scores)
        {
            writer.WriteLine(Row(
                score.Target.Name,
                score.Inputs,
                score.Accepted,
                score.Refusals.Values.Sum(),
                score.Unnamed,
                score.Wrong,
                score.Unbounded,
                score.Took.TotalSeconds > 0 ? Number((long)(score.Inputs / score.Took.TotalSeconds)) : "",
                score.Worst.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
                Number(score.MostBytes >> 10) + " KB"));
        }

        writer.WriteLine(Row(
            "all",
            scores.Sum(score => score.Inputs),
            scores.Sum(score => score.Accepted),
            scores.Sum(score => score.Refusals.Values.Sum()),
            scores.Sum(score => score.Unnamed),
            scores.Sum(score => score.Wrong),
            scores.Sum(score => score.Unbounded),
            "",
            "",
            ""));
        writer.WriteLine();
        writer.WriteLine("| target | refused because | inputs |");
        writer.WriteLine("|---|---|---|");
        foreach (Score score in scores)
        {
            foreach ((string reason, long count) in score.Refusals)
            {
                writer.WriteLine($"| {score.Target.Name} | {reason} | {Number(count)} |");
            }
        }
    }

    private static string Row(string name, long inputs, long accepted, long refused, long unnamed, long wrong, long unbounded, string rate, string worst, string memory) =>
        $"| {name} | {Number(inputs)} | {Number(accepted)} | {Number(refused)} | {Number(unnamed)} | {Number(wrong)} | {Number(unbounded)} | {rate} | {worst} | {memory} |";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
