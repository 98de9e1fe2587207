using Lvx.Cli;
using Lvx.Cli.Commands;

namespace Lvx.Tests.Cli;

public sealed class VerbNameTests
{
    // Only the verb that is named is described: the name that finds it must be its own.
    [Fact]
    public void Every_verb_is_found_by_the_name_that_it_gives_itself()
    {
        foreach ((string name, Func<IVerb> make) in CommandLine.Verbs)
        {
            Assert.Equal(make().Describe().Name, name);
        }
    }

    [Fact]
    public void Help_lists_every_verb()
    {
        Ran ran = Ran.Lvx("--help");

        Assert.All(CommandLine.Verbs, verb => Assert.Contains($"  {verb.Name} ", ran.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verb_has_help_of_its_own()
    {
        Assert.All(CommandLine.Verbs, verb =>
        {
            Ran ran = Ran.Lvx(verb.Name, "--help");
            Assert.Equal(0, ran.ExitCode);
            Assert.Contains($" {verb.Name} ", ran.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_second_verb_is_not_understood()
    {
        Ran.Lvx("status", "compare").Failed(2, "'compare' is not understood", "lvx status --help");
    }
}
