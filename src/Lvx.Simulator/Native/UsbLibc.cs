using System.Runtime.InteropServices;

namespace Lvx.Simulator.Native;

/// <summary>The calls of the C library that handing a socket to the kernel takes.</summary>
internal static unsafe partial class UsbLibc
{
    public const int AfUnix = 1;
    public const int SockStreamCloExec = 1 | 0x80000;

    private const string Name = "libc";

    [LibraryImport(Name, EntryPoint = "socketpair", SetLastError = true)]
    public static partial int SocketPair(int domain, int type, int protocol, int* ends);
}
