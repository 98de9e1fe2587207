using Lvx.Core.Operations;
using Lvx.Core.Recording;

namespace Lvx.Cli.Hosting;

/// <summary>The command line as the host of an operation: warnings and messages go to standard error, results alone to standard output.</summary>
internal sealed class CliHost(TextWriter error, bool verbose, bool frames, CancellationToken cancellation) : IHost
{
    // One line on any terminal.
    private const int ProgressWidth = 79;

    private int shown;

    private readonly HashSet<string> warned = new(StringComparer.Ordinal);

    public CancellationToken Cancellation => cancellation;

    public bool WantsFrames => frames;

    /// <summary>Whether it writes to standard error what only a few want to see.</summary>
    public bool IsTalkative => verbose || frames;

    public void Verbose(string text)
    {
        if (verbose)
        {
            error.WriteLine(FrameText.EscapeSentence(text));
        }
    }

    public void Debug(string text) => error.WriteLine(text);

    /// <summary>Whether the same warning is said once only, as where things are planned first and then done.</summary>
    public bool WarnsOnce { get; set; }

    public void Warning(string text)
    {
        if (warned.Add(text) || !WarnsOnce)
        {
            error.WriteLine($"warning: {FrameText.EscapeSentence(text)}");
        }
    }

    public void Tell(string text) => error.WriteLine(FrameText.EscapeSentence(text));

    /// <summary>What the person agreed to when the whole plan was shown is done; anything else, as when a unit changed in between, is not.</summary>
    public Confirmation Confirm(string target, string action, string why)
    {
        if (AgreedToAll || Agreed?.Contains((target, action)) == true)
        {
            return Confirmation.Do;
        }

        if (Agreed is null)
        {
            return Confirmation.OnlyShow;
        }

        NotAgreed.Add((target, action));
        return Confirmation.Decline;
    }

    /// <summary>What came up that was not in the plan: the unit had changed since, or had shown what it had before.</summary>
    public List<(string Target, string Action)> NotAgreed { get; } = [];

    /// <summary>Whether the person agreed to whatever the verb does.</summary>
    public bool AgreedToAll { get; set; }

    /// <summary>The changes that were agreed to; no value while a plan is made.</summary>
    public IReadOnlySet<(string Target, string Action)>? Agreed { get; set; }

    /// <summary>Whether a person is there to see how far it is: a command runs a second or two, unless it waits, and its error output may be a service's log.</summary>
    public bool ShowsProgress { get; set; }

    /// <summary>One line, written over again and taken away at the end.</summary>
    public void Progress(string activity, int done, int total)
    {
        if (!ShowsProgress || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            return;
        }

        string line = done >= total ? "" : FrameText.EscapeSentence($"{activity}: {done} of {total}");
        line = line.Length < ProgressWidth ? line : line[..(ProgressWidth - 1)];
        error.Write($"\r{line.PadRight(shown)}{(done >= total ? "\r" : "")}");
        shown = line.Length;
    }
}
