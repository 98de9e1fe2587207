namespace Lvx.Core.Operations;

/// <summary>Reads one unit again and again over a session that stays open in between.</summary>
internal interface IUnitReader : IDisposable
{
    /// <summary>The unit's serial number; no value when its firmware does not say it.</summary>
    string? SerialNumber { get; }

    /// <summary>Waits for the next reading, and lets the port go as soon as its device is known to be gone or another LvxPS waits for it.</summary>
    void Rest(Deadline deadline, CancellationToken cancellation);

    /// <summary>The orderly end.</summary>
    void Finish();
}
