using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Journal;

/// <summary>The two calls that bring a record to the disk. Tests put a disk in their place that is full, slow or broken.</summary>
internal unsafe class JournalDisk
{
    /// <summary>One write(2).</summary>
    /// <returns>How many bytes were taken, or the error number below zero.</returns>
    public virtual int Write(SafeHandle file, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            nint count = Libc.Write(file, first, (nuint)bytes.Length);
            return count < 0 ? -Marshal.GetLastPInvokeError() : (int)count;
        }
    }

    /// <summary>One fsync(2).</summary>
    /// <returns>0, or the error number.</returns>
    public virtual int Sync(SafeHandle fileOrFolder) => Libc.FSync(fileOrFolder) == 0 ? 0 : Marshal.GetLastPInvokeError();
}
