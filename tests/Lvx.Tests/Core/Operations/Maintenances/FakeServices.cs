using Lvx.Core;
using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations.Maintenances;

/// <summary>Services that are stopped and started, with all that was asked of them.</summary>
internal sealed class FakeServices(params string[] active) : IServiceManager
{
    private readonly HashSet<string> running = [.. active];

    public List<string> Calls { get; } = [];

    public HashSet<string> Stuck { get; } = [];

    public HashSet<string> Broken { get; } = [];

    public HashSet<string> Unknown { get; } = [];

    public Action<string>? OnStop { get; set; }

    public string Running => string.Join(' ', running.Order(StringComparer.Ordinal));

    public bool IsActive(string service) => Unknown.Contains(service) ? throw LvxErrors.ServiceFailed(service, "there is no such service on this machine", "x") : running.Contains(service);

    public void StopService(string service)
    {
        Calls.Add("stop " + service);
        OnStop?.Invoke(service);
        if (Stuck.Contains(service))
        {
            throw LvxErrors.ServiceFailed(service, "it did not stop", "x");
        }

        running.Remove(service);
    }

    public void StartService(string service)
    {
        Calls.Add("start " + service);
        if (Broken.Contains(service))
        {
            throw LvxErrors.ServiceFailed(service, "it did not start again", $"Start it by hand: systemctl start {service}");
        }

        running.Add(service);
    }
}
