using System.Text;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Services;
using Lvx.Core.Units;
using Lvx.Simulator;
using Lvx.Yaml;
using Microsoft.Win32.SafeHandles;

namespace Lvx.Cli.Hosting;

/// <summary>What is around a command: where it writes, how wide that is, and what ends it.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, int Width, CancellationToken Cancellation)
{
    // What is no terminal gets the width that mails and logs are read at.
    private const int PlainWidth = 100;

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where a person answers; no value when nobody can be asked.</summary>
    public TextReader? Person { get; init; }

    /// <summary>Whether the command has the terminal of its process to itself, so that it may draw on it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Where orders to something that serves come from; no value when nobody gives any.</summary>
    public Func<TextReader>? Orders { get; init; }

    /// <summary>The journal of changes; the settings as found are kept beside it.</summary>
    public string JournalPath { get; init; } = ChangeJournal.DefaultPath;

    /// <summary>How long things are waited for when settings are changed.</summary>
    public ChangeOptions Pace { get; init; } = new() { Command = "" };

    /// <summary>Gives the site; null for none.</summary>
    public Func<LvxSite?> Site { get; init; } = SiteFile.Load;

    /// <summary>Gives the site to what acts on it as root; null for none.</summary>
    public Func<LvxSite?> TrustedSite { get; init; } = () => SiteLocation.Find() is { } path ? SiteFile.ReadTrusted(path) : null;

    /// <summary>Another census of nodes than that of this machine; for tests.</summary>
    public INodeCensus? Census { get; init; }

    /// <summary>The simulated units within reach: what was set on them stays set for as long as this lives.</summary>
    public SimulatorLinkKind Simulator { get; init; } = new();

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
        bool isRedirected = Console.IsOutputRedirected;
        var output = new StreamWriter(isRedirected ? new RedirectedOutput() : Terminal(1, FileAccess.Write), Plain) { AutoFlush = true };
        Stream errors = Console.IsErrorRedirected ? Console.OpenStandardError() : Terminal(2, FileAccess.Write);
        Surroundings console = new(
            output,
            TextWriter.Synchronized(new StreamWriter(errors, Plain) { AutoFlush = true }),
            isRedirected ? PlainWidth : Math.Max(40, TerminalSize.OfOutput?.Width ?? 80),
            cancellation)
        {
            IsTerminal = !isRedirected && !Console.IsInputRedirected,
            Orders = static () => Console.In,
        };
        return Console.IsInputRedirected || Console.IsErrorRedirected ? console : console with { Person = new StreamReader(Terminal(0, FileAccess.Read), Plain) };
    }

    // Whatever the console of .NET does first, it sends the terminal a sequence of escapes, NO_COLOR or not; so a terminal is used as the file it is.
    private static FileStream Terminal(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);
}
