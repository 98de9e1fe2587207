using System.Runtime.InteropServices;

namespace Lvx.Core.Links;

/// <summary>What the owner of a port gives back when done.</summary>
internal interface IPortLock : IDisposable
{
    /// <summary>A descriptor that is readable while somebody waits for the port; no value where that cannot be known.</summary>
    SafeHandle? Wanted { get; }
}
