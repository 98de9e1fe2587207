namespace Lvx.Core.Operations;

/// <summary>The system's manager of services.</summary>
public interface IServiceManager
{
    /// <summary>Whether a service runs, or is about to.</summary>
    /// <exception cref="LvxException">There is no such service, or it cannot be asked (<see cref="LvxError.ServiceFailed"/>).</exception>
    bool IsActive(string service);

    /// <summary>Stops a service, and waits until it has stopped.</summary>
    /// <exception cref="LvxException">It did not stop.</exception>
    void StopService(string service);

    /// <summary>Starts a service, and waits until it has started.</summary>
    /// <exception cref="LvxException">It did not start.</exception>
    void StartService(string service);
}
