using System.Text;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Cli.Hosting;

/// <summary>What is around a command: where it writes, how wide that is, and what ends it.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, int Width, CancellationToken Cancellation)
{
    // What is no terminal gets the width that mails and logs are read at.
    private const int PlainWidth = 100;

    /// <summary>Where a person answers; no value when nobody can be asked.</summary>
    public TextReader? Person { get; init; }

    /// <summary>The journal of changes; the settings as found are kept beside it.</summary>
    public string JournalPath { get; init; } = ChangeJournal.DefaultPath;

    /// <summary>How long things are waited for when settings are changed.</summary>
    public ChangeOptions Pace { get; init; } = new() { Command = "" };

    /// <summary>Gives the site; null for none.</summary>
    public Func<LvxSite?> Site { get; init; } = SiteFile.Load;

    /// <summary>Between which programs a unit is one unit, over whatever port: those of this machine, unless a test has a scope of its own.</summary>
    public string LockScope { get; init; } = Environment.GetEnvironmentVariable(UnitAccess.ScopeVariable) ?? "";

    public static Surroundings OfConsole(CancellationToken cancellation)
    {
        Surroundings console = Console.IsOutputRedirected
            ? new(new StreamWriter(new RedirectedOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }, Console.Error, PlainWidth, cancellation)
            : new(Console.Out, Console.Error, Math.Max(40, Console.WindowWidth), cancellation);
        return Console.IsInputRedirected || Console.IsErrorRedirected ? console : console with { Person = Console.In };
    }
}
