using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx maintenance -- COMMAND</c>: the site's services are stopped while a command runs, and run again after it, whatever happened.</summary>
internal sealed class MaintenanceCommand : IVerb
{
    private readonly Option<string[]> services = new("--services") { Description = "The services to stop, in this order, with commas; those of the site file unless told.", HelpName = "A,B" };
    private readonly Option<bool> finish = new("--finish") { Description = "Run nothing: start the services again that a killed maintenance left stopped." };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Say what is done, on standard error." };
    private readonly Argument<string[]> command = new("command") { Description = "The command and its arguments, after --.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<double> portWait = new("--port-wait")
    {
        Description = "How long other programs are waited for to let go of the ports.",
        DefaultValueFactory = _ => new MaintenanceOptions().PortWait.TotalSeconds,
        HelpName = "SECONDS",
    };

    public Command Describe()
    {
        var verb = new Command(
            "maintenance",
            "Stop the site's services, run a command while the ports are free, and start those again that ran before, whatever happened. Exit code that of the command (128 + n for a signal, 127 no such command); 3 a service does not stop, or does not start again; 4 maintenance is under way.");
        foreach (Option option in (Option[])[services, portWait, finish, verbose])
        {
            verb.Options.Add(option);
        }

        verb.Arguments.Add(command);
        Ranges.Require(portWait, 0, 600, "seconds");
        verb.Validators.Add(result =>
        {
            if (result.GetValue(finish) == (result.GetValue(command) is { Length: > 0 }))
            {
                result.AddError("say either -- COMMAND or --finish.");
            }
        });
        return verb;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        string[] named = [.. (parsed.GetValue(services) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        var host = new CliHost(surroundings.Error, parsed.GetValue(verbose), frames: false, surroundings.Cancellation);
        MaintenanceOptions options = surroundings.Maintenance with { PortWait = TimeSpan.FromSeconds(parsed.GetValue(portWait)) };
        if (parsed.GetValue(finish))
        {
            IReadOnlyList<string> started = Operation(null, surroundings, options).FinishLeft(host);
            surroundings.Output.WriteLine(started.Count == 0 ? "No service was left stopped." : $"Running again: {Shown.Value(started)}.");
            return ExitCode.Fine;
        }

        LvxSite? site = surroundings.TrustedSite();
        IReadOnlyList<string> stopped = named.Length > 0 ? named : site?.Services ?? [];
        if (stopped.Count == 0)
        {
            host.Warning("no service is named, neither in the site file nor with --services: nothing is stopped.");
        }

        using Maintenance maintenance = Operation(site, surroundings, options).Begin(stopped, host);
        int exitCode = ExitCode.Interrupted;
        try
        {
            exitCode = ForegroundCommand.Run(parsed.GetValue(command)!, maintenance.Runs, surroundings.Error, surroundings.Cancellation);
        }
        finally
        {
            exitCode = Finish(maintenance, host, surroundings, exitCode);
        }

        return exitCode;
    }

    private static MaintenanceOperation Operation(LvxSite? site, Surroundings surroundings, MaintenanceOptions options) => new(new SystemdServices(surroundings.Commands), () => SitePorts.Holders(site), options);

    private static int Finish(Maintenance maintenance, CliHost host, Surroundings surroundings, int exitCode)
    {
        try
        {
            maintenance.Finish(host);
            return exitCode;
        }
        catch (LvxException problem)
        {
            ErrorText.Write(surroundings.Error, problem);
            return exitCode == ExitCode.Fine ? ErrorText.ExitCodeOf(problem) : exitCode;
        }
    }
}
