using Lvx.Core.Recording;
using Lvx.Core.Services;

namespace Lvx.Core.Operations;

/// <summary>Services of systemd, through systemctl.</summary>
/// <param name="commands">Runs it.</param>
/// <param name="limit">How long one service is waited for.</param>
public sealed class SystemdServices(ICommandRunner commands, TimeSpan limit) : IServiceManager
{
    private const string Systemctl = "systemctl";

    // Ctrl+C at a terminal reaches systemctl too, and must not keep a service from being started again.
    private const int Tries = 3;
    private const int FirstSignalCode = 129;

    /// <summary>With the time that systemd itself gives a service to stop, twice.</summary>
    public SystemdServices(ICommandRunner commands)
        : this(commands, TimeSpan.FromSeconds(180))
    {
    }

    /// <inheritdoc/>
    public bool IsActive(string service)
    {
        CommandResult result = Run("show", "--property=LoadState", "--property=ActiveState", "--", service);
        if (!result.IsFine)
        {
            throw LvxErrors.ServiceFailed(service, $"its state is not known ({Why(result)})", "Maintenance needs systemd; see `systemctl status`.");
        }

        string[] lines = result.Output.Split('\n');
        return lines.Contains("LoadState=not-found", StringComparer.Ordinal)
            ? throw LvxErrors.ServiceFailed(service, "there is no such service on this machine", "Correct `services` in the site file, or name others (-Service; lvx: --services).")
            : lines.Any(line => line is "ActiveState=active" or "ActiveState=activating" or "ActiveState=reloading");
    }

    /// <inheritdoc/>
    public void StopService(string service)
    {
        if (Run("stop", "--", service) is { IsFine: false } result)
        {
            throw LvxErrors.ServiceFailed(service, $"it did not stop ({Why(result)})", $"See `systemctl status {service}`; the services that had been stopped were started again.");
        }
    }

    /// <inheritdoc/>
    public void StartService(string service)
    {
        if (Run("start", "--", service) is { IsFine: false } result)
        {
            throw LvxErrors.ServiceFailed(service, $"it did not start again ({Why(result)})", $"Start it by hand: systemctl start {service}");
        }
    }

    private CommandResult Run(string verb, params string[] arguments)
    {
        CommandResult result = commands.Run(Systemctl, [verb, .. arguments], limit);
        for (int i = 1; i < Tries && result.ExitCode >= FirstSignalCode; i++)
        {
            result = commands.Run(Systemctl, [verb, .. arguments], limit);
        }

        return result;
    }

    private static string Why(CommandResult result) => FrameText.EscapeSentence(result.Error.Length > 0 ? result.Error.Split('\n')[0] : $"systemctl ended with {result.ExitCode}");
}
