using System.Text;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Services;
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

    /// <summary>Gives the site to what acts on it as root; null for none.</summary>
    public Func<LvxSite?> TrustedSite { get; init; } = () => SiteFile.Find() is { } path ? SiteFile.ReadTrusted(path) : null;

    /// <summary>Another census of nodes than that of this machine; for tests.</summary>
    public INodeCensus? Census { get; init; }

    /// <summary>Runs commands of the system.</summary>
    public ICommandRunner Commands { get; init; } = new CommandRunner();

    /// <summary>How maintenance goes, and where it is remembered.</summary>
    public MaintenanceOptions Maintenance { get; init; } = new();

    /// <summary>Whether standard error is the journal of systemd, which takes the weight of a line from its beginning (sd-daemon(3)).</summary>
    public bool WritesToJournal { get; init; } = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 };

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
