namespace Lvx.Core.Operations;

/// <summary>Maintenance under way: the services are stopped. They are started again when it is finished, or disposed of.</summary>
public sealed class Maintenance : IDisposable
{
    private readonly MaintenanceFolder folder;
    private readonly IServiceManager services;
    private readonly IReadOnlyList<StoppedService> stopped;
    private bool isOver;

    internal Maintenance(MaintenanceFolder folder, IServiceManager services, IReadOnlyList<StoppedService> stopped)
    {
        this.folder = folder;
        this.services = services;
        this.stopped = stopped;
    }

    /// <summary>The services that are started again, in the order in which they were stopped.</summary>
    public IEnumerable<string> ToBeStarted => stopped.Where(service => service.WasActive).Select(service => service.Name);

    /// <summary>What went wrong when it was disposed of; null when all is well.</summary>
    public LvxException? Failure { get; private set; }

    /// <summary>Notes which process does the work, so that services are not started under it if this one is killed.</summary>
    /// <param name="pid">The process.</param>
    public void Runs(int pid)
    {
        try
        {
            folder.Write(new MaintenanceRecord(stopped, RunningProcess.Of(pid)));
        }
        catch (LvxException)
        {
            // What has to be started again is written down already, and the work is under way.
        }
    }

    /// <summary>Starts the services again that ran before, the last stopped first. Each is tried, whatever became of the one before; nothing cancels it.</summary>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="LvxException">Not all of them started; the next run tries again.</exception>
    public void Finish(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (isOver)
        {
            return;
        }

        isOver = true;
        try
        {
            folder.Unflag();
            var failures = new List<LvxException>();
            foreach (string name in ToBeStarted.Reverse())
            {
                try
                {
                    host.Verbose($"Starting {name} again.");
                    services.StartService(name);
                }
                catch (LvxException error)
                {
                    failures.Add(error);
                }
            }

            if (failures.Count > 0)
            {
                throw LvxErrors.NotStartedAgain(failures);
            }

            folder.Forget();
        }
        finally
        {
            folder.Dispose();
        }
    }

    /// <summary>Finishes, if that was not done; what fails is left to the next run.</summary>
    public void Dispose()
    {
        try
        {
            Finish(new SilentHost());
        }
        catch (LvxException error)
        {
            // It is written down still.
            Failure = error;
        }
    }

    internal void StopAll(IHost host)
    {
        folder.Write(new MaintenanceRecord(stopped, null));
        foreach (StoppedService service in stopped.Where(service => service.WasActive))
        {
            host.Cancellation.ThrowIfCancellationRequested();
            host.Verbose($"Stopping {service.Name}.");
            services.StopService(service.Name);
        }
    }

    private sealed class SilentHost : IHost
    {
        public CancellationToken Cancellation => CancellationToken.None;

        public bool WantsFrames => false;

        public void Verbose(string text)
        {
        }

        public void Debug(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Tell(string text)
        {
        }

        public Confirmation Confirm(string target, string action, string why) => Confirmation.Decline;

        public void Progress(string activity, int done, int total)
        {
        }
    }
}
