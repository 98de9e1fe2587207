using System.Runtime.InteropServices;

namespace Lvx.Simulator.Native;

/// <summary>The calls of the C library that a pty takes.</summary>
internal static unsafe partial class PtyLibc
{
    private const string Name = "libc";

    [LibraryImport(Name, EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial int OpenPt(int flags);

    [LibraryImport(Name, EntryPoint = "grantpt", SetLastError = true)]
    public static partial int GrantPt(SafeHandle master);

    [LibraryImport(Name, EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int UnlockPt(SafeHandle master);

    /// <returns>0, or an error number.</returns>
    [LibraryImport(Name, EntryPoint = "ptsname_r")]
    public static partial int PtsName(SafeHandle master, byte* buffer, nuint length);

    [LibraryImport(Name, EntryPoint = "symlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SymLink(string target, string path);

    [LibraryImport(Name, EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Rename(string from, string to);
}
