using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx profile</c>: the profiles there are, what one would change, and changing it.</summary>
internal sealed class ProfileCommand : IVerb
{
    private readonly Command list = new("list", "List the profiles there are, the broken ones with what is wrong.");
    private readonly Command show = new("show", "Show a profile: its settings, its source, its notes.");
    private readonly Command plan = new("plan", "Show what a profile would change on each unit, in which order and why. Exit code 1 when there is something to do.");
    private readonly Command apply = new("apply", "Apply a profile to each unit, and prove each change.");
    private readonly Command undo = new("undo", "Bring back what the last run changed.");
    private readonly ChangeOptionSet planSet = new();
    private readonly ChangeOptionSet applySet = new();
    private readonly ChangeOptionSet undoSet = new();
    private readonly Argument<string> showName = Name();
    private readonly Argument<string> planName = Name();
    private readonly Argument<string> applyName = Name();

    public Command Describe()
    {
        show.Arguments.Add(showName);
        plan.Arguments.Add(planName);
        apply.Arguments.Add(applyName);
        planSet.AddTo(plan);
        applySet.AddTo(apply);
        undoSet.AddTo(undo);
        var command = new Command("profile", "Charge policies for battery banks: list, show, plan, apply, undo.");
        foreach (Command verb in (Command[])[list, show, plan, apply, undo])
        {
            command.Subcommands.Add(verb);
        }

        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        Command verb = parsed.CommandResult.Command;
        if (verb == list)
        {
            return List(surroundings);
        }

        if (verb == show)
        {
            ProfileTable.Show(surroundings.Output, surroundings.Width, Profiles.Shelf().Find(parsed.GetValue(showName)!));
            return ExitCode.Fine;
        }

        if (verb == undo)
        {
            UndoneRun last = UndoneRun.Last(new ChangeJournal(surroundings.JournalPath), []);
            ChangeOptions options = undoSet.Resolve(parsed, surroundings, $"lvx profile undo ({last.Run})") with { Undoes = last.Run, LeaveOutWhatCannotBeWritten = true };
            return new Changing(undoSet, parsed, surroundings).Run(last.Wish, options, serialNumbers: last.SerialNumbers);
        }

        ChangeOptionSet set = verb == plan ? planSet : applySet;
        LvxProfile profile = Profiles.Shelf().Find(parsed.GetValue(verb == plan ? planName : applyName)!);
        return new Changing(set, parsed, surroundings).Run(
            ChangeWish.Of(profile), set.Resolve(parsed, surroundings, $"lvx profile {verb.Name} {profile.Name}"), planOnly: verb == plan);
    }

    private static int List(Surroundings surroundings)
    {
        int exitCode = ExitCode.Fine;
        var profiles = new List<LvxProfile>();
        foreach (ProfileOutcome outcome in Profiles.Shelf().List())
        {
            if (outcome.Error is { } error)
            {
                ErrorText.Write(surroundings.Error, error);
                exitCode = ErrorText.ExitCodeOf(error);
            }
            else
            {
                profiles.Add(outcome.Profile!);
            }
        }

        ProfileTable.List(surroundings.Output, profiles);
        return exitCode;
    }

    private static Argument<string> Name() => new("profile") { Description = "A name (see `lvx profile list`) or a file." };
}
