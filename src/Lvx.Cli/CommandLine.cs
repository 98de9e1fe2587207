using System.CommandLine;
using Lvx.Cli.Commands;
using Lvx.Cli.Hosting;
using Lvx.Core;
using Lvx.Core.Recording;

namespace Lvx.Cli;

/// <summary>Finds the verb and runs it; whatever goes wrong is a line, a next step and an exit code.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        var root = new RootCommand("Looks after MPP Solar LVX6048 inverters in parallel on one battery bank.");
        var verbs = new Dictionary<Command, IVerb>();
        foreach (IVerb verb in Verbs())
        {
            Command command = verb.Describe();
            verbs.Add(command, verb);
            foreach (Command below in command.Subcommands)
            {
                verbs.Add(below, verb);
            }

            root.Subcommands.Add(command);
        }

        ParseResult parsed = root.Parse(args);
        if (parsed.Action is not null && parsed.Errors.Count == 0)
        {
            // --help and --version.
            return parsed.Invoke(new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error });
        }

        if (parsed.Errors.Count > 0 || !verbs.TryGetValue(parsed.CommandResult.Command, out IVerb? chosen) || parsed.CommandResult.Command.Subcommands.Count > 0)
        {
            return Misunderstood(parsed, surroundings.Error);
        }

        try
        {
            return chosen.Run(parsed, surroundings);
        }
        catch (LvxException problem)
        {
            ErrorText.Write(surroundings.Error, problem);
            return ErrorText.ExitCodeOf(problem);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (NobodyReadsException)
        {
            // A pipe to head: there is nobody to tell.
            return ExitCode.Fine;
        }
        catch (IOException problem)
        {
            surroundings.Error.WriteLine($"lvx: the output cannot be written ({FrameText.EscapeSentence(problem.Message)}).");
            surroundings.Error.WriteLine("     Send it to a file in a folder that has room and that you may write to.");
            return ExitCode.Usage;
        }
        catch (Exception bug)
        {
            // Nothing of this kind is meant to happen; if it does, a person still gets a sentence and a script a code of its own.
            surroundings.Error.WriteLine($"lvx: internal error: {bug.GetType().Name}: {FrameText.Escape(bug.Message)}");
            surroundings.Error.WriteLine("     Please report it, with the command and a --transcript of it.");
            return ExitCode.Internal;
        }
    }

    /// <summary>Every verb, in the order in which people read them.</summary>
    internal static IReadOnlyList<IVerb> Verbs() =>
    [
        new DevicesCommand(),
        new SiteCommand(),
        new StatusCommand(),
        new WatchCommand(),
        new EnergyCommand(),
        new SettingsCommand(),
        new CompareCommand(),
        new SyncCheckCommand(),
        new ReportCommand(),
        new SetChargeCurrentCommand(),
        new SetCommand(),
        new ProfileCommand(),
        new RestoreCommand(),
        new SetClockCommand(),
        new JournalCommand(),
        new QueryCommand(),
        new ResolveLinksCommand(),
        new SystemCommand(),
        new MaintenanceCommand(),
        new SimulateCommand(),
        new DemoCommand(),
    ];

    private static int Misunderstood(ParseResult parsed, TextWriter error)
    {
        Command command = parsed.CommandResult.Command;
        string verb = command is RootCommand ? "" : $"{(command.Parents.FirstOrDefault() is Command and not RootCommand and { } above ? above.Name + " " : "")}{command.Name} ";
        string problem = command is not RootCommand && command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0
            ? $"say what to do: {string.Join(", ", command.Subcommands.Select(below => below.Name))}."
            : parsed.Tokens.Count == 0
            ? $"say what to do: {string.Join(", ", parsed.RootCommandResult.Command.Subcommands.SkipLast(1).Select(verb => verb.Name))} or {parsed.RootCommandResult.Command.Subcommands[^1].Name}."
            : parsed.Errors.Select(found => WithoutType(found.Message)).FirstOrDefault() ?? "this is not understood.";
        error.WriteLine($"lvx: {FrameText.Escape(parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is not understood." : problem)}");
        error.WriteLine($"     See `lvx {verb}--help`.");
        return ExitCode.Usage;
    }

    // "Cannot parse argument 'x' for option '--interval' as expected type 'System.Nullable`1[System.Double]'.": the type says nothing to a person.
    private static string WithoutType(string message) =>
        message.IndexOf(" as expected type ", StringComparison.Ordinal) is > 0 and var cut ? message[..cut] + "." : message;
}
