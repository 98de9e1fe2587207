using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Core.Operations;
using Lvx.Core.Recording;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx watch</c>: the live view; plain lines where there is no terminal for it.</summary>
internal sealed class WatchCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly ToleranceOptionSet tolerances = new();

    private readonly Option<double> interval = new("--interval", "-i")
    {
        Description = "From one reading to the next.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => WatchOperation.Interval.TotalSeconds,
    };

    private readonly Option<int?> count = new("--count", "-n") { Description = "End after so many readings.", HelpName = "TIMES" };
    private readonly Option<bool> events = new("--events") { Description = "No view: a line for everything that happens, and nothing else." };

    public Command Describe()
    {
        var command = new Command(
            "watch",
            "Watch all units: what each does, how far they are apart, what happens. Read-only. Press ? for the keys. "
            + "Without a terminal, with TERM=dumb or NO_COLOR, a line for each reading and each event.");
        links.AddTo(command);
        tolerances.AddTo(command);
        command.Options.Add(interval);
        command.Options.Add(count);
        command.Options.Add(events);
        Ranges.Require(interval, 0.1, 86400, "seconds");
        Ranges.Require(count, 1, int.MaxValue, "times");
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        using Reach reach = links.Resolve(parsed, surroundings);
        var operation = new WatchOperation(reach.Access);
        var pace = TimeSpan.FromSeconds(parsed.GetValue(interval));
        int? times = parsed.GetValue(count);
        bool eventsAlone = parsed.GetValue(events);
        // Frames and decisions on standard error would be written over the view.
        if (surroundings.IsTerminal && !eventsAlone && !reach.Host.IsTalkative && operation.Show(reach.Selection, tolerances.Resolve(parsed, surroundings), pace, times, surroundings.Cancellation))
        {
            return ExitCode.Fine;
        }

        bool isSilent = false;
        foreach (LvxWatchReading reading in operation.Follow(reach.Selection, tolerances.Resolve(parsed, surroundings), pace, times, reach.Host))
        {
            foreach (LvxWatchEvent happened in reading.Events)
            {
                surroundings.Output.WriteLine(FrameText.EscapeSentence($"{happened}"));
            }

            if (!eventsAlone)
            {
                surroundings.Output.WriteLine(FrameText.EscapeSentence($"{reading}"));
            }

            surroundings.Output.Flush();
            isSilent = reading.Answering < reading.Units;
        }

        return isSilent ? ExitCode.Device : ExitCode.Fine;
    }
}
