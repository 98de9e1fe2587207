using Lvx.Core.Links.Native;

namespace Lvx.Core.Links;

/// <summary>A tty or a pty: the unit's RS-232 socket, or a simulated unit.</summary>
internal sealed class SerialLink(string device, LinkAccess access, FileDescriptor handle, IPortLock portLock)
    : DescriptorLink(device, access, handle, portLock);
