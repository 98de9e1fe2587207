using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Services;

namespace Lvx.Core.Operations;

/// <summary>
/// Stops services, lets something be done while the ports are free, and starts those again that ran before, whatever happened. What has to be started again is written down before anything is stopped, so that after
/// a kill the next run does it.
/// </summary>
/// <param name="services">Stops and starts them.</param>
/// <param name="holders">The programs that have the site's ports open, by port.</param>
/// <param name="options">How.</param>
public sealed class MaintenanceOperation(IServiceManager services, Func<IReadOnlyList<(string Port, PortHolder Holder)>> holders, MaintenanceOptions options)
{
    /// <summary>Begins: stops the services, and waits until the ports are free. What was stopped before something failed is started again.</summary>
    /// <param name="names">The services, in the order in which they are stopped.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <returns>Ends the maintenance when it is disposed of.</returns>
    /// <exception cref="LvxException">Maintenance is under way already, a service is not there or does not stop, or a port is not free in time.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the services run again.</exception>
    public Maintenance Begin(IReadOnlyList<string> names, IHost host)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(host);
        if (names.FirstOrDefault(name => !ServiceName.IsSound(name)) is { } bad)
        {
            throw new LvxException(LvxError.ArgumentInvalid, null, $"{FrameText.Escape(bad)} is no name of a service.", "Name a unit of systemd, such as powermon.service.");
        }

        MaintenanceFolder folder = MaintenanceFolder.Open(options.Folder);
        Maintenance? maintenance = null;
        try
        {
            IReadOnlyList<StoppedService> left = folder.Left()?.Services ?? [];
            if (left.Count > 0)
            {
                host.Warning($"an earlier maintenance was not finished; {Names(left.Where(service => service.WasActive).Select(service => service.Name))} will be started again by this one.");
            }

            // Every service is looked at before the first is stopped: a name that is wrong stops nothing.
            StoppedService[] stopped =
            [
                .. names.Select(name => new StoppedService(name, services.IsActive(name) || left.Any(service => service.Name == name && service.WasActive))),
                .. left.Where(service => !names.Contains(service.Name, StringComparer.Ordinal)),
            ];
            maintenance = new Maintenance(folder, services, stopped);
            maintenance.StopAll(host);
            AwaitPorts(host);
            return maintenance;
        }
        catch
        {
            if (maintenance is null)
            {
                folder.Dispose();
            }
            else
            {
                FinishDespite(maintenance, host);
            }

            throw;
        }
    }

    /// <summary>Does what a killed maintenance left undone: starts the services again that it stopped.</summary>
    /// <returns>The services that were started.</returns>
    /// <exception cref="LvxException">Maintenance is under way, or a service did not start.</exception>
    public IReadOnlyList<string> FinishLeft(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        MaintenanceFolder folder = MaintenanceFolder.Open(options.Folder);
        MaintenanceRecord? left;
        try
        {
            left = folder.Left();
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        using var maintenance = new Maintenance(folder, services, left?.Services ?? []);
        maintenance.Finish(host);
        return [.. (left?.Services ?? []).Where(service => service.WasActive).Select(service => service.Name)];
    }

    private void AwaitPorts(IHost host)
    {
        Deadline deadline = Deadline.After(options.PortWait);
        while (holders() is { Count: > 0 } held)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            if (deadline.Passed)
            {
                throw LvxErrors.HeldByOthers(held[0].Port, [.. held.Where(holder => holder.Port == held[0].Port).Select(holder => holder.Holder)]);
            }

            host.Cancellation.WaitHandle.WaitOne(options.Pause);
        }

        host.Cancellation.ThrowIfCancellationRequested();
    }

    private static void FinishDespite(Maintenance maintenance, IHost host)
    {
        try
        {
            maintenance.Finish(host);
        }
        catch (LvxException error)
        {
            // Both are said; what ends the run is the first that went wrong.
            host.Warning($"{error.Message} {error.NextStep}");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "no service";
}
