using System.CommandLine;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Cli.Hosting;

/// <summary>The options of every verb that reaches units: which, how, how long to wait, what to record.</summary>
internal sealed class LinkOptionSet
{
    private readonly Option<string[]> device = new("--device", "-d")
    {
        Description = "A device: /dev/hidrawN, /dev/ttyN, tcp://host:port, hid:SERIAL, replay:FILE, sim:pair, or a name from the site file. May be given several times. Without it: the site's units, or every inverter on USB.",
        HelpName = "DEVICE",
    };

    private readonly Option<string[]> serial = new("--serial", "--serial-number", "-s")
    {
        Description = "A serial number (14 or 22 digits): only the unit that has it, wherever it is plugged in. May be given several times.",
        HelpName = "NUMBER",
    };

    private readonly NumberOption timeout = new("--timeout", "--timeout-seconds", new SessionOptions().QueryTimeout.TotalSeconds, 0.05, 600, "seconds")
    {
        Description = "The time for one question with every retry, in seconds.",
        HelpName = "SECONDS",
    };

    private readonly Option<string?> transcript = new("--transcript")
    {
        Description = "Record every frame in FILE; replay:FILE plays it back.",
        HelpName = "FILE",
    };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Say what is decided, on standard error." };

    private readonly Option<bool> frames = new("--frames") { Description = "Show every frame, on standard error." };

    // Text to the library, for the same reason as a NumberOption.
    private readonly Option<string> hidForm = new("--hid-form")
    {
        Description = "How reports are handed to a hidraw node: Numbered (nine bytes, the first 00) or Bare (eight, as other tools do).",
        DefaultValueFactory = _ => $"{new LinkOptions().HidReportForm}",
        HelpName = "Bare|Numbered",
    };

    private readonly NumberOption hidGap = new("--hid-gap", null, new LinkOptions().HidReportGap.TotalMilliseconds, 0, 1000, "milliseconds", isWhole: true)
    {
        Description = "The time between two reports to a hidraw node, in milliseconds.",
        HelpName = "MS",
    };

    private readonly NumberOption baud = new("--baud", null, new LinkOptions().BaudRate, 1, int.MaxValue, "bit/s", isWhole: true)
    {
        Description = "The speed of a serial port, in bit/s.",
        HelpName = "RATE",
    };

    private readonly Option<bool> force;

    /// <param name="alsoForce">What else <c>--force</c> does with this verb, in a sentence.</param>
    public LinkOptionSet(string? alsoForce = null)
    {
        hidForm.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Enum.GetNames<HidReportForm>().Contains(result.Tokens[0].Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"--hid-form takes Bare or Numbered, and not '{result.Tokens[0].Value}'.");
            }
        });
        force = new("--force") { Description = $"Use a port though another program has it open.{(alsoForce is null ? "" : " " + alsoForce)}" };
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[device, serial, timeout, transcript, verbose, frames, hidForm, hidGap, baud, force])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether units were named.</summary>
    public bool NamesUnits(ParseResult parsed) => parsed.GetValue(device) is { Length: > 0 } || parsed.GetValue(serial) is { Length: > 0 };

    /// <summary>The host, for a verb that reaches no unit this time.</summary>
    public CliHost Host(ParseResult parsed, TextWriter error, CancellationToken cancellation) => new(error, parsed.GetValue(verbose), parsed.GetValue(frames), cancellation);

    /// <summary>The host, the access and the selection that the options ask for; the caller disposes of the transcript.</summary>
    public Reach Resolve(ParseResult parsed, Surroundings surroundings)
    {
        var links = new LinkRegistry(surroundings.Simulator);
        UnitSelection selection = new UnitFinder(links, surroundings.Site).Select(parsed.GetValue(device), parsed.GetValue(serial));
        return Resolve(parsed, surroundings, links, selection);
    }

    /// <summary>The same, for a verb that looks for ports itself.</summary>
    public Reach ResolveUnselected(ParseResult parsed, Surroundings surroundings) => Resolve(parsed, surroundings, new LinkRegistry(surroundings.Simulator), new UnitSelection([], []));

    /// <summary>The devices that were named, as they were.</summary>
    public IReadOnlyList<string> Named(ParseResult parsed) => parsed.GetValue(device) ?? [];

    /// <summary>Whether <c>--force</c> was said.</summary>
    public bool Forces(ParseResult parsed) => parsed.GetValue(force);

    private Reach Resolve(ParseResult parsed, Surroundings surroundings, LinkRegistry links, UnitSelection selection)
    {
        var query = TimeSpan.FromSeconds(timeout.Of(parsed)!.Value);
        TranscriptFile? file = parsed.GetValue(transcript) is { } path ? TranscriptFile.Create(path) : null;
        var access = new UnitAccess(
            links,
            new LinkOptions
            {
                OpenTimeout = query,
                HidReportForm = Enum.Parse<HidReportForm>(parsed.GetValue(hidForm)!, ignoreCase: true),
                HidReportGap = TimeSpan.FromMilliseconds(hidGap.Of(parsed)!.Value),
                BaudRate = baud.WholeOf(parsed)!.Value,
                DespiteHolders = parsed.GetValue(force),
            },
            new SessionOptions { QueryTimeout = query },
            file)
        {
            LockScope = surroundings.LockScope,
            Site = surroundings.Site,
        };
        return new Reach(access, selection, Host(parsed, surroundings.Error, surroundings.Cancellation), file);
    }
}
