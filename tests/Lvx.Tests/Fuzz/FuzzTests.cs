using Lvx.Fuzz;
using Lvx.Fuzz.Running;

namespace Lvx.Tests.Fuzz;

/// <summary>A short run of tests/Lvx.Fuzz with another seed than the usual one; the long run is a command of its own (docs/testing.md).</summary>
public sealed class FuzzTests
{
    private const ulong Seed = 20260426;

    public static TheoryData<string, int> Targets => new()
    {
        { "frames", 20_000 },
        { "answers", 20_000 },
        { "site-file", 600 },
        { "profile", 600 },
        { "baseline", 400 },
        { "journal-lines", 5_000 },
        { "journals", 200 },
        { "transcript-lines", 5_000 },
        { "words", 3_000 },
        { "sessions", 60 },
        { "recordings", 60 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Inputs_that_nobody_meant_give_the_right_value_or_a_named_error(string target, int count)
    {
        Score score = new Runner(Seed).Run(Catalogue.Find(target)!, from: 0, count);

        Assert.Empty(score.Findings.Select(finding => finding.ToString()));
        Assert.Equal(count, score.Inputs);
        Assert.True(score.Accepted > 0 && score.Refusals.Count > 0, "Inputs of both kinds are made, or nothing is shown.");
    }

    [Fact]
    public void Every_target_is_in_the_short_run() =>
        Assert.Equal(Catalogue.All.Select(target => target.Name).Order(), Targets.Select(row => row.Data.Item1).Order());

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        foreach (ITarget target in Catalogue.All)
        {
            Assert.Equal(target.Make(Dice.Of(Seed, target.Name, 7)), target.Make(Dice.Of(Seed, target.Name, 7)));
            Assert.NotEqual(target.Make(Dice.Of(Seed, target.Name, 7)), target.Make(Dice.Of(Seed + 1, target.Name, 7)));
        }
    }
}
