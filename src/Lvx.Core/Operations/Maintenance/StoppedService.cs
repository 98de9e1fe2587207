namespace Lvx.Core.Operations;

/// <summary>A service that is stopped for maintenance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WasActive">Whether it ran before, and is to run again.</param>
public sealed record StoppedService(string Name, bool WasActive);
