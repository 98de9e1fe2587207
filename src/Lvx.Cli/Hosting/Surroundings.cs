using System.Text;
using Lvx.Core.Journal;
using Lvx.Core.Operations;

namespace Lvx.Cli.Hosting;

/// <summary>What is around a command: where it writes, how wide that is, and what ends it.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, int Width, CancellationToken Cancellation)
{
    // What is no terminal gets the width that mails and logs are read at.
    private const int PlainWidth = 100;

    /// <summary>Where a person answers; no value when nobody can be asked.</summary>
    public TextReader? Person { get; init; }

    /// <summary>Where orders to something that serves come from; no value when nobody gives any.</summary>
    public Func<TextReader>? Orders { get; init; }

    /// <summary>The journal of changes; the settings as found are kept beside it.</summary>
    public string JournalPath { get; init; } = ChangeJournal.DefaultPath;

    /// <summary>How long things are waited for when settings are changed.</summary>
    public ChangeOptions Pace { get; init; } = new() { Command = "" };

    public static Surroundings OfConsole(CancellationToken cancellation)
    {
        Surroundings console = Console.IsOutputRedirected
            ? new(new StreamWriter(new RedirectedOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }, Console.Error, PlainWidth, cancellation)
            : new(Console.Out, Console.Error, Math.Max(40, Console.WindowWidth), cancellation);
        console = console with { Orders = static () => Console.In };
        return Console.IsInputRedirected || Console.IsErrorRedirected ? console : console with { Person = Console.In };
    }
}
